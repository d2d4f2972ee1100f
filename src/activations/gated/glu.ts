import { sigmoid } from '../sigmoid.ts';
import { defineGated } from './gatedUnit.ts';

/** The gated linear unit aσ(b). Source: Dauphin et al. 2017. */
export const glu = defineGated({
  id: 'glu',
  label: 'GLU',
  names: { pytorch: 'torch.nn.GLU', keras: 'keras.activations.glu', jax: 'jax.nn.glu' },
  tex: 'a\\,\\sigma(b)',
  code: 'a / (1 + Math.exp(-b))',
  gate: sigmoid,
  relatives: ['glu(a, 0) = a/2'],
  year: 2017,
  source: 'dauphin2017',
});
