/** The logistic function σ(x) = 1/(1 + e^{−x}) and its kin, each in a form that neither overflows nor cancels. */

/** σ(x) = 1/(1 + e^{−x}), in (0, 1); relative error below 2 ulp on both tails. 1 − σ(x) is σ(−x). */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** σ′(x) = σ(x)σ(−x) = e^{−|x|}/(1 + e^{−|x|})², in (0, 1/4]. */
export function sigmoidSlope(x: number): number {
  const e = Math.exp(-Math.abs(x));
  const n = 1 + e;
  return e / (n * n);
}

/** σ″(x) = −σ′(x) tanh(x/2). */
export function sigmoidCurvature(x: number): number {
  return -sigmoidSlope(x) * Math.tanh(x / 2);
}

/** ln(1 + e^x) = max(x, 0) + ln(1 + e^{−|x|}), in (0, ∞): the two terms never cancel. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** sech² x = 1 − tanh² x = 4e^{−2|x|}/(1 + e^{−2|x|})², in (0, 1], accurate on the tails where 1 − tanh² is 0. */
export function sechSquared(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  const n = 1 + e;
  return (4 * e) / (n * n);
}
