import { defineFamily } from './define.ts';
import { line } from './line.ts';

/** f(x) = min(max(αx, x), 6), 0 ≤ α ≤ 1; f′(0) = α, f′(6) = 0. Source: TensorLayer, Dong et al. 2017. */
export const leakyRelu6 = defineFamily({
  id: 'leaky_relu6',
  label: 'leaky ReLU6',
  family: 'relu6',
  names: { keras: 'keras.layers.ReLU(max_value=6, negative_slope=0.01)' },
  tex: '\\min(\\max(\\alpha x, x), 6)',
  code: 'Math.min(Math.max(negativeSlope * x, x), 6)',
  parameters: [
    { name: 'negativeSlope', symbol: '\\alpha', letter: 'α', default: 0.01, min: 0, max: 1, learned: false },
  ],
  behaviour: ({ negativeSlope: alpha }) => ({
    f: (x) => (x > 0 ? Math.min(x, 6) : line(alpha, x)),
    df: (x) => (x <= 0 ? alpha : x < 6 ? 1 : 0),
    d2f: () => 0,
    range: { min: alpha === 0 ? 0 : -Infinity, max: 6, open: [alpha > 0, false] },
    kinks: [
      ...(alpha === 1 ? [] : [{ x: 0, of: 'df', left: alpha, right: 1, used: alpha } as const]),
      { x: 6, of: 'df', left: 1, right: 0, used: 0 },
    ],
    asymptotes: { left: { slope: alpha, intercept: 0 }, right: { slope: 0, intercept: 6 } },
    claims: {
      monotone: true,
      bounded: alpha === 0,
      zeroCentred: false,
      lipschitz: 1,
      minimum: alpha === 0 ? [0, 0] : null,
    },
  }),
  relatives: ['leaky_relu6(x) = min(leaky_relu(x), 6)', 'leaky_relu6(x) = relu6(x) − α relu(−x)'],
  year: 2017,
  source: 'dong2017',
});
