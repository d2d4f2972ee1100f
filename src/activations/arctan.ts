import { defineActivation } from './define.ts';

/** f(x) = arctan x, in (−π/2, π/2); f′ falls only like 1/x². Source: Kamruzzaman & Aziz 2002. */
export const arctan = defineActivation({
  id: 'arctan',
  label: 'arctan',
  family: 'softsign',
  names: { pytorch: 'torch.atan', keras: 'keras.ops.arctan', jax: 'jax.numpy.arctan' },
  tex: '\\arctan x',
  code: 'Math.atan(x)',
  f: Math.atan,
  // Beyond 1e8 the 1 is rounded away, and 1/x/x reaches further down than 1/x² does.
  df: (x) => (Math.abs(x) > 1e8 ? 1 / x / x : 1 / (1 + x * x)),
  d2f(x) {
    if (Math.abs(x) > 1e8) return -2 / x / x / x;
    const n = 1 + x * x;
    return (-2 * x) / (n * n);
  },
  range: { min: -Math.PI / 2, max: Math.PI / 2, open: [true, true] },
  asymptotes: {
    left: { slope: 0, intercept: -Math.PI / 2 },
    right: { slope: 0, intercept: Math.PI / 2 },
  },
  claims: { monotone: true, bounded: true, zeroCentred: true, lipschitz: 1, minimum: null },
  relatives: ['arctan(−x) = −arctan(x)', 'arctan(x) + arctan(1/x) = π/2 for x > 0'],
  year: 2002,
  source: 'kamruzzaman2002',
});
