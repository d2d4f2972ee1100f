import { defineFamily } from './define.ts';
import { exponentialUnit } from './exponentialUnit.ts';

/** f(x) = x for x > 0, α(e^x − 1) otherwise; f′(0) = α. Source: Clevert, Unterthiner & Hochreiter 2016. */
export const elu = defineFamily({
  id: 'elu',
  label: 'ELU',
  family: 'elu',
  names: { pytorch: 'torch.nn.ELU', keras: 'keras.activations.elu', jax: 'jax.nn.elu' },
  tex: '\\begin{cases}x & x > 0\\\\ \\alpha(e^x-1) & x \\le 0\\end{cases}',
  code: 'x > 0 ? x : alpha * Math.expm1(x)',
  parameters: [
    { name: 'alpha', symbol: '\\alpha', letter: 'α', default: 1, min: 0, max: 10, learned: false },
  ],
  behaviour: ({ alpha }) => exponentialUnit(1, alpha),
  relatives: ['elu(x) = celu(x) when α = 1', 'selu(x) = λ elu(x) with α = α*'],
  year: 2016,
  source: 'clevert2016',
});
