import { searchGrid } from './breaks.ts';
import { rootBetween } from './extremes.ts';
import type { Interval, Scalar } from './probe.ts';

/** f(x) = x at a point, or on a whole stretch [from, to]. */
export type FixedPointOfCurve =
  | { readonly kind: 'point'; readonly x: number; readonly slope: number; readonly attracts: boolean }
  | { readonly kind: 'stretch'; readonly from: number; readonly to: number };

/** Fixed points of f on [a, b]: sign changes of f(x) − x, and stretches where it is 0. At most 32. */
export function fixedPointsOf(f: Scalar, df: Scalar, interval: Interval): FixedPointOfCurve[] {
  // 0 is the usual fixed point and sits on no node of the shifted grid.
  const zero = interval[0] < 0 && interval[1] > 0 ? [0] : [];
  const grid = [...searchGrid(interval), ...zero].sort((p, q) => p - q);
  const gap = (x: number) => f(x) - x;
  const isFixed = (x: number) => Math.abs(gap(x)) <= 4 * Number.EPSILON * Math.abs(x);
  const found: FixedPointOfCurve[] = [];
  for (let i = 0; i < grid.length && found.length < 32; i++) {
    const x = grid[i]!;
    if (isFixed(x)) {
      let end = i;
      while (end + 1 < grid.length && isFixed(grid[end + 1]!)) end++;
      found.push(end > i ? { kind: 'stretch', from: x, to: grid[end]! } : point(df, x));
      i = end;
    } else if (i + 1 < grid.length && !isFixed(grid[i + 1]!) && gap(x) * gap(grid[i + 1]!) < 0) {
      const root = rootBetween(gap, x, grid[i + 1]!);
      // A jump across the diagonal changes sign without meeting it.
      if (root !== undefined && Math.abs(gap(root)) < 1e-6) found.push(point(df, root));
    }
  }
  return found;
}

function point(df: Scalar, x: number): FixedPointOfCurve {
  const slope = df(x);
  return { kind: 'point', x, slope, attracts: Math.abs(slope) < 1 };
}
