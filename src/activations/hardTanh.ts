import { defineActivation } from './define.ts';

/** f(x) = clip(x, −1, 1); f′(±1) = 0. Source: Collobert 2004. */
export const hardTanh = defineActivation({
  id: 'hard_tanh',
  label: 'hard tanh',
  family: 'hard',
  names: { pytorch: 'torch.nn.Hardtanh', keras: 'keras.activations.hard_tanh', jax: 'jax.nn.hard_tanh' },
  tex: '\\min(\\max(x,-1),1)',
  code: 'Math.min(Math.max(x, -1), 1)',
  f: (x) => Math.min(Math.max(x, -1), 1),
  df: (x) => (x > -1 && x < 1 ? 1 : 0),
  d2f: () => 0,
  range: { min: -1, max: 1, open: [false, false] },
  kinks: [
    { x: -1, of: 'df', left: 0, right: 1, used: 0 },
    { x: 1, of: 'df', left: 1, right: 0, used: 0 },
  ],
  asymptotes: { left: { slope: 0, intercept: -1 }, right: { slope: 0, intercept: 1 } },
  claims: { monotone: true, bounded: true, zeroCentred: true, lipschitz: 1, minimum: [-1, -1] },
  relatives: ['hard_tanh(x) = relu(x + 1) − relu(x − 1) − 1'],
  year: 2004,
  source: 'collobert2004',
});
