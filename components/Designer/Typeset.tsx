import { parseFormula } from '../../src/activations/formula/index.ts';
import { mostSteps, toMathMl } from './mathml.ts';

/** The formula as it was understood, with fractions and powers set; a very long one stays as it was typed. */
export function Typeset({ formula }: { formula: string }) {
  const program = parseFormula(formula);
  if (program.length > mostSteps) return <code class="typeset long">{formula}</code>;
  return <span class="typeset" dangerouslySetInnerHTML={{ __html: toMathMl(program) }} />;
}
