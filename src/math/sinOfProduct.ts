import { productError } from './twofold.ts';

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

function phase(a: number, b: number): number {
  const product = a * b;
  return Number.isFinite(product) || !Number.isFinite(a) || !Number.isFinite(b) ? product : 0;
}

function rounding(a: number, b: number, product: number): number {
  const size = Math.abs(product);
  return size > 1e-3 && size < FINE ? productError(a, b, product) : 0;
}
