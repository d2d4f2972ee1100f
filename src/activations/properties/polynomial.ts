import type { Scalar } from './probe.ts';

const DEGREE = 8;
const NODES = 64;
const REACH = 5;

/**
 * Largest residual of the degree-8 Chebyshev fit of f on [−5, 5], at points between the nodes of the fit. Below 1e-9
 * f is a polynomial for all we can see, and networks of it are polynomials too. NaN when f is not a number there.
 */
export function polynomialResidual(f: Scalar): number {
  const angles = Array.from({ length: NODES }, (_, i) => (Math.PI * (i + 0.5)) / NODES);
  const values = angles.map((angle) => f(REACH * Math.cos(angle)));
  const coefficients = Array.from({ length: DEGREE + 1 }, (_, k) => {
    const sum = angles.reduce((total, angle, i) => total + values[i]! * Math.cos(k * angle), 0);
    return (k === 0 ? 1 : 2) * (sum / NODES);
  });
  let worst = 0;
  for (let i = 0; i <= 200; i++) {
    const angle = (Math.PI * i) / 200;
    const fit = coefficients.reduce((sum, c, k) => sum + c * Math.cos(k * angle), 0);
    const gap = Math.abs(f(REACH * Math.cos(angle)) - fit);
    if (Number.isNaN(gap)) return Number.NaN;
    worst = Math.max(worst, gap);
  }
  return worst;
}
