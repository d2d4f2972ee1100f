import { defineFamily } from './define.ts';
import { leaky } from './leaky.ts';

/**
 * Leaky ReLU whose slope α is learned, per channel or one per layer; ∂f/∂α = min(0, x), α starts at ¼.
 * Source: He et al. 2015.
 */
export const prelu = defineFamily({
  id: 'prelu',
  label: 'PReLU',
  family: 'leaky',
  names: { pytorch: 'torch.nn.PReLU', keras: 'keras.layers.PReLU', jax: 'flax.linen.PReLU' },
  tex: '\\begin{cases}x & x > 0\\\\ \\alpha x & x \\le 0\\end{cases}',
  code: 'x > 0 ? x : negativeSlope * x',
  parameters: [
    { name: 'negativeSlope', symbol: '\\alpha', letter: 'α', default: 0.25, min: -2, max: 2, learned: true },
  ],
  behaviour: ({ negativeSlope }) => leaky(negativeSlope),
  relatives: ['prelu(x) = leaky_relu(x) with the same slope', 'prelu(x) = relu(x) − α relu(−x)'],
  year: 2015,
  source: 'he2015',
});
