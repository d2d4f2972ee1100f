import { defineActivation } from './define.ts';

/** f(x) = 1 for x ≥ 0, else 0; f′ = 0 everywhere, so no gradient passes. Source: McCulloch & Pitts 1943. */
export const step = defineActivation({
  id: 'step',
  label: 'step',
  family: 'step',
  names: {},
  tex: '\\begin{cases}1 & x \\ge 0\\\\ 0 & x < 0\\end{cases}',
  code: 'x >= 0 ? 1 : 0',
  // The second question lets NaN through.
  f: (x) => (x >= 0 ? 1 : x < 0 ? 0 : Number.NaN),
  df: () => 0,
  d2f: () => 0,
  range: { min: 0, max: 1, open: [false, false] },
  kinks: [{ x: 0, of: 'f', left: 0, right: 1, used: 1 }],
  asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
  claims: { monotone: true, bounded: true, zeroCentred: false, lipschitz: Infinity, minimum: [-1, 0] },
  year: 1943,
  source: 'mcculloch1943',
});
