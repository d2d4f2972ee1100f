import { expOfProduct } from '../math/expOfProduct.ts';
import { defineFamily } from './define.ts';

/** f(x) = ln(1 + e^{βx})/β, in (0, ∞); f′ = σ(βx). A smooth ReLU. Source: Dugas et al. 2001. */
export const softplus = defineFamily({
  id: 'softplus',
  label: 'softplus',
  family: 'softplus',
  names: { pytorch: 'torch.nn.Softplus', keras: 'keras.activations.softplus', jax: 'jax.nn.softplus' },
  tex: '\\tfrac{1}{\\beta}\\ln\\left(1+e^{\\beta x}\\right)',
  code: 'Math.log1p(Math.exp(beta * x)) / beta',
  parameters: [
    { name: 'beta', symbol: '\\beta', letter: 'β', default: 1, min: 0.01, max: 100, learned: false },
  ],
  behaviour: ({ beta }) => ({
    f: (x) => Math.max(x, 0) + Math.log1p(expOfProduct(-beta, Math.abs(x))) / beta,
    df(x) {
      const e = expOfProduct(-beta, Math.abs(x));
      return (x >= 0 ? 1 : e) / (1 + e);
    },
    d2f(x) {
      const e = expOfProduct(-beta, Math.abs(x));
      return (beta * e) / ((1 + e) * (1 + e));
    },
    range: { min: 0, max: Infinity, open: [true, true] },
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
    claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: 1, minimum: null },
  }),
  relatives: ['softplus′ = sigmoid', 'softplus(x) − softplus(−x) = x', 'softplus(x) = −log_sigmoid(−x)'],
  year: 2001,
  source: 'dugas2001',
});
