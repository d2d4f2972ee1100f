import { gelu } from '../gelu.ts';
import { defineGated } from './gatedUnit.ts';

/** a·GELU(b). Source: Shazeer 2020. */
export const geglu = defineGated({
  id: 'geglu',
  label: 'GEGLU',
  names: {},
  tex: 'a\\,b\\,\\Phi(b)',
  code: 'a * b * (1 + erf(b / Math.SQRT2)) / 2',
  gate: gelu,
  relatives: ['geglu(1, b) = gelu(b)'],
  year: 2020,
  source: 'shazeer2020',
});
