import type { Kink } from '../activation.ts';
import type { Break, Jump } from './break.ts';
import { centralDifference } from './derivatives.ts';
import type { Interval, Scalar } from './probe.ts';
import { CELLS, searchGrid, steepestCell } from './searchGrid.ts';
import { steepestNear, steepPlace } from './steepPlaces.ts';

// Between a jump and the line through the ends of its cell stands half the jump: far less of a gap means there is none.
const STRAIGHT = 1 / 20;
// Not a power of two, as steps may be.
const PROBE = 0.382;

interface Search {
  /** Bisections of a cell. */
  readonly steps: number;
  /** Smallest change that counts. */
  readonly threshold: number;
  /** Reach of the difference quotient behind the signal, 0 for an exact signal. */
  readonly reach: number;
}

// The binding rule of the scorecard, and what difference quotients with their noise of about 1e-9 and 1e-8 allow.
const EXACT: Search = { steps: 30, threshold: 1e-4, reach: 0 };
const FIRST_DIFFERENCE: Search = { steps: 12, threshold: 1e-3, reach: 1e-7 };
const SECOND_DIFFERENCE: Search = { steps: 5, threshold: 2e-2, reach: 2e-4 };

// More breaks than this say "this function is broken everywhere", not where.
const MOST = 64;

/**
 * Every jump and pole of f, kink and curvature jump on [a, b]: each of 1280 cells is bisected 30 times towards the
 * larger change, or until it is straight; what remains above 1e-4 counts. Derivatives that are not given are replaced by difference quotients
 * (kinks above 1e-3, curvature jumps above 0.02 or 2e-4 relative). At most 64 per kind, sorted by x.
 */
export function findBreaks(
  { f, df, d2f }: { readonly f: Scalar; readonly df?: Scalar | undefined; readonly d2f?: Scalar | undefined },
  interval: Interval = [-10, 10],
): Break[] {
  const slope = df ?? difference(f, FIRST_DIFFERENCE.reach);
  const grid = withWall(f, slope, searchGrid(interval));
  const jumps = findJumps(f, grid, EXACT);
  const kinks = findJumps(slope, grid, df ? EXACT : FIRST_DIFFERENCE);
  const bend =
    d2f ?? (df ? difference(df, FIRST_DIFFERENCE.reach) : secondDifference(f, SECOND_DIFFERENCE.reach));
  const turns = findJumps(bend, grid, d2f ? EXACT : df ? FIRST_DIFFERENCE : SECOND_DIFFERENCE);
  const found: Break[] = [];
  const add = (each: Break) => {
    if (!isNear(found, each.x)) found.push(each);
  };
  const cell = (interval[1] - interval[0]) / CELLS;
  // Of a root with a sign, like the cube root, neither f nor f′ jumps: f″ does.
  for (const { x } of [...jumps, ...kinks, ...turns]) {
    const slack = 4e-15 * Math.max(1, Math.abs(x));
    const steep = steepPlace(f, x) ?? steepPlace(f, shortest(steepestNear(f, x, cell / 4), slack));
    if (steep) add(steep);
  }
  const walls = [...found];
  for (const jump of jumps) add({ ...jump, of: 'f' });
  for (const kink of kinks) if (!df || isCorner(f, kink.x)) add({ ...kink, of: 'df' });
  // Next to a pole or a vertical tangent everything bends; difference quotients take that for a jump.
  for (const turn of turns) {
    // A curvature that is infinite on both sides, and alike, does not jump.
    const endless = Math.abs(bend(turn.x + 1e-9)) > 10 * Math.abs(bend(turn.x + 1e-6));
    if (!isNear(walls, turn.x, cell) && !(endless && turn.left * turn.right > 0)) add({ ...turn, of: 'd2f' });
  }
  return found.sort((p, q) => p.x - q.x);
}

/** The grid with one more node where f changes most, if its slope there is that of neither end: two corners in one cell. */
function withWall(f: Scalar, slope: Scalar, grid: readonly number[]): number[] {
  const best = steepestCell(f, grid);
  const [a, b] = [grid[best - 1]!, grid[best]!];
  const wall = steepestNear(f, (a + b) / 2, (b - a) / 4);
  const [left, inside, right] = [a, wall, b].map(slope) as [number, number, number];
  const hidden = Math.abs(right - left) < EXACT.threshold && Math.abs(inside - left) > EXACT.threshold;
  return hidden && wall > a && wall < b ? grid.toSpliced(best, 0, wall) : [...grid];
}

/** False where the slopes on both sides of x still come nearer to each other within 1e-5, as those of |x|^(4/3) do at 0. */
function isCorner(f: Scalar, x: number): boolean {
  const jump = (h: number) => Math.abs((f(x + h) - 2 * f(x) + f(x - h)) / h);
  return !(jump(1e-7) < 0.6 * jump(1e-5));
}

/** The breaks of f as `kinks` of an activation record. */
export function toKinks(
  breaks: readonly Break[],
  curve: { readonly f: Scalar; readonly df: Scalar; readonly d2f: Scalar },
): Kink[] {
  return breaks.map(({ x, of, left, right }) => {
    const order = of === 'pole' ? 'f' : of;
    return { x, of: order, left, right, used: curve[order](x) };
  });
}

function findJumps(signal: Scalar, grid: readonly number[], search: Search): Jump[] {
  const values = grid.map(signal);
  const found: Jump[] = [];
  for (let i = 1; i < grid.length && found.length < MOST; i++) {
    const jump = narrowDown(signal, [grid[i - 1]!, grid[i]!], [values[i - 1]!, values[i]!], search);
    if (jump && !isNear(found, jump.x)) found.push(jump);
  }
  return found;
}

function narrowDown(
  signal: Scalar,
  [low, high]: Interval,
  [left, right]: readonly [number, number],
  { steps, threshold, reach }: Search,
): Jump | null {
  let cell = { low, high, left, right };
  for (let step = 0; step < steps && isDivisible(cell); step++) {
    const half = largerHalf(signal, cell);
    // A jump that matters shows at both scales; where neither half changes there is nothing to follow.
    if (!half || half.change < threshold / 100) return null;
    if (reach === 0 && isStraight(signal, cell, half.middle, threshold * STRAIGHT)) return null;
    cell = half;
  }
  if (reach === 0) {
    // Next to a pole every cell is steep; only a change that shows against the values themselves is a jump.
    const visible = 1e-6 * Math.min(Math.abs(cell.left), Math.abs(cell.right));
    if (!(Math.abs(cell.right - cell.left) > Math.max(threshold, visible))) return null;
    return { x: locate(signal, cell), left: cell.left, right: cell.right };
  }
  // A difference quotient that straddles the kink shows only part of it: step aside on both sides.
  const [before, after] = [cell.low - 2 * reach, cell.high + 2 * reach];
  const [start, end] = [signal(before), signal(after)];
  const size = Math.max(1, Math.min(Math.abs(start), Math.abs(end)));
  // A jump is as large over three times the width; a steep but smooth stretch is three times as large.
  const wide = Math.abs(signal(after + (after - before)) - signal(before - (after - before)));
  if (!(Math.abs(end - start) > Math.max(threshold * size, 0.6 * wide))) return null;
  return { x: locate(signal, cell), left: start, right: end };
}

interface Cell {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
}

/** True where the signal runs along a line, which no jump of 20 times `slack` lets it: a smooth stretch is told early. */
function isStraight(
  signal: Scalar,
  { low, high, left, right }: Cell,
  middle: number,
  slack: number,
): boolean {
  if (!(Math.abs(middle - (left + right) / 2) < slack)) return false;
  const line = left + (right - left) * PROBE;
  return Math.abs(signal(low + (high - low) * PROBE) - line) < slack;
}

/** False for neighbouring doubles. */
function isDivisible({ low, high }: Cell): boolean {
  const middle = low + (high - low) / 2;
  return middle > low && middle < high;
}

type Half = Cell & { readonly change: number; readonly middle: number };

/** The half over which the signal changes more, and the value between the halves; null where it is not a number. */
function largerHalf(signal: Scalar, { low, high, left, right }: Cell): Half | null {
  const middle = low + (high - low) / 2;
  const value = signal(middle);
  const [first, second] = [Math.abs(value - left), Math.abs(right - value)];
  if (Number.isNaN(first) || Number.isNaN(second)) return null;
  return first >= second
    ? { low, high: middle, left, right: value, change: first, middle: value }
    : { low: middle, high, left: value, right, change: second, middle: value };
}

/** Follows the jump to neighbouring doubles, then takes the shortest decimal there: kinks usually sit at 0, 3, −2.5. */
function locate(signal: Scalar, cell: Cell): number {
  let { low, high } = cell;
  let current: Cell = cell;
  for (let step = 0; step < 60 && high - low > 2e-16 * Math.max(1, Math.abs(low)); step++) {
    if (!isDivisible(current)) break;
    const half = largerHalf(signal, current);
    if (!half || half.change === 0) break;
    current = half;
    ({ low, high } = half);
  }
  return shortest((low + high) / 2, (high - low) / 2 + 4e-16 * Math.max(1, Math.abs(low)));
}

/** The decimal with the fewest digits within `slack` of x. */
function shortest(x: number, slack: number): number {
  if (Math.abs(x) <= slack) return 0;
  for (let digits = 1; digits <= 15; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.abs(short - x) <= slack) return short;
  }
  return x;
}

function isNear(found: readonly { readonly x: number }[], x: number, distance = 1e-3): boolean {
  return found.some((other) => Math.abs(other.x - x) < distance);
}

function difference(f: Scalar, h: number): Scalar {
  return (x) => centralDifference(f, x, h);
}

function secondDifference(f: Scalar, h: number): Scalar {
  return (x) => (f(x + h) - 2 * f(x) + f(x - h)) / (h * h);
}
