import { findActivation, readerActivations } from '../../src/activations/index.ts';
import { createRandom } from '../../src/math/random.ts';

/** A leaky integrate-and-fire cell; times in milliseconds, voltage and input in units of the threshold. */
export interface Cell {
  /** Membrane time constant τ. */
  readonly tau: number;
  /** Refractory period: the cell rests this long after a spike. */
  readonly refractory: number;
  /** Standard deviation that the noise alone would give the voltage. */
  readonly noise: number;
  readonly seed: number;
}

export const DT = 0.05;
export const DURATION = 1000;

/** Rate of the noiseless cell in spikes per second: 1/(t_ref + τ ln(I/(I−1))) above threshold, else 0. */
export function exactRate(input: number, { tau, refractory }: Pick<Cell, 'tau' | 'refractory'>): number {
  return input > 1 ? 1000 / (refractory + tau * Math.log(input / (input - 1))) : 0;
}

export interface Run {
  /** Spike times in ms. */
  readonly spikes: readonly number[];
  /** Voltage after each step, reset and rest included. */
  readonly voltage: Float32Array;
}

/**
 * Integrates τ dV/dt = −V + I for one second by forward Euler with a step of 0.05 ms; when V reaches 1 the cell spikes,
 * V falls to 0 and stays there for t_ref. Noise adds σ √(2 dt/τ) ξ per step (Ornstein–Uhlenbeck, Euler–Maruyama).
 * Source: Dayan & Abbott 2001, section 5.4.
 */
export function simulate(input: number, cell: Cell): Run {
  const steps = Math.round(DURATION / DT);
  const rest = Math.round(cell.refractory / DT);
  const kick = cell.noise * Math.sqrt((2 * DT) / cell.tau);
  const random = createRandom(cell.seed);
  const voltage = new Float32Array(steps);
  const spikes: number[] = [];
  let v = 0;
  let resting = 0;
  for (let i = 0; i < steps; i++) {
    if (resting > 0) resting--;
    else v += (DT / cell.tau) * (input - v) + (kick > 0 ? kick * random.normal() : 0);
    if (v >= 1) {
      spikes.push((i + 1) * DT);
      v = 0;
      resting = rest;
    }
    voltage[i] = v;
  }
  return { spikes, voltage };
}

/** A function of the book laid over the rate curve: height · φ(I − 1). */
export interface Overlay {
  readonly spec: string;
  /** Spikes per second; the one free number, chosen by least squares over the inputs of `grid`. */
  readonly height: number;
  /** Root mean square of the difference, spikes per second. */
  readonly error: number;
}

export const overlaid = ['relu', 'softplus', 'sigmoid'] as const;
/** The newest of the reader's own functions that are laid over the curve too. */
export const mostOwn = 3;

const grid = Array.from({ length: 201 }, (_, i) => i / 20);

/** Fits the height of φ(I − 1) to the exact rate curve on 0 ≤ I ≤ 10. */
export function fit(spec: string, cell: Pick<Cell, 'tau' | 'refractory'>): Overlay {
  const { f } = findActivation(spec);
  const pairs = grid.map((input) => [f(input - 1), exactRate(input, cell)] as const);
  const dot = (g: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + g(pair), 0);
  const height = dot(([p, r]) => p * r) / dot(([p]) => p * p);
  const error = Math.sqrt(dot(([p, r]) => (r - height * p) ** 2) / pairs.length);
  return { spec, height, error };
}

/** Inputs whose spikes are counted; closer together around the threshold. */
export const counted: readonly number[] = [
  ...Array.from({ length: 9 }, (_, i) => i / 4),
  ...Array.from({ length: 8 }, (_, i) => 3 + i),
];

export interface SpikeRate {
  readonly input: number;
  readonly cell: Cell;
  readonly run: Run;
  /** Exact rate of the noiseless cell at `input`, Hz. */
  readonly rate: number;
  /** Spikes counted in one simulated second, at the inputs of `counted`. */
  readonly counts: readonly (readonly [input: number, count: number])[];
  readonly overlays: readonly Overlay[];
}

type Counts = SpikeRate['counts'];

let latest: { readonly cell: Cell; readonly counts: Counts } | null = null;

const same = (a: Cell, b: Cell): boolean =>
  a.tau === b.tau && a.refractory === b.refractory && a.noise === b.noise && a.seed === b.seed;

/** Counts do not depend on the chosen input: while that is dragged, the latest ones are still right. */
function countsOf(cell: Cell): Counts {
  if (latest && same(latest.cell, cell)) return latest.counts;
  const counts = counted.map((at, i): readonly [number, number] => {
    return [at, simulate(at, { ...cell, seed: cell.seed + i + 1 }).spikes.length];
  });
  latest = { cell, counts };
  return counts;
}

/** The reader's own, but for those that have no value everywhere, or none but 0. */
const ownOverlays = (cell: Cell): Overlay[] =>
  readerActivations()
    .slice(-mostOwn)
    .map(({ spec }) => fit(spec, cell))
    .filter(({ height, error }) => Number.isFinite(height) && Number.isFinite(error));

/** Everything the figure shows. */
export function spikeRate(input: number, cell: Cell): SpikeRate {
  return {
    input,
    cell,
    run: simulate(input, cell),
    rate: exactRate(input, cell),
    counts: countsOf(cell),
    overlays: [...overlaid.map((spec) => fit(spec, cell)), ...ownOverlays(cell)],
  };
}
