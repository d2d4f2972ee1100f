import { relu } from '../../src/activations/relu.ts';

type Point = readonly [number, number];

/** T(x) = 2 ReLU(x) − 4 ReLU(x − ½): from 0 up to 1 at ½ and down to 0 at 1. Two hidden units. */
export const tent = (x: number): number => 2 * relu.f(x) - 4 * relu.f(x - 0.5);

/** T∘…∘T, k times; T⁰ is the identity. */
export function fold(k: number, x: number): number {
  let value = x;
  for (let i = 0; i < k; i++) value = tent(value);
  return value;
}

/** k tents on top of each other, on [0, 1]. */
export interface Tents {
  readonly type: 'tents';
  readonly folds: number;
  /** Ends and corners of the graph, from left to right: one more than there are pieces. */
  readonly corners: readonly Point[];
  readonly pieces: number;
  /** Hidden units of the k layers, two each. */
  readonly units: number;
  readonly bends: number;
  /**
   * Units of the smallest single hidden layer with the same graph: one per bend, and one for the slope at the start. A ReLU
   * is flat on one side of its bend, where the slope changes by ±2·2^k: units at bends alone start with a multiple of that,
   * and the graph starts with 2^k. None without a fold: there the input is the output.
   */
  readonly flatUnits: number;
  /** Height of the cut, and every x with T^k(x) = cut. */
  readonly cut: number;
  readonly holes: readonly number[];
}

/** Corners lie at multiples of 2^−k; both they and their values are exact in binary floating point. */
export function tents(folds: number, cut: number): Tents {
  const pieces = 2 ** folds;
  const corners = Array.from({ length: pieces + 1 }, (_, j): Point => [j / pieces, fold(folds, j / pieces)]);
  const holes = corners.slice(1).map(([x1, y1], j) => {
    const [x0, y0] = corners[j]!;
    return x0 + ((cut - y0) / (y1 - y0)) * (x1 - x0);
  });
  const [bends, flatUnits] = [pieces - 1, folds === 0 ? 0 : pieces];
  return { type: 'tents', folds, corners, pieces, units: 2 * folds, bends, flatUnits, cut, holes };
}
