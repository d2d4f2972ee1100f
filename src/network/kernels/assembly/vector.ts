/** a·b + c: one fused instruction in the relaxed module, two in the plain one (`ASC_FEATURE_…` is a compile-time constant). */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

// Vector constants are loaded from memory: a literal inside a loop would be rebuilt on every turn.
const SCALARS = memory.data<f32>([
  0, 1, 2, 3, 0.5, 0.3333333333, 0.1666666667,
  87, -87, 9.3, -9.3, 1e30, -1e30,
  1.4426950408889634, 12582912, -0.693359375, 2.12194440054690583e-4,
  0.0013882497565037618, 0.008366646881744932, 0.04166720392052693, 0.16666542683836116, 0.49999998132918594,
  0.140060760530697, 0.14000887263469702, 0.2001076446425497, 0.3333320813001861,
  0.2316419, 0.5307027145, -0.7265760135, 0.7107068705, -0.142248368, 0.127414796, 0.3989422804014327,
  1.5957691216057308, 0.044715, -3, -2, -0.5,
  0.008290229530297883, 0.04189839103141418, 0.16667640068383535, 0.49999146141743067, 0.9999997054316759,
  1.336092444737509e-8, 2.0613609403497734e-5, 0.003495863822823809, 0.1338125804048059, 0.9999999796115376,
  7.779123235683022e-7, 0.00032860852252252084, 0.025878031841211232, 0.46714573715263696, 9, -9, -0.6931471805599453,
]);
const COUNT = 55;
const VECTORS = memory.data(16 * 55, 16);

export const ZERO = 0, ONE = 1, TWO = 2, THREE = 3, HALF = 4, THIRD = 5, SIXTH = 6;
/** exp(±87) is normal; beyond ±9.3 bells and gates have reached their limits, and 9.3² < 87; 1/1e30 is still normal. */
export const LIMIT = 7, MINUS_LIMIT = 8, NEAR = 9, MINUS_NEAR = 10, HUGE = 11, MINUS_HUGE = 12;
/** log₂e; 1.5·2²³, whose addition rounds to an integer; −ln 2 in two parts, the first with 9 bits (Cody & Waite). */
export const LOG2_E = 13, ROUNDER = 14, LN2_HIGH = 15, LN2_LOW = 16;
/** exp(r) − 1 = r + r²(E2 + E3·r + … + E6·r⁴), |r| ≤ ½ ln 2: minimax fit, relative error 1.4e-8. */
export const E6 = 17, E5 = 18, E4 = 19, E3 = 20, E2 = 21;
/** artanh(z)/z = 1 + L1·z² + … + L4·z⁸, 0 ≤ z ≤ ⅓: minimax fit, relative error 4.5e-9. */
export const L4 = 22, L3 = 23, L2 = 24, L1 = 25;
/** Φ(−x) = e^(−x²/2)·(A1·t + … + A5·t⁵), t = 1/(1 + AP·x), x ≥ 0: Hastings, as in Abramowitz & Stegun 7.1.26; error 7.5e-8. */
export const AP = 26, A5 = 27, A4 = 28, A3 = 29, A2 = 30, A1 = 31, DENSITY = 32;
/** 2·√(2/π) and the cubic coefficient of Hendrycks & Gimpel's tanh form of GELU. */
export const GELU_SCALE = 33, GELU_CUBIC = 34;
export const MINUS_THREE = 35, MINUS_TWO = 36, MINUS_HALF = 37;
/** exp(r) = 1 + X1·r + … + X5·r⁵, |r| ≤ ½ ln 2: minimax fit, relative error below 1e-7. */
export const X5 = 38, X4 = 39, X3 = 40, X2 = 41, X1 = 42;
/** tanh(x)/x = (P0 + … + P4·x⁸)/(1 + Q1·x² + … + Q4·x⁸), |x| ≤ 9: minimax fit, relative error 2.1e-8; tanh 9 = 1 − 3e-8. */
export const P4 = 43, P3 = 44, P2 = 45, P1 = 46, P0 = 47, Q4 = 48, Q3 = 49, Q2 = 50, Q1 = 51, NINE = 52, MINUS_NINE = 53;
export const MINUS_LN2 = 54;

// @ts-ignore: decorator
@inline
export function constant(index: i32): v128 {
  return v128.load(VECTORS + 16 * index);
}

for (let i = 0; i < COUNT; i++) v128.store(VECTORS + 16 * i, v128.load32_splat(SCALARS + 4 * i));
