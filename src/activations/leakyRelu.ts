import { defineFamily } from './define.ts';
import { leaky } from './leaky.ts';

/** f(x) = x for x > 0, αx otherwise, α = `negativeSlope`; f′(0) = α. Source: Maas, Hannun & Ng 2013. */
export const leakyRelu = defineFamily({
  id: 'leaky_relu',
  label: 'leaky ReLU',
  family: 'leaky',
  names: {
    pytorch: 'torch.nn.LeakyReLU',
    keras: 'keras.activations.leaky_relu',
    jax: 'jax.nn.leaky_relu',
  },
  tex: '\\begin{cases}x & x > 0\\\\ \\alpha x & x \\le 0\\end{cases}',
  code: 'x > 0 ? x : negativeSlope * x',
  parameters: [
    { name: 'negativeSlope', symbol: '\\alpha', letter: 'α', default: 0.01, min: -1, max: 1, learned: false },
  ],
  behaviour: ({ negativeSlope }) => leaky(negativeSlope),
  relatives: ['leaky_relu(x) = max(αx, x) for 0 ≤ α ≤ 1', 'leaky_relu(x) = relu(x) − α relu(−x)'],
  year: 2013,
  source: 'maas2013',
});
