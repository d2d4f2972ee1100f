import { productError, sumError } from './twofold.ts';

/** Up to here the rounding error of the product is small enough for one Taylor step. */
const FINE = 1e8;

/**
 * sin(ab), with the rounding of ab made good for |ab| ≤ 1e8. Where ab overflows the phase is taken as 0: the doubles
 * there lie many periods apart and carry no phase.
 */
export function sinOfProduct(a: number, b: number): number {
  const product = phase(a, b);
  const error = rounding(a, b, product);
  return error === 0 ? Math.sin(product) : Math.sin(product) + error * Math.cos(product);
}

/** cos(ab), as `sinOfProduct`. */
export function cosOfProduct(a: number, b: number): number {
  const product = phase(a, b);
  const error = rounding(a, b, product);
  return error === 0 ? Math.cos(product) : Math.cos(product) - error * Math.sin(product);
}

/** π/4 to twice the digits of a double. */
const EIGHTH = 0.7853981633974483;
const EIGHTH_REST = 3.061616997868383e-17;

/** sin(ab + π/4), as `sinOfProduct`; keeps its digits next to its zeros too. */
export function sinOfShiftedProduct(a: number, b: number): number {
  const product = phase(a, b);
  const sum = product + EIGHTH;
  if (!(Math.abs(product) < FINE)) return Math.sin(sum);
  const rest = sumError(product, EIGHTH, sum) + EIGHTH_REST + rounding(a, b, product);
  return Math.sin(sum) + rest * Math.cos(sum);
}

function phase(a: number, b: number): number {
  const product = a * b;
  return Number.isFinite(product) || !Number.isFinite(a) || !Number.isFinite(b) ? product : 0;
}

function rounding(a: number, b: number, product: number): number {
  const size = Math.abs(product);
  return size > 1e-3 && size < FINE ? productError(a, b, product) : 0;
}
