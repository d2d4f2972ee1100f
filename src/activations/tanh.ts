import { sechSquared } from '../math/logistic.ts';
import { defineActivation } from './define.ts';

/** f(x) = tanh x, in (−1, 1), f′ = sech² x. Source for its use in networks: LeCun et al. 1998. */
export const tanh = defineActivation({
  id: 'tanh',
  label: 'tanh',
  family: 'tanh',
  names: { pytorch: 'torch.nn.Tanh', keras: 'keras.activations.tanh', jax: 'jax.nn.tanh' },
  tex: '\\tanh x',
  code: 'Math.tanh(x)',
  f: Math.tanh,
  df: sechSquared,
  d2f: (x) => -2 * Math.tanh(x) * sechSquared(x),
  range: { min: -1, max: 1, open: [true, true] },
  asymptotes: { left: { slope: 0, intercept: -1 }, right: { slope: 0, intercept: 1 } },
  claims: { monotone: true, bounded: true, zeroCentred: true, lipschitz: 1, minimum: null },
  relatives: ['tanh(x) = 2 sigmoid(2x) − 1'],
  year: 1998,
  source: 'lecun1998',
});
