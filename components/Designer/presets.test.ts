import { expect, it } from 'vitest';
import { activationFromFormula, ownName } from '../../src/activations/formula/index.ts';
import { activations } from '../../src/activations/index.ts';
import { presets } from './presets.ts';

it('offers every function of the book', () => {
  expect(presets).toHaveLength(activations.length);
  expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
});

it.each(presets.map((preset, i) => [preset.name, preset.formula, activations[i]!] as const))(
  '%s is the same function, typed as %s',
  (name, formula, activation) => {
    expect(ownName(name)).toBe(name);
    expect(formula).not.toMatch(/Math\.(?!SQRT)/);
    const typed = activationFromFormula(formula, { id: 'typed', label: name });
    for (const x of [-7, -2.5, -1, -0.1, 0.3, 1, 2.9, 6.5]) {
      expect(Math.abs(typed.f(x) - activation.f(x))).toBeLessThan(
        1e-12 * Math.max(1, Math.abs(activation.f(x))),
      );
      expect(Math.abs(typed.df(x) - activation.df(x))).toBeLessThan(1e-11);
    }
  },
);
