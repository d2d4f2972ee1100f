import { defineActivation } from './define.ts';

/** f(x) = x: no activation at all. A stack of layers with it collapses to a single affine layer. */
export const identity = defineActivation({
  id: 'identity',
  label: 'identity',
  family: 'identity',
  names: { pytorch: 'torch.nn.Identity', keras: 'keras.activations.linear', jax: 'jax.nn.identity' },
  tex: 'x',
  code: 'x',
  f: (x) => x,
  df: () => 1,
  d2f: () => 0,
  range: { min: -Infinity, max: Infinity, open: [true, true] },
  asymptotes: { left: { slope: 1, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  claims: { monotone: true, bounded: false, zeroCentred: true, lipschitz: 1, minimum: null },
  year: 1960,
  source: 'widrow1960',
});
