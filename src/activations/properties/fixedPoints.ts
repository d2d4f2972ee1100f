import type { Break } from './break.ts';
import { largest, rootBetween } from './extremes.ts';
import { isApproached } from './landing.ts';
import type { Interval, Scalar } from './probe.ts';
import { searchGrid } from './searchGrid.ts';

/** What a fixed point does to a signal that starts beside it and goes through f again and again. */
export type Pull = 'attracts' | 'repels' | 'neither';

/** f(x) = x at a point, or on a whole stretch [from, to]. */
export type FixedPointOfCurve =
  | {
      readonly kind: 'point';
      readonly x: number;
      readonly slope: number;
      /** From below x and from above. */
      readonly below: Pull;
      readonly above: Pull;
    }
  | { readonly kind: 'stretch'; readonly from: number; readonly to: number };

/** Fixed points of f on [a, b]: where f(x) − x changes sign or touches 0, and stretches where it is 0. At most 32. */
export function fixedPointsOf(
  f: Scalar,
  df: Scalar,
  interval: Interval,
  breaks: readonly Break[],
): FixedPointOfCurve[] {
  // 0 is the usual fixed point and sits on no node of the shifted grid; nor do the steps of a staircase.
  const places = [0, ...breaks.map(({ x }) => x)].filter((x) => x >= interval[0] && x <= interval[1]);
  const grid = [...new Set([...searchGrid(interval), ...places])].sort((p, q) => p - q);
  const gap = (x: number) => f(x) - x;
  const isFixed = (x: number) => Math.abs(gap(x)) <= 4 * Number.EPSILON * Math.abs(x);
  const point = (x: number): FixedPointOfCurve => ({
    kind: 'point',
    x,
    slope: df(x),
    below: pull(f, x, -1),
    above: pull(f, x, 1),
  });
  const found: FixedPointOfCurve[] = [];
  for (let i = 0; i < grid.length && found.length < 32; i++) {
    const [x, next, after] = [grid[i]!, grid[i + 1] ?? Number.NaN, grid[i + 2] ?? Number.NaN];
    if (isFixed(x)) {
      let end = i;
      while (end + 1 < grid.length && isFixed(grid[end + 1]!)) end++;
      if (end === i) found.push(point(x));
      else if (!isRounding(gap, grid, i, end)) found.push({ kind: 'stretch', from: x, to: grid[end]! });
      i = end;
    } else if (!isFixed(next) && gap(x) * gap(next) < 0) {
      const root = rootBetween(gap, x, next);
      // A jump across the diagonal changes sign without meeting it.
      if (root !== undefined && Math.abs(gap(root)) < 1e-6) found.push(point(root));
    } else if (!isFixed(next) && !isFixed(after) && dips(gap(x), gap(next), gap(after))) {
      const touch = largest((z) => -Math.abs(gap(z)), [x, after]);
      if (touch && touch.y > -1e-13 * Math.max(1, Math.abs(touch.x))) found.push(point(touch.x));
    }
  }
  return found;
}

/** True for a stretch on which f only closes in on x, like GELU far to the right. */
const isRounding = (gap: Scalar, grid: readonly number[], from: number, to: number): boolean =>
  (to < grid.length - 1 && isApproached(gap, grid.slice(from), Math.abs(grid[from]!))) ||
  (from > 0 && isApproached(gap, grid.slice(0, to + 1).reverse(), Math.abs(grid[to]!)));

/** True for three values of one sign of which the middle one is closest to 0. */
const dips = (a: number, b: number, c: number): boolean =>
  a * b > 0 && b * c > 0 && Math.abs(b) < Math.abs(a) && Math.abs(b) < Math.abs(c);

/**
 * Whether two steps of f bring a place beside x nearer to it, from close by to further off until it can be told; where
 * |f′| is 1, as for tanh at 0, that is a matter of the terms beyond. Two, because a negative slope changes sides.
 */
function pull(f: Scalar, x: number, side: 1 | -1): Pull {
  for (const reach of [1e-6, 1e-4, 1e-2]) {
    const h = reach * Math.max(1, Math.abs(x));
    const change = Math.abs(f(f(x + side * h)) - x) / h - 1;
    if (Math.abs(change) > 1e-9 + (8 * Number.EPSILON * Math.abs(x)) / h)
      return change < 0 ? 'attracts' : 'repels';
  }
  return 'neither';
}
