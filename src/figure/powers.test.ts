import { expect, test } from 'vitest';
import { spokenPowers } from './powers.ts';

test.each([
  ['Of sigmoid’s gradient, 10^−12 is left', 'Of sigmoid’s gradient, 10 to the power −12 is left'],
  ['4^−L, the bound of one chain', '4 to the power −L, the bound of one chain'],
  ['steps from 10⁻¹⁵ to 1', 'steps from 10 to the power −15 to 1'],
  ['> 10⁶', '> 10 to the power 6'],
  ['σ² = 2', 'σ² = 2'],
])('%s is spoken', (text, spoken) => {
  expect(spokenPowers(text)).toBe(spoken);
});
