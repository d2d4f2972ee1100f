import { relu } from '../relu.ts';
import { defineGated } from './gatedUnit.ts';

/** a·max(0, b). Source: Shazeer 2020. */
export const reglu = defineGated({
  id: 'reglu',
  label: 'ReGLU',
  names: {},
  tex: 'a\\,\\max(0,b)',
  code: 'a * Math.max(0, b)',
  gate: relu,
  relatives: ['reglu(a, b) = bilinear(a, b) for b > 0'],
  year: 2020,
  source: 'shazeer2020',
});
