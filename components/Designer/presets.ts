import type { Activation } from '../../src/activations/activation.ts';
import { longestName, parseFormula } from '../../src/activations/formula/index.ts';
import { activations } from '../../src/activations/index.ts';
import type { Example } from './settings.ts';

const readable = (text: string): boolean => {
  try {
    parseFormula(text);
    return true;
  } catch {
    return false;
  }
};

/** A function's code as a reader would type it: its parameters as numbers, and no `Math.` where the name alone is enough. */
export function formulaOf({ code, values }: Activation): string {
  const numbers = Object.entries(values).reduce(
    (text, [name, value]) =>
      text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value < 0 ? `(${value})` : `${value}`),
    code,
  );
  const short = numbers.replaceAll('Math.PI', 'pi').replaceAll('Math.', '');
  return readable(short) ? short : numbers;
}

interface Preset extends Example {
  readonly label: string;
}

/** Every function of the book as a formula to start from. */
export const presets: readonly Preset[] = activations.map((activation) => ({
  label: activation.label,
  name: `my ${activation.label}`.slice(0, longestName),
  formula: formulaOf(activation),
}));
