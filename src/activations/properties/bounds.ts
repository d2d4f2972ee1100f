import type { Break } from './break.ts';
import { isSame, outwards, type Point, smallest } from './extremes.ts';
import { isApproached } from './landing.ts';
import type { Interval, Scalar } from './probe.ts';
import { searchGrid } from './searchGrid.ts';
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
  const places = [...searchGrid(interval), ...outwards(interval), 0, ...breaks.map(({ x }) => x)];
  const inside = smallest(f, df, places);
  if (!inside) return { value: Number.NaN, x: null };
  const pole = breaks.some(({ of, left, right }) => of === 'pole' && Math.min(left, right) < 0);
  if (pole || tails.some(falls)) return { value: Number.NEGATIVE_INFINITY, x: null };
  if (tails.some(({ kind }, i) => kind === 'undefined' && Number.isFinite(f(interval[i]!))))
    return { value: Number.NaN, x: null };
  return (
    limitBelow(
      it,
      inside,
      places.sort((p, q) => p - q),
    ) ?? { value: inside.y, x: inside.x }
  );
}

function falls(tail: Tail, side: number): boolean {
  if (tail.kind === 'straight') return tail.slope > 0 === (side === 0);
  return tail.kind === 'grows' ? tail.sign < 0 : tail.kind === 'oscillates' && tail.low === -Infinity;
}

/** What f approaches below all that it attains: a level, the end of its swings or one side of a jump; null without such. */
function limitBelow(it: Surveyed, inside: Point, places: readonly number[]): Bound | null {
  const { f, interval, breaks, tails } = it;
  const swings = tails.flatMap((tail) => (tail.kind === 'oscillates' ? [tail.low] : []));
  const levels = tails.map((tail) => (tail.kind === 'saturates' ? tail.level : Number.POSITIVE_INFINITY));
  const heights = searchGrid(interval).map(f).filter(Number.isFinite);
  const size = Math.max(...heights.map(Math.abs));
  const limit = Math.min(...swings, ...levels);
  if (limit < inside.y && !isSame(limit, inside.y, size)) return { value: limit, x: null };
  for (const [i, level] of levels.entries()) {
    if (!isSame(level, inside.y, size)) continue;
    const spread = Math.max(...heights.map((y) => Math.abs(y - level)));
    if (isApproached((x) => f(x) - level, i === 0 ? places : places.toReversed(), spread))
      return { value: level, x: null };
    const [there] = places.filter((x) => f(x) === level).sort((p, q) => Math.abs(p) - Math.abs(q));
    if (there !== undefined) return { value: level, x: there };
  }
  for (const { x, of, left, right } of breaks) {
    const isFar = inside.x < interval[0] || inside.x > interval[1];
    if (of !== 'f' || (Math.abs(x - inside.x) > NEXT_TO && !isFar)) continue;
    // Next to a jump rounding leaves some bits of what a value tends to.
    const side = Math.min(left, right);
    const slack = NEXT_TO * Math.max(Math.abs(left), Math.abs(right));
    if (side < inside.y + slack && f(x) > side + slack)
      return { value: Math.abs(side) < slack / 1e3 ? 0 : Number(side.toPrecision(9)), x: null };
  }
  const beside = Math.abs(f(inside.x - 1)) + Math.abs(f(inside.x + 1));
  return Math.abs(inside.y) < 1e-15 * beside ? { value: 0, x: inside.x } : null;
}
