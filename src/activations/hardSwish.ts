import { defineActivation } from './define.ts';

/**
 * f(x) = x·ReLU6(x + 3)/6: 0 up to −3, x from 3 on, a parabola between. At the kinks this book takes the outer
 * branches, f′(−3) = 0 and f′(3) = 1. Source: Howard et al. 2019 (MobileNetV3).
 */
export const hardSwish = defineActivation({
  id: 'hard_swish',
  label: 'hard-swish',
  family: 'hard',
  names: {
    pytorch: 'torch.nn.Hardswish',
    keras: 'keras.activations.hard_swish',
    jax: 'jax.nn.hard_swish',
  },
  tex: 'x\\cdot\\frac{\\min(\\max(x+3,0),6)}{6}',
  code: 'x * Math.min(Math.max(x + 3, 0), 6) / 6',
  f: (x) => (x <= -3 ? 0 : x >= 3 ? x : (x * (x + 3)) / 6),
  df: (x) => (x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6),
  d2f: (x) => (x > -3 && x < 3 ? 1 / 3 : 0),
  range: { min: -0.375, max: Infinity, open: [false, true] },
  kinks: [
    { x: -3, of: 'df', left: 0, right: -0.5, used: 0 },
    { x: 3, of: 'df', left: 1.5, right: 1, used: 1 },
  ],
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  claims: { monotone: false, bounded: false, zeroCentred: false, lipschitz: 1.5, minimum: [-1.5, -0.375] },
  relatives: ['hard_swish(x) = x hard_sigmoid(x)', 'hard_swish(x) ≈ silu(x)'],
  year: 2019,
  source: 'howard2019',
});
