import type { Scalar } from './probe.ts';

/** (f(x + h) − f(x))/h; error about h|f″|/2 + ε|f|/h. */
export function forwardDifference(f: Scalar, x: number, h: number): number {
  return (f(x + h) - f(x)) / h;
}

/** (f(x + h) − f(x − h))/(2h); error about h²|f‴|/6 + ε|f|/h. At a kink the mean of the two slopes. */
export function centralDifference(f: Scalar, x: number, h: number): number {
  return (f(x + h) - f(x - h)) / (2 * h);
}
