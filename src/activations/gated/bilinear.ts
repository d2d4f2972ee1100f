import { identity } from '../identity.ts';
import { defineGated } from './gatedUnit.ts';

/** ab, the gate without a bend. Source: Dauphin et al. 2017. */
export const bilinear = defineGated({
  id: 'bilinear',
  label: 'bilinear',
  names: {},
  tex: 'a\\,b',
  code: 'a * b',
  gate: identity,
  relatives: ['bilinear(a, b) = bilinear(b, a)'],
  year: 2017,
  source: 'dauphin2017',
});
