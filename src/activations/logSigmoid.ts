import { sigmoid, sigmoidSlope, softplus } from '../math/logistic.ts';
import { defineActivation } from './define.ts';

/** f(x) = ln σ(x) = −ln(1 + e^{−x}), in (−∞, 0); the stable form of the binary loss. Source: Goodfellow et al. 2016. */
export const logSigmoid = defineActivation({
  id: 'log_sigmoid',
  label: 'log-sigmoid',
  family: 'softplus',
  names: {
    pytorch: 'torch.nn.LogSigmoid',
    keras: 'keras.activations.log_sigmoid',
    jax: 'jax.nn.log_sigmoid',
  },
  tex: '-\\ln\\left(1+e^{-x}\\right)',
  code: '-Math.log1p(Math.exp(-x))',
  f: (x) => -softplus(-x),
  df: (x) => sigmoid(-x),
  d2f: (x) => -sigmoidSlope(x),
  range: { min: -Infinity, max: 0, open: [true, true] },
  asymptotes: { left: { slope: 1, intercept: 0 }, right: { slope: 0, intercept: 0 } },
  claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: 1, minimum: null },
  relatives: ['log_sigmoid(x) = −softplus(−x)', 'log_sigmoid(x) = ln sigmoid(x)'],
  year: 2016,
  source: 'goodfellow2016',
});
