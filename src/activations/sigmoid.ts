import { sigmoid as logistic, sigmoidCurvature, sigmoidSlope } from '../math/logistic.ts';
import { defineActivation } from './define.ts';

/** σ(x) = 1/(1 + e^{−x}), in (0, 1), with slope at most ¼. Source: Rumelhart, Hinton & Williams 1986. */
export const sigmoid = defineActivation({
  id: 'sigmoid',
  label: 'sigmoid',
  family: 'sigmoid',
  names: { pytorch: 'torch.nn.Sigmoid', keras: 'keras.activations.sigmoid', jax: 'jax.nn.sigmoid' },
  tex: '\\frac{1}{1+e^{-x}}',
  code: '1 / (1 + Math.exp(-x))',
  f: logistic,
  df: sigmoidSlope,
  d2f: sigmoidCurvature,
  range: { min: 0, max: 1, open: [true, true] },
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
  claims: { monotone: true, bounded: true, zeroCentred: false, lipschitz: 0.25, minimum: null },
  relatives: ['sigmoid(x) = (1 + tanh(x/2))/2', 'sigmoid(−x) = 1 − sigmoid(x)', 'sigmoid = softplus′'],
  year: 1986,
  source: 'rumelhart1986',
});
