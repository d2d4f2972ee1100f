import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { differentiate } from '../formula/evaluate.ts';
import { parseFormula } from '../formula/parse.ts';
import { activations, findActivation } from '../index.ts';
import { centralDifference, forwardDifference } from './derivatives.ts';

describe('at the kink of ReLU', () => {
  const relu = findActivation('relu');
  it.each([1e-1, 1e-5, 1e-12])('h = %f gives 1 and 0.5; the book says 0', (h) => {
    expect(forwardDifference(relu.f, 0, h)).toBe(1);
    expect(forwardDifference(relu.f, 0, -h)).toBeCloseTo(0, 15);
    expect(centralDifference(relu.f, 0, h)).toBe(0.5);
    expect(relu.df(0)).toBe(0);
    expect(differentiate(parseFormula('max(0, x)'), 0).d).toBe(0);
  });
});

describe.each(activations.map((phi) => [phi.spec, phi] as const))('the derivatives of %s', (_, phi) => {
  it('agree three ways away from kinks', () => {
    const program = parseFormula(phi.code, { numbers: phi.values });
    const { forward_h, central_h } = theory.finite_differences.rule_of_thumb;
    for (const x of [-8.3, -4.1, -1.7, -0.3, 0.2, 0.9, 2.6, 5.1, 7.7]) {
      const { d, dd } = differentiate(program, x);
      const scale = Math.max(1, Math.abs(x));
      expect(d).toBeCloseTo(phi.df(x), 12);
      expect(dd).toBeCloseTo(phi.d2f(x), 11);
      const slope = (f: (x: number) => number) => centralDifference(f, x, central_h * scale);
      expect(Math.abs(slope(phi.f) - phi.df(x))).toBeLessThan(1e-9 * scale ** 2);
      expect(Math.abs(slope(phi.df) - phi.d2f(x))).toBeLessThan(1e-9 * scale ** 2);
      for (const h of [forward_h * scale, -forward_h * scale])
        expect(Math.abs(forwardDifference(phi.f, x, h) - phi.df(x))).toBeLessThan(2e-7 * scale ** 2);
    }
  });
});
