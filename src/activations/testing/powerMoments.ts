/**
 * Moments of powers of a shifted normal variable in closed form: DLMF 13.2 and Winkelbauer 2012, arXiv:1209.4340, (17) and (18).
 */

/** The averages over z ~ N(0,1) that a function is judged by. */
export interface Averages {
  /** E f. */
  readonly mean: number;
  /** E f². */
  readonly square: number;
  /** E f′². */
  readonly slopeSquare: number;
  /** E z f. */
  readonly linear: number;
  /** E z f f′. */
  readonly growth: number;
}

/** E |z − c|^p, p > −1; for other p, not an odd integer below 0, its continuation. */
export const absolute = (p: number, c = 0): number =>
  ((2 ** (p / 2) * gamma((p + 1) / 2)) / Math.sqrt(Math.PI)) * kummer(-p / 2, 1 / 2, (-c * c) / 2);

/** E sign(z − c) |z − c|^p, p > −2. */
export const signed = (p: number, c = 0): number =>
  ((-c * 2 ** ((p + 1) / 2) * gamma(p / 2 + 1)) / Math.sqrt(Math.PI)) *
  kummer((1 - p) / 2, 3 / 2, (-c * c) / 2);

/** Lanczos' approximation with g = 7, to 1e-15 relative. */
function gamma(x: number): number {
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const t = x + 6.5;
  const sum = LANCZOS.reduce((total, c, i) => total + (i === 0 ? c : c / (x - 1 + i)), 0);
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * sum;
}

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** M(a, b, x) by its series. */
function kummer(a: number, b: number, x: number): number {
  let [term, sum] = [1, 1];
  for (let k = 0; k < 100; k++) {
    term *= ((a + k) / (b + k)) * (x / (k + 1));
    sum += term;
  }
  return sum;
}
