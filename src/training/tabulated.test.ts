import { expect, it } from 'vitest';
import { activationFromFormula } from '../activations/formula/index.ts';
import { tabulated } from './tabulated.ts';

it.each([
  'exp(-x^2)',
  'tanh(x)*x',
  'max(0, x)',
  'x^2',
  'sin(3*x)',
  'abs(x - 0.3)',
  '1/x',
  'sqrt(x)',
  'exp(x^2)',
])('%s is the same from a table, to float32, corners and holes included', (formula) => {
  const exact = activationFromFormula(formula);
  const table = tabulated(exact);
  for (let k = -3000; k <= 3000; k++) {
    const x = k * 0.006217;
    for (const name of ['f', 'df'] as const) {
      const [got, want] = [table[name](x), exact[name](x)];
      if (!Number.isFinite(want)) expect(got, `${name}(${x})`).toBe(want);
      else expect(Math.abs(got - want), `${name}(${x})`).toBeLessThan(3e-7 * (1 + Math.abs(want)));
    }
  }
  expect(table.f(Number.NaN)).toBeNaN();
});
