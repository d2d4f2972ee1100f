import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { activationFromFormula } from '../../activations/formula/index.ts';
import { referenceFunction } from '../../activations/properties/referenceNames.ts';
import { criticalPoint, criticalPointAtBias } from './criticalLine.ts';
import { depthProfile } from './depthProfile.ts';
import { fixedPoint, thresholds } from './fixedPoint.ts';
import { lengthStep } from './lengthMap.ts';

/** Relative to 1e-9, or absolute where the reference is 0. */
function agrees(got: number, want: number | string, tolerance = 1e-9) {
  const target = Number(want);
  if (!Number.isFinite(target)) return expect(got).toBe(target);
  expect(Math.abs(got - target), `got ${got}, expected ${want}`).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(target), 1e-9),
  );
}

interface Row {
  q_star: number | string;
  chi: number;
  chi_sqrt: number;
  kind: string;
  V_prime?: number;
  mean_activation?: number;
  depth_scale_layers?: number;
  unstable_threshold_q?: number[];
  finite_depth: {
    log10_ratio_delta1_over_deltaL?: Record<string, number>;
    log10_ratio?: Record<string, number>;
    q_first?: number[];
    q_last?: number;
  };
}

const table = theory.mean_field.table as unknown as Record<string, Record<string, Row>>;
// 15 printed digits of 1/3 and 25/9 would cost 1e-9 next to the critical point.
const variances: Record<string, number> = { pytorch_linear_default: 1 / 3, xavier_gain_5_3: 25 / 9 };
const cases = Object.entries(table).flatMap(([name, rows]) =>
  Object.entries(rows).map(([init, row]) => {
    const inits = theory.mean_field.inits as Record<string, { sigma_w2: number }>;
    return { name, init, row, sigmaW2: variances[init] ?? inits[init]!.sigma_w2 };
  }),
);

describe.each(cases)('$name with $init', ({ name, row, sigmaW2 }) => {
  const phi = () => referenceFunction(name);
  it('has the fixed point of the reference', () => {
    const point = fixedPoint(phi(), { sigmaW2 });
    agrees(point.chi, row.chi);
    agrees(Math.sqrt(point.chi), row.chi_sqrt);
    if (row.q_star === 'any (scale-free)') expect(point.kind).toBe('any');
    else agrees(point.q, row.q_star);
    if (row.depth_scale_layers !== undefined) agrees(point.depthScale, row.depth_scale_layers, 1e-8);
    else expect(point.depthScale === 0 || !Number.isFinite(point.depthScale)).toBe(true);
    if (row.kind === 'stable fixed point') {
      if (point.kind !== 'stable') throw new Error(`kind is ${point.kind}`);
      agrees(point.slope, row.V_prime!);
      expect(Math.abs(point.mean - row.mean_activation!)).toBeLessThan(1e-13);
    } else {
      expect(['zero', 'infinite', 'any']).toContain(point.kind);
    }
    if (point.kind === 'zero') expect(point.marginal).toBe(row.kind.includes('marginal'));
  });
  it('has the finite-depth gradients of the reference', () => {
    const expected = row.finite_depth;
    const ratios = expected.log10_ratio_delta1_over_deltaL ?? expected.log10_ratio!;
    for (const [depth, ratio] of Object.entries(ratios)) {
      const profile = depthProfile(phi(), { sigmaW2 }, { depth: Number(depth) });
      expect(profile.q).toHaveLength(Number(depth));
      // Ratios of 0 are sums of log₁₀ 1, each right to the last bit or two.
      expect(Math.abs(profile.log10Gradient[0]! - ratio)).toBeLessThan(
        1e-9 * Math.max(Math.abs(ratio), 1e-4),
      );
      expected.q_first?.forEach((q, l) => {
        agrees(profile.q[l]!, q);
      });
      if (depth === '50') agrees(profile.q[49]!, expected.q_last!);
    }
  });
  it('has the thresholds of the reference', () => {
    if (!row.unstable_threshold_q) return;
    const found = thresholds(phi(), { sigmaW2 });
    expect(found).toHaveLength(row.unstable_threshold_q.length);
    found.forEach((q, i) => {
      agrees(q, row.unstable_threshold_q![i]!);
    });
  });
});

describe('fixedPoint beyond the table', () => {
  it('settles a homogeneous net with bias noise at σ_b²/(1 − χ)', () => {
    const point = fixedPoint(referenceFunction('relu'), { sigmaW2: 1, sigmaB2: 0.3 });
    expect(point.kind).toBe('stable');
    agrees(point.chi, 0.5);
    agrees(point.q, 0.6);
    expect(fixedPoint(referenceFunction('relu'), { sigmaW2: 2, sigmaB2: 0.3 }).kind).toBe('infinite');
  });
  it('forgets where it started', () => {
    const ensemble = { sigmaW2: 2, sigmaB2: 0.1 };
    const tanh = referenceFunction('tanh');
    agrees(fixedPoint(tanh, ensemble, { q1: 1e-6 }).q, fixedPoint(tanh, ensemble, { q1: 1e6 }).q);
  });
  it('agrees with plain iteration of the length map', () => {
    for (const name of ['gelu', 'selu', 'softplus', 'sigmoid']) {
      const ensemble = { sigmaW2: 0.8, sigmaB2: 0.2 };
      const profile = depthProfile(referenceFunction(name), ensemble, { depth: 400 });
      agrees(fixedPoint(referenceFunction(name), ensemble).q, profile.q[399]!);
    }
  });
  it('says so when q explodes at once, oscillates or is undefined', () => {
    const curve = (f: (x: number) => number, df: (x: number) => number) => ({ f, df, kinks: [] });
    const square = curve(
      (x) => x * x,
      (x) => 2 * x,
    );
    expect(fixedPoint(square, { sigmaW2: 1 })).toMatchObject({
      kind: 'infinite',
      chi: Number.POSITIVE_INFINITY,
    });
    expect(fixedPoint(square, { sigmaW2: 0.1 })).toMatchObject({ kind: 'zero', chi: 0 });
    const root = curve(Math.sqrt, (x) => 0.5 / Math.sqrt(x));
    expect(fixedPoint(root, { sigmaW2: 1 }).kind).toBe('undefined');
    const bump = curve(
      (x) => 30 * Math.exp(-x * x),
      (x) => -60 * x * Math.exp(-x * x),
    );
    expect(fixedPoint(bump, { sigmaW2: 1 }).kind).toBe('stable');
  });
  // With E x² sin² kx = (q/2)(1 − (1 − 4k²q)e^−2k²q), V(q)/q − 1 = (4k²q − 1)e^−2k²q at σ_w² = 2: the one fixed point
  // q = 1/4k² repels, longer signals grow like ln(depth)/2k². For cos the sign is the opposite.
  it.each([
    ['x sin(x)', 1 / 4],
    ['x abs(sin(x))', 1 / 4],
    ['x sin(3x)', 1 / 36],
  ] as const)('takes no noise of an average for a fixed point: %s', (formula, threshold) => {
    const phi = activationFromFormula(formula);
    for (const q1 of [threshold * 1.01, 1, 2, 50])
      expect(fixedPoint(phi, { sigmaW2: 2 }, { q1 }), `from ${q1}`).toMatchObject({
        kind: 'infinite',
        chi: Number.POSITIVE_INFINITY,
      });
    expect(fixedPoint(phi, { sigmaW2: 2 }, { q1: threshold * 0.99 })).toMatchObject({ kind: 'zero', chi: 0 });
    expect(fixedPoint(phi, { sigmaW2: 2 }, { q1: threshold })).toMatchObject({
      kind: 'unstable',
      q: threshold,
    });
    const found = thresholds(phi, { sigmaW2: 2 });
    expect(found).toHaveLength(1);
    agrees(found[0]!, threshold);
  });
  it.each([
    ['x cos(x)', 1 / 4],
    ['x cos(3x)', 1 / 36],
  ] as const)('sees where a signal creeps that seems to stand still: %s', (formula, end) => {
    const phi = activationFromFormula(formula);
    for (const q1 of [1e-6, 2, 50]) {
      const point = fixedPoint(phi, { sigmaW2: 2 }, { q1 });
      expect(point.kind).toBe('stable');
      agrees(point.q, end);
    }
    expect(thresholds(phi, { sigmaW2: 2 })).toEqual([]);
  });
  // E exp(2x²/5) = 1/√(1 − 4q/5) for q < 5/4: at σ_w² = 1/3 q²(1 − 4q/5) = 1/9 is solved by two lengths.
  it('lets lengths go to infinity where the average diverges', () => {
    const phi = activationFromFormula('exp(x^2/5)');
    const misfit = (q: number) => q * q * (1 - 0.8 * q) - 1 / 9;
    const point = fixedPoint(phi, { sigmaW2: 1 / 3 });
    expect(point.kind).toBe('stable');
    expect(Math.abs(misfit(point.q))).toBeLessThan(1e-12);
    const [threshold] = thresholds(phi, { sigmaW2: 1 / 3 });
    expect(threshold).toBeGreaterThan(point.q);
    expect(Math.abs(misfit(threshold!))).toBeLessThan(1e-9);
    expect(fixedPoint(phi, { sigmaW2: 1 })).toMatchObject({
      kind: 'infinite',
      chi: Number.POSITIVE_INFINITY,
    });
    expect(lengthStep(phi, { sigmaW2: 1 }, 1.3)).toMatchObject({
      next: Number.POSITIVE_INFINITY,
      chi: Number.POSITIVE_INFINITY,
    });
    agrees(lengthStep(phi, { sigmaW2: 1 }, 1).next, Math.sqrt(5));
  });
  it('counts the jumps of f in V′', () => {
    const f = (x: number) => (x > 1 ? x + 2 : x);
    const jump = { f, df: () => 1, kinks: [{ x: 1, of: 'f' as const, left: 1, right: 3 }] };
    const { slope } = lengthStep(jump, { sigmaW2: 1 }, 2);
    const next = (q: number) => lengthStep(jump, { sigmaW2: 1 }, q).next;
    expect(slope).toBeCloseTo((next(2 + 1e-4) - next(2 - 1e-4)) / 2e-4, 7);
  });
  it('refuses a negative variance', () => {
    expect(() => fixedPoint(referenceFunction('tanh'), { sigmaW2: -1 })).toThrow(
      'invalid sigmaW2: -1; expected',
    );
  });
});

describe('critical lines', () => {
  it.each(Object.entries(theory.critical_lines))(
    'of %s pass through the reference points',
    (name, points) => {
      for (const { q_star, sigma_w2, sigma_b2, V_prime, usable } of points) {
        const point = criticalPoint(referenceFunction(name), q_star);
        agrees(point.sigmaW2, sigma_w2);
        expect(Math.abs(point.sigmaB2 - sigma_b2)).toBeLessThan(1e-13 * Math.max(1, point.sigmaW2));
        agrees(point.slope, V_prime);
        if (Math.abs(sigma_b2) > 1e-12) expect(point.usable).toBe(usable);
      }
    },
  );
  it('of tanh at given bias variances', () => {
    for (const { sigma_b2, q_star, sigma_w2 } of theory.critical_tanh_at_given_sigma_b2) {
      const point = criticalPointAtBias(referenceFunction('tanh'), sigma_b2);
      agrees(point.q, q_star);
      agrees(point.sigmaW2, sigma_w2);
    }
    const { sigma_w2, sigma_b2 } = theory.chapter_facts['tanh_critical_q_0.0259'];
    agrees(criticalPoint(referenceFunction('tanh'), 0.0259).sigmaW2, sigma_w2);
    agrees(criticalPoint(referenceFunction('tanh'), 0.0259).sigmaB2, sigma_b2, 1e-8);
  });
  it('of the sigmoid without bias noise', () => {
    const { sigma_b2, q_star, sigma_w2 } = theory.critical_sigmoid_at_sigma_b2_0;
    const point = criticalPointAtBias(referenceFunction('sigmoid'), sigma_b2, { low: 10, high: 400 });
    agrees(point.q, q_star);
    agrees(point.sigmaW2, sigma_w2);
  });
});
