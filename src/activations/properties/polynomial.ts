import type { Scalar } from './probe.ts';

const DEGREE = 8;
const NODES = 64;
// Further out a function that bends slowly shows that it is none.
const WIDE = 500;

/**
 * True where a polynomial of degree 8 fits f on [−5, 5] to 1e-9, and on [−500, 500] to 1e-10 of its size: networks of it are
 * polynomials too.
 */
export function isPolynomial(f: Scalar): boolean {
  const size = Math.max(...Array.from({ length: 101 }, (_, i) => Math.abs(f((WIDE * (i - 50)) / 50))));
  return polynomialResidual(f) < 1e-9 && polynomialResidual(f, WIDE) <= 1e-10 * size;
}

/**
 * Largest residual of the degree-8 Chebyshev fit of f on [−reach, reach], at points between the nodes of the fit. NaN when f
 * is not a number there.
 */
export function polynomialResidual(f: Scalar, reach = 5): number {
  const angles = Array.from({ length: NODES }, (_, i) => (Math.PI * (i + 0.5)) / NODES);
  const values = angles.map((angle) => f(reach * Math.cos(angle)));
  const coefficients = Array.from({ length: DEGREE + 1 }, (_, k) => {
    const sum = angles.reduce((total, angle, i) => total + values[i]! * Math.cos(k * angle), 0);
    return (k === 0 ? 1 : 2) * (sum / NODES);
  });
  let worst = 0;
  for (let i = 0; i <= 200; i++) {
    const angle = (Math.PI * i) / 200;
    const fit = coefficients.reduce((sum, c, k) => sum + c * Math.cos(k * angle), 0);
    const gap = Math.abs(f(reach * Math.cos(angle)) - fit);
    if (Number.isNaN(gap)) return Number.NaN;
    worst = Math.max(worst, gap);
  }
  return worst;
}
