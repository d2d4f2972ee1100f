import { defineFamily } from './define.ts';
import { leaky } from './leaky.ts';

/**
 * Randomised leaky ReLU: in training the slope is drawn from U(lower, upper) for every value; this record is the test
 * mode, with the mean slope (lower + upper)/2 = 11/48. Throws RangeError when lower > upper. Source: Xu et al. 2015.
 */
export const rrelu = defineFamily({
  id: 'rrelu',
  label: 'RReLU',
  family: 'leaky',
  names: { pytorch: 'torch.nn.RReLU' },
  tex: '\\begin{cases}x & x > 0\\\\ \\tfrac{\\ell+u}{2}\\,x & x \\le 0\\end{cases}',
  code: 'x > 0 ? x : (lower + upper) / 2 * x',
  parameters: [
    { name: 'lower', symbol: '\\ell', letter: 'ℓ', default: 1 / 8, min: -1, max: 1, learned: false },
    { name: 'upper', symbol: 'u', letter: 'u', default: 1 / 3, min: -1, max: 1, learned: false },
  ],
  behaviour({ lower, upper }) {
    if (lower > upper)
      throw new RangeError(`invalid lower of rrelu: ${lower}; expected at most upper, ${upper}`);
    return leaky((lower + upper) / 2);
  },
  relatives: ['rrelu(x) = leaky_relu(x) with slope (lower + upper)/2'],
  year: 2015,
  source: 'xu2015',
});
