import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/activations/formula/index.ts';
import { toMathMl } from './mathml.ts';

/** The signs in reading order, without markup. */
const read = (formula: string): string => toMathMl(parseFormula(formula)).replace(/<[^>]*>|&#x206[12];/g, '');

describe('a formula, set', () => {
  it.each([
    ['max(0.01x, min(x, 6))', 'max(0.01x,min(x,6))'],
    ['(x + 1)(x - 2)', '(x+1)(x−2)'],
    ['x - (1 - x)', 'x−(1−x)'],
    ['2 * 3x', '2·(3x)'],
    ['|x| + floor(x)', '|x|+⌊x⌋'],
    ['logistic(pi x)', 'σ(πx)'],
    ['-x^2', '−x2'],
    ['x >= 0 ? x : -1', '{xif x≥0−1otherwise'],
  ])('%s reads %s', (formula, want) => {
    expect(read(formula)).toBe(want.replace('≥', '≥'));
  });

  it('shows what a fraction holds', () => {
    expect(toMathMl(parseFormula('1/2x'))).toContain('<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn>');
    expect(toMathMl(parseFormula('(x+1)^2'))).toMatch(/<msup><mrow><mrow><mo[^>]*>\(/);
  });

  it('balances its tags, however deep', () => {
    const deep = `${'('.repeat(90)}x${')/2'.repeat(90)}`;
    const markup = toMathMl(parseFormula(deep));
    expect(markup.match(/<mfrac>/g)).toHaveLength(90);
    expect(markup.match(/<\/mfrac>/g)).toHaveLength(90);
  });
});
