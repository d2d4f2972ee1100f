import { productError } from './twofold.ts';

/**
 * (1 + 2x) erfcx(x) on 0 ≤ x < ∞ as a Chebyshev series in t = (x − 3.75)/(x + 3.75), which varies by a sixth only:
 * M. M. Shepherd & J. G. Laframboise, Mathematics of Computation 36 (1981), 249–253. Coefficients computed
 * afresh with 60 digits; the first one left out is below 3e−18.
 */
const ERFCX = [
  1.1775789345674017, -0.004590054580646478, -0.08424913336651792, 0.05920993999819189, -0.026658668435305753,
  0.009074997670705265, -0.002413163540417608, 0.0004907758365258086, -6.916973302501207e-5,
  4.13902798607301e-6, 7.74038306619849e-7, -2.1886401049234397e-7, 1.076499946567091e-8,
  4.521959811218287e-9, -7.754400208831351e-10, -6.318088340886684e-11, 2.86879501093067e-11,
  1.9455868545777347e-13, -9.65469674843344e-13, 3.25254814814874e-14, 3.3478119482868056e-14,
  -1.864562880419313e-15, -1.2507950530688648e-15, 7.418235256624044e-17, 5.068148904796111e-17,
];
/** What the double of the first coefficient lacks; with it erfcx(0) is 1 exactly. */
const ERFCX_REST = 5.1287e-17;

/** erf(x)/x − 1 as a polynomial in x² on |x| ≤ ½, economised Chebyshev series, constant term first. */
const ERF_NEAR_0 = [
  0.1283791670955126, -0.37612638903183754, 0.11283791670955123, -0.026866170645130038, 0.005223977625403276,
  -0.0008548327016171704, 0.00012055332132315618, -1.4925586624196285e-5, 1.6459036506004842e-6,
  -1.627317976393267e-7, 1.3214706183358619e-8,
];

const INVERSE_SQRT_PI = 0.5641895835477563;
const INVERSE_SQRT_2PI = 0.3989422804014327;

/** e^{−x²}, in (0, 1]: the rounding of x² is made good, which would otherwise cost x² ulp. */
export function expMinusSquare(x: number): number {
  const square = x * x;
  const e = Math.exp(-square);
  return square > 0.5 && e > 0 ? e - e * productError(x, x, square) : e;
}

/** erfcx x = e^{x²} erfc x, x ≥ 0: falls from 1 like 1/(x√π); relative error about 1 ulp. */
function erfcxRight(x: number): number {
  const t = (x - 3.75) / (x + 3.75);
  let b1 = 0;
  let b2 = 0;
  // Clenshaw's recurrence, smallest terms first.
  for (let k = ERFCX.length - 1; k > 0; k--) {
    const b = 2 * t * b1 - b2 + ERFCX[k]!;
    b2 = b1;
    b1 = b;
  }
  return (ERFCX[0]! + (t * b1 - b2 + ERFCX_REST)) / (1 + 2 * x);
}

/** Scaled complementary error function e^{x²} erfc x, any x; grows like 2e^{x²} to the left, Infinity below −26.6. */
export function erfcx(x: number): number {
  // Near the end of the doubles t would read ∞/∞.
  if (x >= 0) return x > 1e300 ? INVERSE_SQRT_PI / x : erfcxRight(x);
  const square = x * x;
  const e = Math.exp(square);
  if (e === Infinity) return e;
  const grown = square > 0.5 ? e + e * productError(x, x, square) : e;
  return 2 * grown - erfcxRight(-x);
}

/** Error function 2/√π ∫₀ˣ e^{−t²} dt, in [−1, 1]; odd; relative error about 1 ulp, also near 0. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size > 0.5) return Math.sign(x) * (1 - expMinusSquare(size) * erfcxRight(size));
  const square = x * x;
  let sum = 0;
  for (let k = ERF_NEAR_0.length - 1; k >= 0; k--) sum = sum * square + ERF_NEAR_0[k]!;
  return x + x * sum;
}

/** Complementary error function 1 − erf x, in [0, 2]; relative error about 2 ulp down to the underflow at x = 26.5. */
export function erfc(x: number): number {
  if (x < 0.5) return x < -0.5 ? 2 - erfc(-x) : 1 - erf(x);
  return x > 27.3 ? 0 : expMinusSquare(x) * erfcxRight(x);
}

/** Density of the standard normal distribution, e^{−x²/2}/√(2π). */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_2PI * expMinusHalfSquare(x);
}

/**
 * Distribution function of the standard normal, Φ(x) = erfc(−x/√2)/2. On the left it is e^{−x²/2} erfcx(−x/√2)/2,
 * where x² keeps its rounding error and erfcx does not mind the rounding of x/√2.
 */
export function normalCdf(x: number): number {
  // Around 0 the distance from ½ is small and erf knows it to the last digit.
  if (Math.abs(x) < 0.7) return 0.5 + 0.5 * erf(x * Math.SQRT1_2);
  if (x > 0) return 1 - normalCdf(-x);
  if (x < -38.6) return 0;
  return 0.5 * expMinusHalfSquare(x) * erfcxRight(-x * Math.SQRT1_2);
}

function expMinusHalfSquare(x: number): number {
  const square = x * x;
  const e = Math.exp(-0.5 * square);
  return square > 1 && e > 0 ? e - 0.5 * e * productError(x, x, square) : e;
}
