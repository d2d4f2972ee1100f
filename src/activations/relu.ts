import { defineActivation } from './define.ts';

/** f(x) = max(0, x); f′(0) = 0 by convention. Sources: Fukushima 1969; for deep networks Nair & Hinton 2010. */
export const relu = defineActivation({
  id: 'relu',
  label: 'ReLU',
  family: 'relu',
  names: { pytorch: 'torch.nn.ReLU', keras: 'keras.activations.relu', jax: 'jax.nn.relu' },
  tex: '\\max(0, x)',
  code: 'Math.max(0, x)',
  f: (x) => Math.max(0, x),
  df: (x) => (x > 0 ? 1 : 0),
  d2f: () => 0,
  range: { min: 0, max: Infinity, open: [false, true] },
  kinks: [{ x: 0, of: 'df', left: 0, right: 1, used: 0 }],
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: 1, minimum: [0, 0] },
  relatives: ['relu(x) = x step(x)', 'relu(x) = leaky_relu(x) with slope 0', 'relu(x) − relu(−x) = x'],
  year: 2010,
  source: 'nair2010',
});
