import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { differentiate } from '../formula/evaluate.ts';
import { parseFormula } from '../formula/parse.ts';
import { activations, findActivation } from '../index.ts';
import {
  bestSteps,
  centralDifference,
  compareDerivatives,
  differenceErrors,
  forwardDifference,
} from './derivatives.ts';

const { finite_differences } = theory;
const sigmoid = findActivation('sigmoid');

describe('differenceErrors', () => {
  const rows = differenceErrors(sigmoid.f, sigmoid.df(1), 1);
  it('starts from the exact slope of the reference', () => {
    expect(sigmoid.df(1)).toBeCloseTo(finite_differences.exact, 16);
    expect(bestSteps.forward).toBe(finite_differences.rule_of_thumb.forward_h);
    expect(bestSteps.central).toBeCloseTo(finite_differences.rule_of_thumb.central_h, 18);
  });
  it('has the order of magnitude of the reference at every step', () => {
    rows.forEach(({ h, forward, central }, i) => {
      const want = finite_differences.rows[i]!;
      expect(h).toBeCloseTo(want.h, 17);
      // Rounding errors are chance, up to 2ε/h whatever the exp: truncation has to agree.
      const chance = (4 * Number.EPSILON) / h;
      expect(Math.abs(forward - want.forward_error)).toBeLessThan(chance + 0.01 * want.forward_error);
      expect(Math.abs(central - want.central_error)).toBeLessThan(chance + 0.01 * want.central_error);
    });
  });
  it('is V-shaped, lowest near the steps of thumb', () => {
    const lowest = (key: 'forward' | 'central') => rows.reduce((a, b) => (b[key] < a[key] ? b : a)).h;
    expect(Math.abs(Math.log10(lowest('forward') / bestSteps.forward))).toBeLessThan(1.3);
    expect(Math.abs(Math.log10(lowest('central') / bestSteps.central))).toBeLessThan(1.5);
    expect(rows[0]!.forward).toBeGreaterThan(1e4 * rows[7]!.forward);
    expect(rows[14]!.forward).toBeGreaterThan(1e3 * rows[7]!.forward);
  });
});

describe('at the kink of ReLU', () => {
  const relu = findActivation('relu');
  it.each([1e-1, 1e-5, 1e-12])('h = %f gives 1 and 0.5; the book says 0', (h) => {
    expect(forwardDifference(relu.f, 0, h)).toBe(1);
    expect(centralDifference(relu.f, 0, h)).toBe(0.5);
    expect(relu.df(0)).toBe(0);
  });
  it('the comparison shows all of it', () => {
    const dual = (x: number) => differentiate(parseFormula('max(0, x)'), x);
    expect(compareDerivatives(relu, 0, dual)).toMatchObject({
      analytic: 0,
      automatic: 0,
      left: 0,
      right: 1,
      central: 0.5,
    });
  });
});

describe.each(activations.map((phi) => [phi.spec, phi] as const))('the derivatives of %s', (_, phi) => {
  it('agree three ways away from kinks', () => {
    const program = parseFormula(phi.code, { numbers: phi.values });
    for (const x of [-8.3, -4.1, -1.7, -0.3, 0.2, 0.9, 2.6, 5.1, 7.7]) {
      const found = compareDerivatives(phi, x, (at) => differentiate(program, at));
      const size = Math.max(1, Math.abs(x)) ** 2;
      expect(found.automatic).toBeCloseTo(found.analytic, 12);
      expect(Math.abs(found.central - found.analytic)).toBeLessThan(1e-9 * size);
      expect(Math.abs(found.right - found.analytic)).toBeLessThan(2e-7 * size);
      expect(Math.abs(found.left - found.analytic)).toBeLessThan(2e-7 * size);
      expect(found.second.automatic).toBeCloseTo(found.second.analytic, 11);
      expect(Math.abs(found.second.central - found.second.analytic)).toBeLessThan(1e-9 * size);
    }
  });
});
