import { defineActivation } from './define.ts';
import { exponentialUnit } from './exponentialUnit.ts';

const LAMBDA = 1.0507009873554805;
const ALPHA = 1.6732632423543772;

const unit = exponentialUnit(LAMBDA, LAMBDA * ALPHA);

/**
 * f(x) = λx for x > 0, λα*(e^x − 1) otherwise, λ = 1.0507…, α* = 1.6733… chosen so that z ~ N(0, 1) keeps mean 0 and
 * variance 1; f′(0) = λα*. Source: Klambauer et al. 2017.
 */
export const selu = defineActivation({
  id: 'selu',
  label: 'SELU',
  family: 'elu',
  names: { pytorch: 'torch.nn.SELU', keras: 'keras.activations.selu', jax: 'jax.nn.selu' },
  tex: '\\lambda\\begin{cases}x & x > 0\\\\ \\alpha^*(e^x-1) & x \\le 0\\end{cases}',
  code: '1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))',
  ...unit,
  claims: { ...unit.claims, zeroCentred: true },
  relatives: ['selu(x) = λ elu(x) with α = α*'],
  year: 2017,
  source: 'klambauer2017',
});
