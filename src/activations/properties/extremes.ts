import { findMaximum, findRoot } from '../../math/roots.ts';
import type { Break } from './break.ts';
import type { Interval, Scalar } from './probe.ts';
import { searchGrid, steepestCell } from './searchGrid.ts';
import { peakBeyond } from './stretch.ts';

/** A place and the value there. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Largest value of g on [a, b], see `largestOn`: the search grid and `places`. */
export function largest(g: Scalar, interval: Interval, places: readonly number[] = []): Point | null {
  return largestOn(
    g,
    [...searchGrid(interval), ...places].filter((x) => x >= interval[0] && x <= interval[1]),
  );
}

const STEPS = Array.from({ length: 240 }, (_, i) => 1.05 ** (i + 1));

/** Places from the ends of an interval outwards, to a hundred thousand times its reach. */
export function outwards([a, b]: Interval): number[] {
  const reach = Math.max(-a, b);
  return STEPS.flatMap((k) => [-k * reach, k * reach]);
}

/**
 * Largest value of g from the first to the last of some places, refined around the best of them; of several peaks as high,
 * that nearest to 0. Null when g is nowhere a number.
 */
function largestOn(g: Scalar, places: readonly number[]): Point | null {
  const grid = places.toSorted((p, q) => p - q);
  const values = grid.map((x) => {
    const y = g(x);
    return Number.isNaN(y) ? Number.NEGATIVE_INFINITY : y;
  });
  const top = Math.max(...values);
  const from = (i: number): Point => {
    const [x, y] = [grid[i]!, values[i]!];
    if (i === 0 || i === grid.length - 1) return { x, y };
    const peak = findMaximum(g, grid[i - 1]!, grid[i + 1]!);
    const height = g(peak);
    return height > y ? { x: peak, y: height } : { x, y };
  };
  const nearest = (p: number, q: number) => Math.abs(grid[p]!) - Math.abs(grid[q]!);
  const indices = [...grid.keys()].filter((i) => values[i]! > Number.NEGATIVE_INFINITY);
  // Between two nodes a peak may rise by this much more than it shows.
  const slack = SLACK * (top - Math.min(...indices.map((i) => values[i]!))) || 0;
  const summits = indices
    .filter(
      (i) => values[i]! > top - slack && !(values[i - 1]! > values[i]!) && !(values[i + 1]! > values[i]!),
    )
    .sort(nearest);
  const best = indices.filter((i) => values[i] === top).sort(nearest)[0];
  if (best === undefined) return null;
  const found = [best, ...summits.slice(0, SUMMITS)].map(from);
  const height = Math.max(...found.map(({ y }) => y));
  const equal = found.filter(({ y }) => y === height || y > height - 4 * Number.EPSILON * Math.abs(height));
  return equal.sort((p, q) => Math.abs(p.x) - Math.abs(q.x))[0]!;
}

const SLACK = 1e-3;
const SUMMITS = 8;

/** Smallest value of f from the first to the last of some places; where f′ changes sign the place is exact to rounding. */
export function smallest(f: Scalar, df: Scalar, places: readonly number[]): Point | null {
  const found = largestOn((x) => -f(x), places);
  if (!found) return null;
  const x = polish(df, found.x);
  const y = f(x);
  // Near a minimum f is flat: the root of f′ tells its place better than the last bits of f do.
  return y <= -found.y + 4 * Number.EPSILON * Math.abs(y) ? { x, y } : { x: found.x, y: -found.y };
}

/** The root of f′ within 1e-4 of x, if f′ changes sign there. */
function polish(df: Scalar, x: number): number {
  const [a, b] = [x - 1e-4, x + 1e-4];
  return df(a) * df(b) < 0 ? (rootBetween(df, a, b) ?? x) : x;
}

/** The root of g between a and b; undefined when g, asked again, no longer changes sign there, as random functions do. */
export function rootBetween(g: Scalar, a: number, b: number): number | undefined {
  try {
    return findRoot(g, a, b);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** True for values that rounding soon makes equal. */
export const isSame = (a: number, b: number, size = Math.abs(b)): boolean => Math.abs(a - b) <= 1e-12 * size;

/** Which way f goes on [a, b]. For `neither`, f rises from `rises` and falls from `falls`. */
export type Direction =
  | { readonly kind: 'increasing' | 'decreasing' | 'constant'; readonly strictly: boolean }
  | { readonly kind: 'neither'; readonly rises: number; readonly falls: number };

/**
 * Compares neighbours of the search grid; changes below rounding noise count as none, and as rest only where f has not come
 * so close to one of the `limits` that it approaches. Cells with NaN are skipped.
 */
export function direction(f: Scalar, interval: Interval, limits: readonly number[] = []): Direction {
  const grid = searchGrid(interval);
  const values = grid.map(f);
  let rises: number | null = null;
  let falls: number | null = null;
  let flat = false;
  for (let i = 1; i < grid.length; i++) {
    const change = values[i]! - values[i - 1]!;
    const noise = 8 * Number.EPSILON * Math.max(Math.abs(values[i]!), Math.abs(values[i - 1]!));
    if (change > noise) rises ??= grid[i - 1]!;
    else if (change < -noise) falls ??= grid[i - 1]!;
    else if (Math.abs(change) <= noise) flat ||= !limits.some((y) => isSame(values[i]!, y));
  }
  if (rises !== null && falls !== null) return { kind: 'neither', rises, falls };
  if (rises !== null) return { kind: 'increasing', strictly: !flat };
  return { kind: falls !== null ? 'decreasing' : 'constant', strictly: falls !== null && !flat };
}

/** Where f is steepest, and whether that bounds f everywhere. */
export interface Steepness {
  /** sup |f′|; Infinity when f jumps or the slope grows without bound. */
  readonly lipschitz: number;
  /** Where it is attained or approached; ±Infinity for a limit far out. */
  readonly x: number;
}

const FAR = [1e2, 1e4, 1e6];

/** A place in the cell of the search grid over which f changes most, where f is steep even if no node of the grid is. */
export function onWall(f: Scalar, interval: Interval): number {
  const grid = searchGrid(interval);
  const best = steepestCell(f, grid);
  let [low, high] = [grid[best - 1]!, grid[best]!];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    const y = f(middle);
    if (Math.abs(y - f(low)) >= Math.abs(f(high) - y)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/**
 * sup |f′| over the whole line from [a, b], there at `places` too, the one-sided slopes at `breaks`, and stretches from
 * ±100, ±10⁴, ±10⁶.
 */
export function steepness(
  df: Scalar,
  interval: Interval,
  breaks: readonly Break[],
  places: readonly number[],
): Steepness {
  const jump = breaks.find(({ of }) => of === 'f' || of === 'pole');
  if (jump) return { lipschitz: Number.POSITIVE_INFINITY, x: jump.x };
  let best = largest((x) => Math.abs(df(x)), interval, places) ?? { x: Number.NaN, y: Number.NaN };
  const beyond = largestOn((x) => Math.abs(df(x)), outwards(interval));
  if (beyond?.y === Infinity) return { lipschitz: Infinity, x: Math.sign(beyond.x) * Infinity };
  if (beyond && beyond.y > 1.01 * best.y) best = beyond;
  for (const { x, of, left, right } of breaks) {
    const y = Math.max(Math.abs(left), Math.abs(right));
    if (of === 'df' && y > best.y) best = { x, y };
  }
  for (const side of [-1, 1]) {
    const slopes = FAR.map((x) => peakBeyond(df, side * x));
    const [near, middle, far] = slopes as [number, number, number];
    const x = side * Number.POSITIVE_INFINITY;
    // Even a logarithm gains a third from 10⁴ to 10⁶.
    const grows = far > best.y && far > 1.2 * middle && middle > 1.2 * near;
    // Where difference quotients are no numbers any more, f has left the numbers.
    const leaves = Math.max(...slopes) > 1e3 * best.y && !(far < Infinity);
    if (grows || leaves) return { lipschitz: Number.POSITIVE_INFINITY, x };
    const most = Math.max(...slopes.filter((slope) => !Number.isNaN(slope)));
    if (most > best.y) best = { x, y: most };
  }
  return { lipschitz: best.y, x: best.x };
}
