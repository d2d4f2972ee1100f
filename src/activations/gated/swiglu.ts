import { silu } from '../silu.ts';
import { defineGated } from './gatedUnit.ts';

/** a·SiLU(b), the feed-forward gate of many large language models. Source: Shazeer 2020. */
export const swiglu = defineGated({
  id: 'swiglu',
  label: 'SwiGLU',
  names: {},
  tex: 'a\\,b\\,\\sigma(b)',
  code: 'a * b / (1 + Math.exp(-b))',
  gate: silu,
  relatives: ['swiglu(1, b) = silu(b)', 'swiglu(a, b) = b glu(a, b)'],
  year: 2020,
  source: 'shazeer2020',
});
