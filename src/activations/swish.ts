import { defineFamily } from './define.ts';
import { gatedLine } from './gatedLine.ts';

/** f(x) = xσ(βx), β fixed or learned: β = 0 is x/2, β = 1 SiLU, β → ∞ ReLU. Source: Ramachandran, Zoph & Le 2017. */
export const swish = defineFamily({
  id: 'swish',
  label: 'Swish',
  family: 'silu',
  names: { pytorch: 'torch.nn.SiLU', keras: 'keras.activations.silu', jax: 'jax.nn.swish' },
  tex: 'x\\,\\sigma(\\beta x)',
  code: 'x / (1 + Math.exp(-beta * x))',
  parameters: [{ name: 'beta', symbol: '\\beta', letter: 'β', default: 1, min: 0, max: 100, learned: true }],
  behaviour: ({ beta }) => gatedLine(beta),
  relatives: ['swish(x) = silu(βx)/β', 'swish(x) = x sigmoid(βx)'],
  year: 2017,
  source: 'ramachandran2017',
});
