import { parseFormula } from '../../src/activations/formula/index.ts';
import { mostSteps, toMathMl } from './mathml.ts';

/** A number longer than this would leave the page, which no set formula may: none of it breaks. */
const LONGEST_NUMBER = 24;

/** The formula as it was understood, with fractions and powers set; a very long one stays as it was typed. */
export function Typeset({ formula }: { formula: string }) {
  const program = parseFormula(formula);
  const broad = program.some((step) => step.kind === 'number' && step.text.length > LONGEST_NUMBER);
  if (program.length > mostSteps || broad) return <code class="typeset long">{formula}</code>;
  return <span class="typeset" dangerouslySetInnerHTML={{ __html: toMathMl(program) }} />;
}
