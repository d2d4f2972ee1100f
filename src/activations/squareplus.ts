import { defineActivation } from './define.ts';

/** f(x) = (x + √(x² + 4))/2, in (0, ∞): a softplus without exponentials, f(0) = 1. Source: Barron 2021. */
export const squareplus = defineActivation({
  id: 'squareplus',
  label: 'squareplus',
  family: 'softplus',
  names: { keras: 'keras.activations.squareplus', jax: 'jax.nn.squareplus' },
  tex: '\\tfrac{1}{2}\\left(x+\\sqrt{x^2+4}\\right)',
  code: '(x + Math.sqrt(x * x + 4)) / 2',
  // Left of 0 the sum would cancel; its product with (√(x² + 4) − x)/2 is 1.
  f: (x) => (x > 0 ? (x + root(x)) / 2 : 2 / (root(x) - x)),
  // At +∞ the quotient below would read ∞/∞.
  df: (x) => (x === Infinity ? 1 : x > 0 ? (1 + x / root(x)) / 2 : 2 / (root(x) - x) / root(x)),
  d2f: (x) => 2 / root(x) / root(x) / root(x),
  range: { min: 0, max: Infinity, open: [true, true] },
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: 1, minimum: null },
  year: 2021,
  source: 'barron2021',
});

function root(x: number): number {
  return Math.hypot(x, 2);
}
