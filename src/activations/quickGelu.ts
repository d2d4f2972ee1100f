import { defineActivation } from './define.ts';
import { gatedLine } from './gatedLine.ts';

/** f(x) = xσ(1.702x), the sigmoid approximation of GELU. Source: Hendrycks & Gimpel 2016. */
export const quickGelu = defineActivation({
  id: 'quick_gelu',
  label: 'quick GELU',
  family: 'gelu',
  names: {},
  tex: 'x\\,\\sigma(1.702x)',
  code: 'x / (1 + Math.exp(-1.702 * x))',
  ...gatedLine(1.702),
  relatives: ['quick_gelu(x) = swish(x) with β = 1.702', 'quick_gelu(x) ≈ gelu(x)'],
  year: 2016,
  source: 'hendrycks2016',
});
