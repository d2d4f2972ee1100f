import { findMaximum } from '../../math/roots.ts';

export interface Gap {
  /** Where |f − g| is largest, within about 1e-8. */
  readonly x: number;
  /** f(x) − g(x) there. */
  readonly difference: number;
}

/**
 * Largest gap between two functions on [a, b]: a scan of 2000 cells and the given extra points, then a search around
 * the best. Pass kinks as `points`; at a jump pass the neighbours of the jump. Throws RangeError unless a < b.
 */
export function largestGap(
  f: (x: number) => number,
  g: (x: number) => number,
  [a, b]: readonly [number, number],
  points: readonly number[] = [],
): Gap {
  if (!(a < b)) throw new RangeError(`invalid interval: [${a}, ${b}]; expected a < b`);
  const gap = (x: number) => Math.abs(f(x) - g(x));
  const grid = Array.from({ length: CELLS + 1 }, (_, i) => a + ((b - a) * i) / CELLS);
  let best = grid.reduce((top, x) => (gap(x) > gap(top) ? x : top));
  const cell = (b - a) / CELLS;
  const refined = findMaximum(gap, Math.max(a, best - cell), Math.min(b, best + cell));
  for (const x of [refined, ...points.filter((p) => p >= a && p <= b)]) if (gap(x) > gap(best)) best = x;
  return { x: best, difference: f(best) - g(best) };
}

const CELLS = 2000;
