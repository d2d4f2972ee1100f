import {
  constant, multiplyAdd, E2, E3, E4, E5, E6, L1, L2, L3, L4, LIMIT, LN2_HIGH, LN2_LOW, LOG2_E, MINUS_LIMIT, MINUS_LN2, ONE, ROUNDER, TWO,
  X1, X2, X3, X4, X5,
} from './vector';

// eˣ = 2ⁿ·eʳ with n = round(x·log₂e). Adding 1.5·2²³ leaves n in the low bits of the sum, and 23 places to the left
// it is an exponent. `pmin` and `pmax` in this order hand NaN on and are one instruction each.

/** x held in [−87, 87]. */
// @ts-ignore: decorator
@inline
export function limited(x: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, constant(MINUS_LIMIT)), constant(LIMIT));
}

// @ts-ignore: decorator
@inline
function rounded(x: v128): v128 {
  return multiplyAdd(x, constant(LOG2_E), constant(ROUNDER));
}

// @ts-ignore: decorator
@inline
function remainder(x: v128, round: v128): v128 {
  const n = f32x4.sub(round, constant(ROUNDER));
  // A fused product is exact, so one step will do: n·ln 2 is off by 2.4e-7 at most.
  if (ASC_FEATURE_RELAXED_SIMD) return multiplyAdd(n, constant(MINUS_LN2), x);
  return multiplyAdd(n, constant(LN2_LOW), multiplyAdd(n, constant(LN2_HIGH), x));
}

/** eʳ − 1 near zero. */
// @ts-ignore: decorator
@inline
function series(r: v128): v128 {
  const square = f32x4.mul(r, r);
  const low = multiplyAdd(constant(E3), r, constant(E2));
  const high = multiplyAdd(square, constant(E6), multiplyAdd(constant(E5), r, constant(E4)));
  return multiplyAdd(multiplyAdd(high, square, low), square, r);
}

// @ts-ignore: decorator
@inline
function power(round: v128): v128 {
  return i32x4.add(i32x4.shl(round, 23), constant(ONE));
}

/** eˣ for |x| ≤ 87; relative error below 2e-7. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const round = rounded(x);
  const r = remainder(x, round);
  const square = f32x4.mul(r, r);
  const low = multiplyAdd(constant(X1), r, constant(ONE));
  const high = multiplyAdd(multiplyAdd(constant(X5), r, constant(X4)), square, multiplyAdd(constant(X3), r, constant(X2)));
  return f32x4.mul(multiplyAdd(high, square, low), power(round));
}

/** eˣ − 1 for |x| ≤ 87; relative error below 3e-7, also near zero where eˣ − 1 ≈ x. */
// @ts-ignore: decorator
@inline
export function expMinusOne(x: v128): v128 {
  const round = rounded(x);
  const scale = power(round);
  return multiplyAdd(scale, series(remainder(x, round)), f32x4.sub(scale, constant(ONE)));
}

/** ln(1 + e) = 2 artanh(e/(2 + e)) for 0 ≤ e ≤ 1, with relative error below 3e-7. */
// @ts-ignore: decorator
@inline
export function logOnePlus(e: v128): v128 {
  const z = f32x4.div(e, f32x4.add(constant(TWO), e));
  const square = f32x4.mul(z, z);
  let p = multiplyAdd(constant(L4), square, constant(L3));
  p = multiplyAdd(p, square, constant(L2));
  p = multiplyAdd(p, square, constant(L1));
  return f32x4.mul(f32x4.add(z, z), multiplyAdd(p, square, constant(ONE)));
}
