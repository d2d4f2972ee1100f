import { expMinusSquare } from '../math/special.ts';
import { productError } from '../math/twofold.ts';
import { defineActivation } from './define.ts';

/** f(x) = e^{−x²}, in (0, 1], the radial basis unit; steepest at ±1/√2. Source: Broomhead & Lowe 1988. */
export const gaussian = defineActivation({
  id: 'gaussian',
  label: 'Gaussian',
  family: 'softsign',
  names: {},
  tex: 'e^{-x^2}',
  code: 'Math.exp(-x * x)',
  f: expMinusSquare,
  // Beyond 28 the exponential is 0 and x² may be infinite.
  df: (x) => (Math.abs(x) > 28 ? 0 : -2 * x * expMinusSquare(x)),
  d2f(x) {
    if (Math.abs(x) > 28) return 0;
    const square = 2 * x * x;
    return 2 * (square - 1 + productError(2 * x, x, square)) * expMinusSquare(x);
  },
  range: { min: 0, max: 1, open: [true, false] },
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 0 } },
  claims: {
    monotone: false,
    bounded: true,
    zeroCentred: false,
    // √(2/e), at ±1/√2.
    lipschitz: 0.8577638849607068,
    minimum: null,
  },
  relatives: ['gaussian′(x) = −2x gaussian(x)'],
  year: 1988,
  source: 'broomhead1988',
});
