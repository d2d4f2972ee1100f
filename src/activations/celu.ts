import { productError } from '../math/twofold.ts';
import { defineFamily } from './define.ts';

/** f(x) = x for x > 0, α(e^{x/α} − 1) otherwise; f′(0) = 1 for every α, f″ jumps there. Source: Barron 2017. */
export const celu = defineFamily({
  id: 'celu',
  label: 'CELU',
  family: 'elu',
  names: { pytorch: 'torch.nn.CELU', keras: 'keras.activations.celu', jax: 'jax.nn.celu' },
  tex: '\\begin{cases}x & x > 0\\\\ \\alpha(e^{x/\\alpha}-1) & x \\le 0\\end{cases}',
  code: 'x > 0 ? x : alpha * Math.expm1(x / alpha)',
  parameters: [
    { name: 'alpha', symbol: '\\alpha', letter: 'α', default: 1, min: 0.01, max: 10, learned: false },
  ],
  behaviour: ({ alpha }) => ({
    f: (x) => (x > 0 ? x : alpha * Math.expm1(x / alpha)),
    df: (x) => (x >= 0 ? 1 : expOfQuotient(x, alpha)),
    d2f: (x) => (x < 0 ? expOfQuotient(x, alpha) / alpha : 0),
    range: { min: -alpha, max: Infinity, open: [true, true] },
    kinks: [{ x: 0, of: 'd2f', left: 1 / alpha, right: 0, used: 0 }],
    asymptotes: { left: { slope: 0, intercept: -alpha }, right: { slope: 1, intercept: 0 } },
    claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: 1, minimum: null },
  }),
  relatives: ['celu(x) = α elu(x/α) with α = 1 in elu'],
  year: 2017,
  source: 'barron2017',
});

/** e^{x/α}, x < 0, with the rounding of the quotient made good. */
function expOfQuotient(x: number, alpha: number): number {
  const quotient = x / alpha;
  const e = Math.exp(quotient);
  if (e === 0 || quotient > -0.5) return e;
  const product = quotient * alpha;
  return e + (e * (x - product - productError(quotient, alpha, product))) / alpha;
}
