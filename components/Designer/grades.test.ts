import { expect, it } from 'vitest';
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { grades } from './grades.ts';
import { examine } from './model.ts';

/** What the card prints, without what is measured. */
const printed = (formula: string): Record<string, string> => {
  const it = examine(activationFromFormula(formula), null);
  return Object.fromEntries(
    grades.map((grade) => {
      const { text, beside } = grade.of(it);
      return [grade.wish, `${text}; ${beside}`];
    }),
  );
};

it.each([
  ['tan(x)', 'A value everywhere', 'no; not at x = −29.8451'],
  ['tan(x)', 'A bend', '–; cannot be averaged'],
  ['tan(x)', 'A gradient that survives', '–; cannot be averaged'],
  ['tan(x)', 'A mean of zero', '–; cannot be averaged'],
  ['cbrt(x)', 'A value everywhere', 'yes; E f² = 0.802'],
  ['cbrt(x)', 'A gradient that survives', '0; χ = ∞'],
  ['cbrt(x)', 'A mean of zero', '1; mean 0; κ₁₀₀ = 1'],
  ['sqrt(|x|)', 'A gradient that survives', '0; χ = ∞'],
  ['sin(1e15x)', 'A value everywhere', '–; cannot be averaged'],
  ['sign(sin(1000x))', 'A bend', '–; cannot be averaged'],
  ['0.3', 'A bend', '0; always the same answer'],
  ['0.3', 'A mean of zero', '0; mean 0.3; κ₁₀₀ = ∞'],
  ['0', 'A mean of zero', '–; '],
  ['max(0.01x, min(x, 6))', 'A slope everywhere', '0.5; 2 places'],
  ['7', 'A slope everywhere', '0; slope 0 for 100 % of inputs'],
  ['1e-200x', 'A bend', '0; a straight line'],
])('of %s the card prints under “%s”: %s', (formula, wish, text) => {
  expect(printed(formula)[wish]).toBe(text);
});
