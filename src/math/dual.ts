import {
  sigmoid as logistic,
  sechSquared,
  sigmoidCurvature,
  sigmoidSlope,
  softplus as softplusAt,
} from './logistic.ts';
import { erf as erfAt, erfc as erfcAt, expMinusSquare } from './special.ts';

/**
 * Second-order dual numbers v + d ε + ½ dd ε², ε³ = 0: automatic differentiation in forward mode.
 * Every operation carries a value with its first and second derivative by one variable: start from `variable(x)`,
 * compute, read `d` and `dd`. Exact up to rounding, unlike finite differences.
 *
 * Kinks. Where two branches of `min`, `max` meet with different slopes, the slope nearer to 0 is taken and the
 * second derivative is 0; opposite slopes of equal size give 0. This one rule yields every convention of the book:
 * max(0, x)′ = 0 at 0, max(αx, x)′ = α at 0, min(max(0, x), 6)′ = 0 at 6, and both ends of hard-swish.
 */
export interface Dual {
  readonly v: number;
  readonly d: number;
  readonly dd: number;
}

/** A dual number with value v, first derivative d and second derivative dd; a constant when only v is given. */
export function dual(v: number, d = 0, dd = 0): Dual {
  return { v, d, dd };
}

/** The independent variable at x: value x, derivative 1. */
export function variable(x: number): Dual {
  return dual(x, 1, 0);
}

const isConstant = (a: Dual) => a.d === 0 && a.dd === 0;

/**
 * f(a) by the chain rule from f, f′, f″ at a.v; a constant stays one, even where f′ is infinite, and where f has no value
 * it has no slope, although 1/x goes on where the logarithm does not.
 */
export function chain(a: Dual, f: number, df: number, d2f: number): Dual {
  if (Number.isNaN(f)) return dual(f, f, f);
  if (isConstant(a)) return dual(f);
  // At a stationary point of a (d = 0) an infinite f″ does not count: its term is 0, not 0·∞.
  const bend = a.d === 0 ? 0 : d2f * a.d * a.d;
  const turn = a.dd === 0 ? 0 : df * a.dd;
  return dual(f, a.d === 0 ? 0 : df * a.d, bend + turn);
}

type Scalar = (x: number) => number;

/** Lifts a scalar function with its two derivatives to dual numbers; any `Activation` can be lifted this way. */
export function lift(f: Scalar, df: Scalar, d2f: Scalar): (a: Dual) => Dual {
  return (a) => chain(a, f(a.v), df(a.v), d2f(a.v));
}

export function neg(a: Dual): Dual {
  return dual(-a.v, -a.d, -a.dd);
}

export function add(a: Dual, b: Dual): Dual {
  return dual(a.v + b.v, a.d + b.d, a.dd + b.dd);
}

export function sub(a: Dual, b: Dual): Dual {
  return dual(a.v - b.v, a.d - b.d, a.dd - b.dd);
}

export function mul(a: Dual, b: Dual): Dual {
  // Leaving constants out spares 0·∞ where the other factor has an infinite derivative.
  if (isConstant(a)) return a.v === 0 ? dual(a.v * b.v) : dual(a.v * b.v, a.v * b.d, a.v * b.dd);
  if (isConstant(b)) return mul(b, a);
  return dual(a.v * b.v, a.d * b.v + a.v * b.d, a.dd * b.v + 2 * a.d * b.d + a.v * b.dd);
}

/** a/b. A finite value over an infinite one is the constant 0: 1/(1 + e^{−x}) stays flat after e^{−x} overflows. */
export function div(a: Dual, b: Dual): Dual {
  const v = a.v / b.v;
  if (isConstant(b)) return dual(v, a.d / b.v, a.dd / b.v);
  if (!Number.isFinite(b.v) && Number.isFinite(a.v)) return dual(v);
  const d = (a.d - v * b.d) / b.v;
  return dual(v, d, (a.dd - 2 * d * b.d - v * b.dd) / b.v);
}

/** a^b. A constant exponent works for every base `Math.pow` takes; a varying one has derivatives for a > 0 only. */
export function pow(a: Dual, b: Dual): Dual {
  const v = a.v ** b.v;
  if (isConstant(b)) {
    const n = b.v;
    const first = n === 0 ? 0 : n * a.v ** (n - 1);
    const second = n === 0 || n === 1 ? 0 : n * (n - 1) * a.v ** (n - 2);
    return chain(a, v, first, second);
  }
  const exponent = mul(b, log(a));
  return dual(v, v * exponent.d, v * (exponent.dd + exponent.d * exponent.d));
}

/** The smaller of the two; see the rule for kinks above. NaN wins. */
export function min(a: Dual, b: Dual): Dual {
  if (a.v < b.v) return a;
  if (b.v < a.v) return b;
  return meet(a, b, Math.min(a.v, b.v));
}

/** The larger of the two; see the rule for kinks above. NaN wins. */
export function max(a: Dual, b: Dual): Dual {
  if (a.v > b.v) return a;
  if (b.v > a.v) return b;
  return meet(a, b, Math.max(a.v, b.v));
}

function meet(a: Dual, b: Dual, v: number): Dual {
  if (Number.isNaN(v)) return dual(v, Number.NaN, Number.NaN);
  if (a.d === b.d) return dual(v, a.d, a.dd === b.dd ? a.dd : 0);
  if (a.d === -b.d) return dual(v);
  return dual(v, Math.abs(a.d) < Math.abs(b.d) ? a.d : b.d);
}

const zero = () => 0;
const square: Scalar = (x) => x * x;
const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);
const bell: Scalar = (x) => TWO_OVER_SQRT_PI * expMinusSquare(x);

/** e^a; like the others written out below it asks for what its derivatives share once. */
export function exp(a: Dual): Dual {
  const y = Math.exp(a.v);
  return chain(a, y, y, y);
}

export const expm1 = lift(Math.expm1, Math.exp, Math.exp);
export const log = lift(
  Math.log,
  (x) => 1 / x,
  (x) => -1 / square(x),
);
export const log1p = lift(
  Math.log1p,
  (x) => 1 / (1 + x),
  (x) => -1 / square(1 + x),
);
export const log2 = lift(
  Math.log2,
  (x) => Math.LOG2E / x,
  (x) => -Math.LOG2E / square(x),
);
export const log10 = lift(
  Math.log10,
  (x) => Math.LOG10E / x,
  (x) => -Math.LOG10E / square(x),
);
export const sqrt = lift(
  Math.sqrt,
  (x) => 0.5 / Math.sqrt(x),
  (x) => -0.25 / (x * Math.sqrt(x)),
);
export const cbrt = lift(
  Math.cbrt,
  (x) => 1 / (3 * square(Math.cbrt(x))),
  (x) => -2 / (9 * x * square(Math.cbrt(x))),
);
export function sin(a: Dual): Dual {
  const y = Math.sin(a.v);
  return chain(a, y, Math.cos(a.v), -y);
}
export function cos(a: Dual): Dual {
  const y = Math.cos(a.v);
  return chain(a, y, -Math.sin(a.v), -y);
}
export const tan = lift(
  Math.tan,
  (x) => 1 + square(Math.tan(x)),
  (x) => 2 * Math.tan(x) * (1 + square(Math.tan(x))),
);
export const asin = lift(
  Math.asin,
  (x) => 1 / Math.sqrt((1 - x) * (1 + x)),
  (x) => x / ((1 - x) * (1 + x)) ** 1.5,
);
export const acos = lift(
  Math.acos,
  (x) => -1 / Math.sqrt((1 - x) * (1 + x)),
  (x) => -x / ((1 - x) * (1 + x)) ** 1.5,
);
export const atan = lift(
  Math.atan,
  (x) => 1 / (1 + x * x),
  (x) => (-2 * x) / (1 + x * x) / (1 + x * x),
);
export const sinh = lift(Math.sinh, Math.cosh, Math.sinh);
export const cosh = lift(Math.cosh, Math.sinh, Math.cosh);
export function tanh(a: Dual): Dual {
  const [y, slope] = [Math.tanh(a.v), sechSquared(a.v)];
  return chain(a, y, slope, -2 * y * slope);
}
export const asinh = lift(
  Math.asinh,
  (x) => 1 / Math.hypot(1, x),
  (x) => -x / Math.hypot(1, x) ** 3,
);
export const erf = lift(erfAt, bell, (x) => -2 * x * bell(x));
export const erfc = lift(
  erfcAt,
  (x) => -bell(x),
  (x) => 2 * x * bell(x),
);
export const sigmoid = lift(logistic, sigmoidSlope, sigmoidCurvature);
export const softplus = lift(softplusAt, logistic, sigmoidSlope);
/** |a|; derivative 0 at 0. */
export const abs = lift(Math.abs, Math.sign, zero);
export const sign = lift(Math.sign, zero, zero);
/** 1 for a ≥ 0, else 0; derivative 0 everywhere. */
export const step = lift((x) => (x >= 0 ? 1 : x < 0 ? 0 : Number.NaN), zero, zero);
export const relu = lift(
  (x) => Math.max(0, x),
  (x) => (x > 0 ? 1 : 0),
  zero,
);
export const floor = lift(Math.floor, zero, zero);
export const ceil = lift(Math.ceil, zero, zero);
export const round = lift(Math.round, zero, zero);
