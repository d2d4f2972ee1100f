import type { Scalar } from './probe.ts';
import { OFFSETS } from './stretch.ts';

/** Where f stops being a finite number far out, and what it is there: a formula that overflows. */
export interface Overflow {
  readonly x: number;
  readonly value: number;
}

/** What f does far out on one side, up to `until` where it overflows. */
export type Tail = { readonly until?: Overflow } & (
  | /** Approaches `level`; |f′| is below 1 per cent of its largest value from `from` outwards. */
  { readonly kind: 'saturates'; readonly level: number; readonly from: number }
  /** Approaches slope·x + intercept, slope ≠ 0. */
  | { readonly kind: 'straight'; readonly slope: number; readonly intercept: number }
  /** |f| grows without bound, but not along a line (a power, an exponential, a logarithm). */
  | { readonly kind: 'grows'; readonly sign: 1 | -1 }
  /** Swings between `low` and `high`; ±Infinity where the swings grow. */
  | { readonly kind: 'oscillates'; readonly low: number; readonly high: number }
  /** f is not a number out there; `x` is one such place. */
  | { readonly kind: 'undefined'; readonly x: number }
);

/** Where the stretches [R, 2R] that are looked at begin. */
const FAR = [1e2, 1.37e3, 1e4, 1.37e5, 1e6];
// A slope that over the whole way changes f by less than a thousandth is none; a cube root changes by a quarter.
const FLAT = 1e-3;
const ROUNDING = 8 * Number.EPSILON;
// Where even 1/log x is seen to shrink, and log log x to grow.
const FURTHER = [1e8, 1e16, 1e32, 1e64];
// Swings are looked at once more from here on.
const WIDER = [1e6, 1e8, 1e10];

/**
 * Follows f from |x| = 100 to 2·10⁶, and further where that tells nothing, on one side (`side` −1 or 1). `steepest` is
 * max |f′|, which saturation is judged by; `poles` says that f has one after the other.
 */
export function describeTail(f: Scalar, df: Scalar, side: 1 | -1, steepest: number, poles: boolean): Tail {
  const away = (x: number) => f(side * x);
  const first = FAR[0]! * OFFSETS.find((k) => !Number.isFinite(away(FAR[0]! * k)))!;
  if (first > 0) {
    const value = away(first);
    return Number.isNaN(value)
      ? { kind: 'undefined', x: side * first }
      : { kind: 'grows', sign: value > 0 ? 1 : -1 };
  }
  const places = FAR.flatMap((start) => OFFSETS.map((k) => start * k));
  const broken = places.findIndex((x) => !Number.isFinite(away(x)));
  const course = (starts: readonly number[]): Course => {
    const { low, high, turns } = stretchOf(OFFSETS.map((k) => away(starts.at(-1)! * k)));
    if (!poles || !turns) return follow(f, df, side, steepest, starts);
    return { kind: 'oscillates', low: low < 0 ? -Infinity : low, high: high > 0 ? Infinity : high };
  };
  if (broken < 0) return course(FAR);
  const x = side * lastFinite(away, places[broken - 1]!, places[broken]!);
  const until = { x, value: f(x) };
  const starts = [32, 16, 8, 4, 2].map((part) => (0.999 * Math.abs(x)) / part);
  return { ...course(starts), until };
}

/** The place between a and b behind which f is no finite number. */
function lastFinite(f: Scalar, a: number, b: number): number {
  let [low, high] = [a, b];
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (Number.isFinite(f(middle))) low = middle;
    else high = middle;
  }
  return high;
}

/** The values of one stretch. */
interface Stretch {
  readonly low: number;
  readonly high: number;
  /** True when f both rises and falls by more than rounding. */
  readonly turns: boolean;
}

function stretchOf(values: readonly number[]): Stretch {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const noise = ROUNDING * Math.max(-low, high);
  const steps = values.slice(1).map((y, i) => y - values[i]!);
  return { low, high, turns: steps.some((s) => s > noise) && steps.some((s) => s < -noise) };
}

/** What is found where f has values. */
type Course = Exclude<Tail, { kind: 'undefined' }>;

function follow(f: Scalar, df: Scalar, side: 1 | -1, steepest: number, starts: readonly number[]): Course {
  const xs = starts.map((x) => side * x);
  const ys = xs.map(f);
  const stretchFrom = (x: number) => stretchOf(OFFSETS.map((k) => f(side * x * k)));
  const stretches = starts.map(stretchFrom);
  const last = ys.at(-1)!;
  const isThere = (level: number) => Math.abs(level - last) <= 1e-12 * Math.abs(last);
  const saturates = (level: number) =>
    ({
      kind: 'saturates',
      level: isThere(level) ? last : round(level),
      from: flatFrom(df, side, steepest),
    }) as const;
  // All that counts is the size of f itself: 1e-200x is a line too.
  const size = Math.max(...ys.map(Math.abs));
  if (stretches.at(-1)!.turns) {
    const wider = starts === FAR ? WIDER.map(stretchFrom) : stretches;
    const seen = wider.every(({ low, high }) => Number.isFinite(high - low)) ? wider : stretches;
    const [near, , far] = seen.slice(-3) as [Stretch, Stretch, Stretch];
    const width = far.high - far.low;
    const middle = (far.high + far.low) / 2;
    if (fades(near.high - near.low, width, size)) return saturates(Math.abs(middle) < width ? 0 : middle);
    // A line of little slope outgrows its swings.
    return far.turns
      ? swings([...stretches, ...seen])
      : { kind: 'grows', sign: far.high > near.high ? 1 : -1 };
  }

  const secant = (last - ys[2]!) / (xs.at(-1)! - xs[2]!);
  const slope = (starts === FAR ? farSlope(f, side) : undefined) ?? secant;
  if (Math.abs(slope * xs.at(-1)!) <= FLAT * size) {
    if (fades(ys[2]! - ys[0]!, last - ys[2]!, size)) return saturates(levelOf(f, side, ys));
  } else {
    const rests = xs.map((x) => stretchOf(OFFSETS.map((k) => f(x * k) - slope * k * x)));
    const spreads = rests.map(({ low, high }) => high - low);
    // What is left of a line must shrink; rounding leaves some ulps of it.
    if (spreads.at(-1)! <= Math.max(ROUNDING * size * 4, spreads[2]! / 5)) {
      const intercept = limit(ys.map((y, i) => y - slope * xs[i]!));
      const seen = Math.abs(intercept) > Number.EPSILON * size;
      return { kind: 'straight', slope: round(slope), intercept: seen ? round(intercept) : 0 };
    }
  }
  const steps = ys.slice(1).map((y, i) => Math.sign(y - ys[i]!));
  if (!steps.every((s) => s === steps[0])) return swings(stretches);
  const [a, b, c, d] = FURTHER.map((x) => (starts === FAR ? f(side * x) : Number.NaN)) as [
    number,
    number,
    number,
    number,
  ];
  const ordered = Math.min(b - a, c - b, d - c) >= 0 || Math.max(b - a, c - b, d - c) <= 0;
  if (ordered && fades(b - a, d - c, size)) {
    const level = levelOf(f, side, [b, b, c, c, d]);
    return saturates(Math.abs(level) < 1e-3 * Math.abs(b) ? 0 : level);
  }
  // x + 10⁻⁹ x² turns back before long.
  const way = Number.isNaN(d - c) ? steps[0]! : d - c;
  return { kind: 'grows', sign: way > 0 ? 1 : -1 };
}

/** True when a change is gone two decades further out, or shrinks with a power of x: that of a logarithm stays. */
const fades = (near: number, far: number, size: number): boolean =>
  Math.abs(far) <= 1e-12 * size || Math.abs(far) < 0.3 * Math.abs(near);

/** Swings, whose envelope grows when it gains a fifth over the last three stretches: a logarithm gains a quarter. */
function swings(stretches: readonly Stretch[]): Tail & { kind: 'oscillates' } {
  const top = (of: (stretch: Stretch) => number): number => {
    const [near, middle, far] = stretches.slice(-3).map(of) as [number, number, number];
    const { low, high } = stretches.at(-3)!;
    const grows = far > middle && far > near + 0.2 * Math.max(-low, high);
    return grows ? Number.POSITIVE_INFINITY : Math.max(...stretches.map(of));
  };
  return { kind: 'oscillates', low: -top(({ low }) => -low), high: top(({ high }) => high) };
}

/** The slope so far out that a remainder like 1/x no longer tilts it; undefined where f is not a number there. */
function farSlope(f: Scalar, side: 1 | -1): number | undefined {
  const slope = (f(side * 2e9) - f(side * 1e9)) / (side * 1e9);
  return Number.isFinite(slope) ? slope : undefined;
}

/** Aitken's estimate from the last three values, whose distances to the limit shrink by a common factor. */
function limit(values: readonly number[]): number {
  const [a, , b, , c] = values as readonly [number, number, number, number, number];
  const denominator = c - b - (b - a);
  const estimate = denominator === 0 ? c : c - (c - b) ** 2 / denominator;
  return Number.isFinite(estimate) && Math.abs(estimate - c) <= Math.abs(c - b) ? estimate : c;
}

/** Where f settles; 0 where it falls like 1/x or faster, whatever an estimate leaves over. */
function levelOf(f: Scalar, side: 1 | -1, ys: readonly number[]): number {
  const last = Math.abs(ys.at(-1)!);
  const level = limit(ys);
  // What the slow power 1/√x still has to go is thirty times as much.
  return Math.min(Math.abs(f(side * 1e9)) / 2e-3, Math.abs(level) / 0.02) <= last ? 0 : level;
}

const round = (value: number): number => Number(value.toPrecision(9));

/** Smallest |x| (to 1/64, up to 1000) from which |f′| stays below a hundredth of its largest value. */
function flatFrom(df: Scalar, side: 1 | -1, steepest: number): number {
  let from = 1000;
  for (let step = 1; step <= 200; step++) {
    // Outside in: coarse far out, fine where activation functions bend.
    const x = step <= 60 ? 1000 * 0.9 ** step : 1000 * 0.9 ** 60 * (1 - (step - 60) / 140);
    if (!(Math.abs(df(side * x)) < steepest / 100)) break;
    from = x;
  }
  return side * from;
}
