import { productError } from './twofold.ts';

/** Below this size of exponent e^{…} is 0, above it Infinity: no correction can matter. */
const BEYOND = 746;

/** e^{ab} with relative error of about 1 ulp, also where rounding ab alone would cost |ab| ulp. */
export function expOfProduct(a: number, b: number): number {
  const product = a * b;
  if (!(Math.abs(product) < BEYOND)) return Math.exp(product);
  // A tiny product needs no correction, and its error term could underflow.
  if (Math.abs(product) < 0.5 || Math.abs(a) > 1e270 || Math.abs(b) > 1e270) return Math.exp(product);
  const e = Math.exp(product);
  return e + e * productError(a, b, product);
}
