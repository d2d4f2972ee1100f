import { defineFamily } from './define.ts';
import { line } from './line.ts';

/** f(x) = αx up to 0, x up to 6, then 6 + α(x − 6), 0 ≤ α ≤ 1; f′(0) = f′(6) = α. Source: TensorLayer, Dong et al. 2017. */
export const leakyRelu6TwoSided = defineFamily({
  id: 'leaky_relu6_two_sided',
  label: 'two-sided leaky ReLU6',
  family: 'relu6',
  names: {},
  tex: '\\begin{cases}\\alpha x & x \\le 0\\\\ x & 0 < x < 6\\\\ 6+\\alpha(x-6) & x \\ge 6\\end{cases}',
  code: 'x <= 0 ? negativeSlope * x : x < 6 ? x : 6 + negativeSlope * (x - 6)',
  parameters: [
    { name: 'negativeSlope', symbol: '\\alpha', letter: 'α', default: 0.01, min: 0, max: 1, learned: false },
  ],
  behaviour: ({ negativeSlope: alpha }) => ({
    f: (x) => (x <= 0 ? line(alpha, x) : x < 6 ? x : 6 + line(alpha, x - 6)),
    df: (x) => (x > 0 && x < 6 ? 1 : alpha),
    d2f: () => 0,
    range:
      alpha === 0
        ? { min: 0, max: 6, open: [false, false] }
        : { min: -Infinity, max: Infinity, open: [true, true] },
    kinks:
      alpha === 1
        ? []
        : [
            { x: 0, of: 'df', left: alpha, right: 1, used: alpha },
            { x: 6, of: 'df', left: 1, right: alpha, used: alpha },
          ],
    asymptotes: {
      left: { slope: alpha, intercept: 0 },
      right: { slope: alpha, intercept: 6 * (1 - alpha) },
    },
    claims: {
      monotone: true,
      bounded: alpha === 0,
      zeroCentred: alpha === 1,
      lipschitz: 1,
      minimum: alpha === 0 ? [0, 0] : null,
    },
  }),
  relatives: ['leaky_relu6_two_sided(x) = 6 − leaky_relu6_two_sided(6 − x)'],
  year: 2017,
  source: 'dong2017',
});
