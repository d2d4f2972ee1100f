import { defineActivation } from './define.ts';

/** f(x) = max(0, x)², f′ = 2 max(0, x) without bound; f″ jumps at 0. Source: So et al. 2021 (Primer). */
export const squaredRelu = defineActivation({
  id: 'squared_relu',
  label: 'squared ReLU',
  family: 'relu',
  names: {},
  tex: '\\max(0, x)^2',
  code: 'Math.max(0, x) ** 2',
  f: (x) => Math.max(0, x) * Math.max(0, x),
  df: (x) => 2 * Math.max(0, x),
  d2f: (x) => (x > 0 ? 2 : 0),
  range: { min: 0, max: Infinity, open: [false, true] },
  kinks: [{ x: 0, of: 'd2f', left: 0, right: 2, used: 0 }],
  asymptotes: { left: { slope: 0, intercept: 0 }, right: null },
  claims: { monotone: true, bounded: false, zeroCentred: false, lipschitz: Infinity, minimum: [0, 0] },
  relatives: ['squared_relu(x) = relu(x)²', 'squared_relu′(x) = 2 relu(x)'],
  year: 2021,
  source: 'so2021',
});
