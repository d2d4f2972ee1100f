import { defineActivation } from './define.ts';

/** f(x) = x/(1 + |x|), in (−1, 1); f″ jumps at 0, where this book sets it to 0. Source: Bergstra et al. 2009. */
export const softsign = defineActivation({
  id: 'softsign',
  label: 'softsign',
  family: 'softsign',
  names: { pytorch: 'torch.nn.Softsign', keras: 'keras.activations.softsign', jax: 'jax.nn.soft_sign' },
  tex: '\\frac{x}{1+|x|}',
  code: 'x / (1 + Math.abs(x))',
  f: (x) => (Math.abs(x) === Infinity ? Math.sign(x) : x / (1 + Math.abs(x))),
  df(x) {
    const n = 1 + Math.abs(x);
    return 1 / (n * n);
  },
  d2f(x) {
    const n = 1 + Math.abs(x);
    return (-2 * Math.sign(x)) / (n * n * n);
  },
  range: { min: -1, max: 1, open: [true, true] },
  kinks: [{ x: 0, of: 'd2f', left: 2, right: -2, used: 0 }],
  asymptotes: { left: { slope: 0, intercept: -1 }, right: { slope: 0, intercept: 1 } },
  claims: { monotone: true, bounded: true, zeroCentred: true, lipschitz: 1, minimum: null },
  relatives: ['softsign(−x) = −softsign(x)', 'softsign′(x) = (1 − |softsign(x)|)²'],
  year: 2009,
  source: 'bergstra2009',
});
