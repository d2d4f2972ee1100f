import { describe, expect, it } from 'vitest';
import {
  gaussHermite,
  gaussLegendre,
  integrate,
  integrateMany,
  normalExpectation,
  normalExpectations,
} from './quadrature.ts';

const relative = (got: number, want: number) => Math.abs(got - want) / Math.abs(want);
const apply = (rule: { nodes: Float64Array; weights: Float64Array }, g: (x: number) => number) =>
  rule.nodes.reduce((sum, x, i) => sum + rule.weights[i]! * g(x), 0);

describe('gaussLegendre', () => {
  it.each([1, 2, 3, 8, 20, 64, 129])('with %i points integrates x^(2n-2) over [-1, 1] exactly', (n) => {
    expect(
      relative(
        apply(gaussLegendre(n), (x) => x ** (2 * n - 2)),
        2 / (2 * n - 1),
      ),
    ).toBeLessThan(1e-13);
  });
  it('is not exact one degree further', () => {
    expect(
      relative(
        apply(gaussLegendre(3), (x) => x ** 6),
        2 / 7,
      ),
    ).toBeGreaterThan(1e-3);
  });
  it('refuses a nonsense number of points', () => {
    expect(() => gaussLegendre(0)).toThrow(
      'invalid number of quadrature points: 0; expected an integer of 1…512',
    );
    expect(() => gaussLegendre(2.5)).toThrow('2.5');
  });
});

describe('gaussHermite', () => {
  it.each([1, 2, 3, 10, 32, 64, 128, 200])('with %i points has the moments of N(0,1)', (n) => {
    let moment = 1;
    for (let k = 0; k <= Math.min(2 * n - 1, 40); k += 2) {
      expect(
        relative(
          apply(gaussHermite(n), (z) => z ** k),
          moment,
        ),
      ).toBeLessThan(2e-13);
      moment *= k + 1;
    }
  });
  it('gives E exp(z) = sqrt(e), and exactly zero for odd functions', () => {
    expect(relative(apply(gaussHermite(40), Math.exp), Math.sqrt(Math.E))).toBeLessThan(1e-14);
    expect(Math.abs(apply(gaussHermite(41), Math.tanh))).toBeLessThan(1e-16);
  });
  it('is poor at kinks, which is why the other rule exists', () => {
    const relu = apply(gaussHermite(64), (z) => Math.max(0, z));
    expect(relative(relu, 1 / Math.sqrt(2 * Math.PI))).toBeGreaterThan(1e-4);
  });
});

describe('integrate', () => {
  it('uses a rule of degree 31 on one panel', () => {
    const one = (degree: number) => integrate((x) => x ** degree, 0, 1, { maxPanels: 1 });
    for (let d = 0; d <= 31; d++) expect(relative(one(d), 1 / (d + 1))).toBeLessThan(1e-14);
  });
  it('refines where the integrand needs it', () => {
    expect(
      relative(
        integrate((x) => 1 / (1e-6 + x * x), -1, 1),
        2e3 * Math.atan(1e3),
      ),
    ).toBeLessThan(1e-13);
    expect(relative(integrate(Math.sqrt, 0, 1), 2 / 3)).toBeLessThan(1e-12);
  });
  it('splits at breaks, and finds unlisted ones by bisection', () => {
    const kinked = (x: number) => Math.abs(x - 0.3);
    const exact = (0.3 ** 2 + 0.7 ** 2) / 2;
    expect(relative(integrate(kinked, 0, 1, { breaks: [0.3] }), exact)).toBeLessThan(1e-15);
    expect(relative(integrate(kinked, 0, 1), exact)).toBeLessThan(1e-13);
  });
  it('changes sign with the direction', () => {
    expect(integrate(Math.exp, 1, 0)).toBeCloseTo(1 - Math.E, 14);
  });
  it('stops on poles and NaN and says so', () => {
    const pole = integrateMany(
      1,
      (x, out) => {
        out[0] = 1 / (x - 0.3);
      },
      0,
      1,
    );
    expect(pole.converged).toBe(false);
    expect(pole.evaluations).toBeLessThanOrEqual(600 * 21);
    const nan = integrateMany(
      1,
      (_, out) => {
        out[0] = Number.NaN;
      },
      0,
      1,
    );
    expect(nan).toMatchObject({ converged: false, evaluations: 21 });
    expect(() => integrate(Math.exp, 0, Number.POSITIVE_INFINITY)).toThrow('invalid interval: [0, Infinity]');
  });
});

describe('normalExpectation', () => {
  it('knows the moments of kinked functions', () => {
    expect(
      relative(
        normalExpectation((z) => Math.max(0, z)),
        1 / Math.sqrt(2 * Math.PI),
      ),
    ).toBeLessThan(1e-14);
    expect(
      relative(
        normalExpectation((z) => Math.max(0, z) ** 2),
        0.5,
      ),
    ).toBeLessThan(1e-14);
    const shifted = normalExpectation((z) => Math.abs(z - 1.234), { breaks: [1.234] });
    const density = Math.exp(-(1.234 ** 2) / 2) / Math.sqrt(2 * Math.PI);
    // E|z − a| = 2φ(a) + a(2Φ(a) − 1); Φ(1.234) = 0.891398… from ∫φ.
    const phi = integrate((t) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI), 0, 1.234);
    expect(relative(shifted, 2 * density + 1.234 * 2 * phi)).toBeLessThan(1e-14);
  });
  it('follows exponential growth into the tail', () => {
    expect(
      relative(
        normalExpectation((z) => Math.exp(9 * z)),
        Math.exp(40.5),
      ),
    ).toBeLessThan(1e-12);
  });
  it('agrees with Gauss–Hermite on smooth functions', () => {
    const hermite = apply(gaussHermite(100), (z) => Math.tanh(z / 2) ** 2);
    expect(
      relative(
        normalExpectation((z) => Math.tanh(z / 2) ** 2),
        hermite,
      ),
    ).toBeLessThan(1e-13);
  });
  it('reports an expectation that does not exist', () => {
    const result = normalExpectations(1, (z, out) => {
      out[0] = Math.sqrt(z);
    });
    expect(result.values[0]).toBeNaN();
    expect(result.converged).toBe(false);
  });
});
