import { defineActivation } from './define.ts';

/** f(x) = min(max(0, x), 6); f′(0) = f′(6) = 0. The cap bounds values for few-bit arithmetic. Source: Krizhevsky 2010. */
export const relu6 = defineActivation({
  id: 'relu6',
  label: 'ReLU6',
  family: 'relu6',
  names: { pytorch: 'torch.nn.ReLU6', keras: 'keras.activations.relu6', jax: 'jax.nn.relu6' },
  tex: '\\min(\\max(0, x), 6)',
  code: 'Math.min(Math.max(0, x), 6)',
  f: (x) => Math.min(Math.max(0, x), 6),
  df: (x) => (x > 0 && x < 6 ? 1 : 0),
  d2f: () => 0,
  range: { min: 0, max: 6, open: [false, false] },
  kinks: [
    { x: 0, of: 'df', left: 0, right: 1, used: 0 },
    { x: 6, of: 'df', left: 1, right: 0, used: 0 },
  ],
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 6 } },
  claims: { monotone: true, bounded: true, zeroCentred: false, lipschitz: 1, minimum: [0, 0] },
  relatives: ['relu6(x) = relu(x) − relu(x − 6)', 'relu6(x) = 6 − relu6(6 − x)'],
  year: 2010,
  source: 'krizhevsky2010',
});
