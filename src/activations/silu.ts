import { defineActivation } from './define.ts';
import { gatedLine } from './gatedLine.ts';

/** f(x) = xσ(x), minimum −0.278 at −1.278. Sources: Hendrycks & Gimpel 2016; Elfwing, Uchibe & Doya 2018. */
export const silu = defineActivation({
  id: 'silu',
  label: 'SiLU',
  family: 'silu',
  names: { pytorch: 'torch.nn.SiLU', keras: 'keras.activations.silu', jax: 'jax.nn.silu' },
  tex: 'x\\,\\sigma(x)',
  code: 'x / (1 + Math.exp(-x))',
  ...gatedLine(1),
  relatives: ['silu(x) = swish(x) with β = 1', 'silu(x) = x sigmoid(x)', 'silu(x) − silu(−x) = x'],
  year: 2018,
  source: 'elfwing2018',
});
