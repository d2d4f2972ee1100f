import type { Scalar } from './probe.ts';

/** What f does far out on one side. */
export type Tail =
  /** Approaches `level`; |f′| is below 1 per cent of its largest value from `from` outwards. */
  | { readonly kind: 'saturates'; readonly level: number; readonly from: number }
  /** Approaches slope·x + intercept, slope ≠ 0. */
  | { readonly kind: 'straight'; readonly slope: number; readonly intercept: number }
  /** |f| grows without bound, but not along a line (a power, an exponential, a logarithm). */
  | { readonly kind: 'grows'; readonly sign: 1 | -1 }
  | { readonly kind: 'oscillates' }
  /** f is not a number out there; `x` is one such place. */
  | { readonly kind: 'undefined'; readonly x: number };

const FAR = [1e2, 1.37e3, 1e4, 1.37e5, 1e6];
// A slope that over the whole way changes f by less than a thousandth is none; a cube root changes by a quarter.
const FLAT = 1e-3;

/** Follows f from |x| = 100 to 10⁶ on one side (`side` −1 or 1). `steepest` is max |f′|, which saturation is judged by. */
export function describeTail(f: Scalar, df: Scalar, side: 1 | -1, steepest: number): Tail {
  const xs = FAR.map((x) => side * x);
  const ys = xs.map(f);
  const bad = ys.findIndex((y) => Number.isNaN(y));
  if (bad >= 0) return { kind: 'undefined', x: xs[bad]! };
  const last = ys.at(-1)!;
  if (!Number.isFinite(last)) return { kind: 'grows', sign: last > 0 ? 1 : -1 };

  const slope = farSlope(f, side) ?? (last - ys[2]!) / (xs.at(-1)! - xs[2]!);
  // All that counts is the size of f itself: 1e-200x is a line too.
  const size = Math.max(...ys.map(Math.abs));
  const intercepts = ys.map((y, i) => y - slope * xs[i]!);
  const spread = Math.max(...intercepts.slice(2)) - Math.min(...intercepts.slice(2));
  if (Math.abs(slope * xs.at(-1)!) <= FLAT * size) {
    const changes = ys.slice(1).map((y, i) => Math.abs(y - ys[i]!));
    // Softsign closes in on its level like 1/x, so changes must shrink, not vanish.
    const settles = changes.at(-1)! <= 1e-12 * size || changes.at(-1)! < changes[0]! / 100;
    if (settles)
      return { kind: 'saturates', level: levelOf(f, side, ys), from: flatFrom(df, side, steepest) };
    return isOrdered(ys) ? { kind: 'grows', sign: last > ys[0]! ? 1 : -1 } : { kind: 'oscillates' };
  }
  if (spread <= 1e-9 * size)
    return { kind: 'straight', slope: round(slope), intercept: round(limit(intercepts)) };
  // A root grows slowly: from 10⁴ to 10⁶ the cube root gains a factor of 4.6.
  return isOrdered(ys) && Math.abs(last) > 1.5 * Math.abs(ys[2]!)
    ? { kind: 'grows', sign: last > 0 ? 1 : -1 }
    : { kind: 'oscillates' };
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
  return round(Number.isFinite(estimate) && Math.abs(estimate - c) <= Math.abs(c - b) ? estimate : c);
}

/** Where f settles; 0 where it falls like 1/x or faster, whatever an estimate leaves over. */
function levelOf(f: Scalar, side: 1 | -1, ys: readonly number[]): number {
  return Math.abs(f(side * 1e9)) <= 2e-3 * Math.abs(ys.at(-1)!) ? 0 : limit(ys);
}

function round(value: number): number {
  return Number(value.toPrecision(9)) || 0;
}

function isOrdered(values: readonly number[]): boolean {
  const steps = values.slice(1).map((y, i) => Math.sign(y - values[i]!));
  return steps.every((s) => s === steps[0]);
}

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
