import { defineActivation } from './define.ts';

/** f(x) = ReLU6(x + 3)/6, in [0, 1]; f′(±3) = 0. Source: Howard et al. 2019 (MobileNetV3). */
export const hardSigmoid = defineActivation({
  id: 'hard_sigmoid',
  label: 'hard sigmoid',
  family: 'hard',
  names: {
    pytorch: 'torch.nn.Hardsigmoid',
    keras: 'keras.activations.hard_sigmoid',
    jax: 'jax.nn.hard_sigmoid',
  },
  tex: '\\frac{\\min(\\max(x+3,0),6)}{6}',
  code: 'Math.min(Math.max(x + 3, 0), 6) / 6',
  f: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
  df: (x) => (x > -3 && x < 3 ? 1 / 6 : 0),
  d2f: () => 0,
  range: { min: 0, max: 1, open: [false, false] },
  kinks: [
    { x: -3, of: 'df', left: 0, right: 1 / 6, used: 0 },
    { x: 3, of: 'df', left: 1 / 6, right: 0, used: 0 },
  ],
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
  claims: { monotone: true, bounded: true, zeroCentred: false, lipschitz: 1 / 6, minimum: [-3, 0] },
  relatives: ['hard_sigmoid(x) = relu6(x + 3)/6', 'hard_sigmoid(−x) = 1 − hard_sigmoid(x)'],
  year: 2019,
  source: 'howard2019',
});
