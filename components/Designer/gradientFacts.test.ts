import { expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { shown } from '../../src/activations/properties/words.ts';
import { normalCdf } from '../../src/math/special.ts';
import { factText, gradientFacts } from './gradientFacts.ts';
import { examine } from './model.ts';

/** What the card prints, by symbol. */
function printed(formula: string): Record<string, string> {
  const { card } = examine(activationFromFormula(formula), null);
  return Object.fromEntries(
    gradientFacts.map((fact) => [fact.symbol + (fact.sub ?? ''), factText(fact, card.gradient)]),
  );
}

it.each([
  ['max(0, x)', 'relu'],
  ['x > 0 ? x : expm1(x)', 'elu'],
  ['x * sigmoid(x)', 'silu'],
  ['tanh(x)', 'tanh'],
] as const)('of %s are those of the reference', (formula, key) => {
  const want = theory.scorecard_q1[key];
  const facts = printed(formula);
  expect(facts['P(f′ = 0)']).toBe(shown(want.P_df_zero, 2));
  expect(facts['V′']).toBe(shown(want.V_prime_at_1));
  expect(facts['χBN']).toBe(shown(want.chi_batchnorm_limit));
});

it('know saturation and the steepest slope in closed form', () => {
  // tanh′ = 1 − tanh²; E f′² = 0.464403 (the blueprint: χ = 1.17781 at σ² = 2.53618).
  const edge = Math.atanh(Math.sqrt(1 - 0.1 * Math.sqrt(1.17781 / 2.53618)));
  expect(printed('tanh(x)')['S']).toBe(shown(2 * normalCdf(-edge), 2));
  expect(printed('tanh(3x)')['L']).toBe('3');
  expect(printed('max(0, x)')['S']).toBe('0.5');
});

it('are dashes where nothing can be found', () => {
  expect(printed('0/0')).toMatchObject({ S: '–', L: '–', 'V′': '–', χBN: '–' });
});
