import type { Activation } from '../../src/activations/activation.ts';
import { findActivation, readerActivations } from '../../src/activations/index.ts';
import { type Cell, exactRate } from './cell.ts';

/** A function laid over the rate curve: height · φ(I − 1). */
export interface Overlay {
  readonly spec: string;
  /** Spikes per second; the one free number, chosen by least squares over the inputs of `grid`. */
  readonly height: number;
  /** Root mean square of the difference, spikes per second. */
  readonly error: number;
}

export const overlaid = ['relu', 'softplus', 'sigmoid'] as const;
/** The newest of the reader's own functions that are laid over the curve unasked. */
export const mostOwn = 3;

const grid = Array.from({ length: 201 }, (_, i) => i / 20);

type Times = Pick<Cell, 'tau' | 'refractory'>;

/** A power of two near the largest value, so that no square overflows and no other digit changes. */
function sizeOf(values: readonly number[]): number {
  const most = Math.max(...values.map(Math.abs));
  return most > 0 && Number.isFinite(most) ? 2 ** Math.floor(Math.log2(most)) : 1;
}

/** Fits the height of φ(I − 1) to the exact rate curve on 0 ≤ I ≤ 10; no number where φ has no value, or none but 0. */
export function fit(spec: string, cell: Times): Overlay {
  const { f } = findActivation(spec);
  const values = grid.map((input) => f(input - 1));
  const size = sizeOf(values);
  const pairs = grid.map((input, i) => [values[i]! / size, exactRate(input, cell)] as const);
  const dot = (g: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + g(pair), 0);
  const height = dot(([p, r]) => p * r) / dot(([p]) => p * p);
  const error = Math.sqrt(dot(([p, r]) => (r - height * p) ** 2) / pairs.length);
  return { spec, height: height / size, error };
}

/** What lies over the curve, and what of the reader's own does not. */
export interface Overlays {
  readonly overlays: readonly Overlay[];
  /** Asked for, or among the newest, but without a value at some input, or 0 at all of them. */
  readonly without: readonly Activation[];
  /** Older ones, drawn when they are chosen. */
  readonly older: readonly Activation[];
}

/** The three of the book, the chosen function, and the reader's newest. */
export function overlaysFor(chosen: string, cell: Times): Overlays {
  const readers = readerActivations();
  const newest = readers.slice(-mostOwn).map(({ spec }) => spec);
  const specs = [...new Set([...overlaid, ...newest, chosen])];
  const fits = specs.map((spec) => fit(spec, cell));
  const drawn = fits.filter(({ height, error }) => Number.isFinite(height) && Number.isFinite(error));
  return {
    overlays: drawn,
    without: specs.filter((spec) => !drawn.some((it) => it.spec === spec)).map(findActivation),
    older: readers.filter(({ spec }) => !specs.includes(spec)),
  };
}
