import { sigmoid, sigmoidSlope, softplus as softplusOne } from '../math/logistic.ts';
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
    // For βx > 709 the product may overflow although f(x) = x does not.
    f: (x) => (beta * x > 709 ? x : softplusOne(beta * x) / beta),
    df: (x) => sigmoid(beta * x),
    d2f: (x) => beta * sigmoidSlope(beta * x),
    range: { min: 0, max: Infinity, open: [true, true] },
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
    claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: 1, minimum: null },
  }),
  relatives: ['softplus′ = sigmoid', 'softplus(x) − softplus(−x) = x', 'softplus(x) = −log_sigmoid(−x)'],
  year: 2001,
  source: 'dugas2001',
});
