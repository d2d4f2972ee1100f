/**
 * Twofold arithmetic: what one rounding of a sum or product leaves behind, so that high + low is exact.
 * Needed where a rounded argument meets an exponential: e^{−x²} multiplies the relative error of x² by x².
 * Source: Dekker 1971, "A floating-point technique for extending the available precision".
 */

/** 2^27 + 1 cuts a 53-bit number in two halves whose products are exact. */
const SPLITTER = 134217729;

/** The error of a product: a·b = product + error exactly, given product = fl(a·b) and |a|, |b| < 2^996, no underflow. */
export function productError(a: number, b: number, product: number): number {
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}

/** The error of a sum: a + b = sum + error exactly, given sum = fl(a + b) without overflow (Knuth). */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}
