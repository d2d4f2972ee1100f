import { FormulaError, ownName, parseFormula } from '../../src/activations/formula/index.ts';
import type { Settings } from '../../src/figure/settings.ts';

/** The figure's id on its page, for links. */
export const designerId = 'designer';

/** A formula to start from. */
export interface Example {
  readonly name: string;
  readonly formula: string;
}

/** The worked example first: leaky ReLU below 0 joined with ReLU6 above. */
export const examples: readonly [Example, ...Example[]] = [
  { name: 'leaky six', formula: 'max(0.01x, min(x, 6))' },
  { name: 'leaky six, capped', formula: 'min(max(0.01x, x), 6)' },
  { name: 'steeper Swish', formula: 'x * sigmoid(1.5x)' },
  { name: 'log unit', formula: 'sign(x) * log(1 + |x|)' },
  { name: 'ripple', formula: 'x + 0.5 sin(2x)' },
  { name: 'stairs', formula: 'floor(x)' },
];

function refuseFormula(text: string): string | null {
  try {
    parseFormula(text);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return `a formula in x (${error.message})`;
    throw error;
  }
}

function refuseName(text: string): string | null {
  try {
    ownName(text);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return 'a name of 1 to 24 characters';
    throw error;
  }
}

export const controls = {
  with: { kind: 'activation', label: 'Compare with', default: 'relu' },
  formula: { kind: 'text', label: 'Formula', default: examples[0].formula, refuse: refuseFormula },
  name: { kind: 'text', label: 'Name', default: examples[0].name, refuse: refuseName },
} as const;

export type DesignerSettings = Settings<typeof controls>;
