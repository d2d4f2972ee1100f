import type { Break } from './break.ts';
import { searchGrid } from './breaks.ts';
import { isSame, type Point, smallest } from './extremes.ts';
import type { Interval, Scalar } from './probe.ts';
import type { Tail } from './tails.ts';

/** One end of the range: the most extreme value seen, or the limit that is approached. */
export interface Bound {
  /** ±Infinity when f is unbounded on that side; NaN when that is unknown, because f is not a number far out. */
  readonly value: number;
  /** Where it is attained; null when it is only approached or does not exist. */
  readonly x: number | null;
}

/** A function and what has been found out about it. */
export interface Surveyed {
  readonly f: Scalar;
  readonly df: Scalar;
  readonly interval: Interval;
  readonly breaks: readonly Break[];
  /** Left and right. */
  readonly tails: readonly [Tail, Tail];
}

const FAR = [1.5, 3, 1e2, 1e4, 1e6];
// Of a jump, in x, and in values against its size.
const NEXT_TO = 1e-6;

/** The range of f over the whole line. */
export function rangeOf(it: Surveyed): { min: Bound; max: Bound } {
  const { value, x } = lowest(negative(it));
  return { min: lowest(it), max: { value: 0 - value, x } };
}

function negative({ f, df, breaks, tails, ...rest }: Surveyed): Surveyed {
  return {
    ...rest,
    f: (x) => -f(x),
    df: (x) => -df(x),
    breaks: breaks.map((each) => ({ ...each, left: -each.left, right: -each.right })),
    tails: [negativeTail(tails[0]), negativeTail(tails[1])],
  };
}

function negativeTail(tail: Tail): Tail {
  switch (tail.kind) {
    case 'saturates':
      return { ...tail, level: -tail.level };
    case 'straight':
      return { ...tail, slope: -tail.slope, intercept: -tail.intercept };
    case 'grows':
      return { ...tail, sign: tail.sign > 0 ? -1 : 1 };
    case 'oscillates':
      return { ...tail, low: -tail.high, high: -tail.low };
    case 'undefined':
      return tail;
  }
}

/** The lower end of the range. */
function lowest(it: Surveyed): Bound {
  const { f, df, interval, breaks, tails } = it;
  const inside = smallest(f, df, interval, [0, ...breaks.map(({ x }) => x)]);
  if (!inside) return { value: Number.NaN, x: null };
  const pole = breaks.some(({ of, left, right }) => of === 'pole' && Math.min(left, right) < 0);
  if (pole || tails.some(falls)) return { value: Number.NEGATIVE_INFINITY, x: null };
  if (tails.some(({ kind }, i) => kind === 'undefined' && Number.isFinite(f(interval[i]!))))
    return { value: Number.NaN, x: null };
  return attained(it, inside);
}

function falls(tail: Tail, side: number): boolean {
  if (tail.kind === 'straight') return tail.slope > 0 === (side === 0);
  return tail.kind === 'grows' ? tail.sign < 0 : tail.kind === 'oscillates' && tail.low === -Infinity;
}

/** `inside` where no value outside, no level and no side of a jump is lower; otherwise that, as a limit. */
function attained(it: Surveyed, inside: Point): Bound {
  const { f, interval, breaks, tails } = it;
  const reach = Math.max(-interval[0], interval[1]);
  const far = FAR.flatMap((k) => [f(-k * reach), f(k * reach)]).filter(Number.isFinite);
  const swings = tails.flatMap((tail) => (tail.kind === 'oscillates' ? [tail.low] : []));
  const levels = tails.map((tail) => (tail.kind === 'saturates' ? tail.level : Number.POSITIVE_INFINITY));
  const outside = Math.min(...far, ...swings, ...levels);
  if (outside < inside.y && !isSame(outside, inside.y)) return { value: outside, x: null };
  const level = levels.find((each, i) => isSame(each, inside.y) && isApproached(it, i, each));
  if (level !== undefined) return { value: level, x: null };
  for (const { x, of, left, right } of breaks) {
    if (of !== 'f' || Math.abs(x - inside.x) > NEXT_TO) continue;
    // Next to a jump rounding leaves some bits of what a value tends to.
    const side = Math.min(left, right);
    const slack = NEXT_TO * Math.max(Math.abs(left), Math.abs(right));
    if (side < inside.y + slack && f(x) > side + slack)
      return { value: Math.abs(side) < slack / 1e3 ? 0 : Number(side.toPrecision(9)), x: null };
  }
  return { value: inside.y, x: inside.x };
}

/**
 * True when f closes in on the level of a tail step by step, as tanh does, though rounding soon makes it equal; false when
 * it gets there, as ReLU6 does. The way from a gap of 10⁻³ to 10⁻⁹ and on to rounding is of one kind for an exponential;
 * a curve that lands covers a hundredth of it at the end.
 */
function isApproached({ f, interval }: Surveyed, side: number, level: number): boolean {
  const grid = searchGrid(interval);
  if (side === 1) grid.reverse();
  const size = Math.max(...grid.map((x) => Math.abs(f(x) - level)).filter(Number.isFinite));
  const place = (gap: number): number => {
    const open = (x: number) => Math.abs(f(x) - level) > gap * size;
    const i = grid.findIndex(open);
    if (i <= 0) return grid[0]!;
    let [shut, apart] = [grid[i - 1]!, grid[i]!];
    for (let step = 0; step < 50; step++) {
      const middle = (shut + apart) / 2;
      if (open(middle)) apart = middle;
      else shut = middle;
    }
    return apart;
  };
  const [far, middle, near] = [place(1e-15), place(1e-9), place(1e-3)] as const;
  return Math.abs(far - middle) > Math.abs(middle - near) / 6;
}
