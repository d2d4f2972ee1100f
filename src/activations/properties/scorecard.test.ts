import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { activationFromFormula } from '../formula/index.ts';
import { moments } from './moments.ts';
import { referenceFunction } from './referenceNames.ts';
import { costScore, scorecard } from './scorecard.ts';
import { slopeShare } from './slopeShare.ts';

/** To the 15 digits of the reference: relative 2e-14, and absolute `slack` for what is 0 by cancellation. */
function agrees(got: number, want: number, slack = want === 0 ? 1e-14 : 0) {
  expect(Math.abs(got - want), `got ${got}, expected ${want}`).toBeLessThanOrEqual(
    Math.max(2e-14 * Math.abs(want), slack),
  );
}

describe.each(Object.entries(theory.scorecard_q1))('%s', (key, want) => {
  const phi = referenceFunction(key);
  it('has the Gaussian moments of the reference', () => {
    const m = moments(phi, 1);
    expect(m.converged).toBe(true);
    agrees(m.mean, want.E_f, 1e-14);
    agrees(m.square, want.E_f2);
    agrees(m.slopeSquare, want.E_df2);
    agrees(m.slope, want.E_df);
    agrees(1 / Math.sqrt(m.square), want.gain_for_unit_variance);
    agrees((m.mean * m.mean) / m.square, want.mean_energy_share, 1e-14);
  });
  it('has the report card of the reference', () => {
    const { gradient, zeroCentred, nonlinear, valid } = scorecard(phi);
    agrees(gradient.sigmaW2, want.sigma_w2_for_unit_variance);
    agrees(gradient.chi, want.chi_normalised);
    agrees(gradient.batchNorm, want.chi_batchnorm_limit);
    agrees(gradient.stability, want.V_prime_at_1);
    agrees(gradient.decades, want.decades_lost_or_gained_over_50_layers, 1e-14);
    agrees(gradient.score, want.score_gradient);
    agrees(gradient.saturatedShare, want.P_df_below_tenth_of_rms);
    agrees(gradient.zeroShare, want.P_df_zero);
    agrees(gradient.chi ** 25, want.gradient_norm_factor_50_layers);
    agrees(zeroCentred.score, want.score_zero_centred);
    agrees(zeroCentred.condition, want.hessian_condition_n100);
    agrees(nonlinear.index, want.nonlinearity_index);
    expect(nonlinear.straight).toBe(key === 'identity');
    expect(nonlinear.polynomial).toBe(key === 'identity');
    expect(valid.holds).toBe(true);
  });
  it('has the share of flat places of the reference', () => {
    const share = slopeShare(phi, (slope) => Math.abs(slope) < 0.01);
    const target = want['P_abs_df_below_0.01'];
    // The reference prints shares below 1e-20 as 0.
    if (target === 0) expect(share).toBeLessThan(1e-20);
    else agrees(share, target);
  });
});

describe('kinks, judged by the rule of the scorecard', () => {
  it.each([
    ['relu', 0.5, [1]],
    ['leaky_relu_0.01', 0.5, [0.99]],
    ['relu6', 0.5, [1, 1]],
    ['hard_swish', 0.5, [0.5, 0.5]],
    ['selu', 0.5, [theory.chapter_facts.selu_slope_jump]],
    ['elu', 0.75, [1]],
    ['softsign', 0.75, [4]],
    ['gelu', 1, []],
    ['step', 0, [1]],
  ] as const)('%s scores %f with jumps %j', (key, score, jumps) => {
    const { differentiable } = scorecard(referenceFunction(key));
    expect(differentiable.score).toBe(score);
    const first = differentiable.breaks.map(({ left, right }) => Math.abs(right - left));
    expect(first).toHaveLength(jumps.length);
    first.forEach((jump, i) => {
      expect(jump).toBeCloseTo(jumps[i]!, 8);
    });
  });
});

describe('scorecard of odd candidates', () => {
  const curve = (f: (x: number) => number, df: (x: number) => number) => ({ f, df, kinks: [] });
  it('flags polynomials and straight lines', () => {
    expect(
      scorecard(
        curve(
          (x) => x ** 3 - x,
          (x) => 3 * x * x - 1,
        ),
      ).nonlinear,
    ).toMatchObject({ straight: false, polynomial: true });
    expect(
      scorecard(
        curve(
          (x) => 2 * x + 1,
          () => 2,
        ),
      ).nonlinear,
    ).toEqual({ index: 0, straight: true, constant: false, polynomial: true });
  });
  it('gives functions without a slope no grade for it', () => {
    const one = curve(
      () => 1,
      () => 0,
    );
    expect(scorecard(one).differentiable.score).toBe(0);
  });
  it('grades cost on the sigmoid as unit', () => {
    expect(costScore({ f: 11, copy: 1, sigmoid: 11 })).toBe(0.5);
    expect(costScore({ f: 1, copy: 1, sigmoid: 11 })).toBe(1);
    expect(costScore({ f: 0.5, copy: 1, sigmoid: 11 })).toBe(1);
  });
});

describe('M0', () => {
  const line = (size: number) => ({ f: (x: number) => size * x, df: () => size, kinks: [] });
  it.each([
    [1e-6 * (1 - 1e-9), false],
    [1e-6 * (1 + 1e-9), true],
    [1e6 * (1 - 1e-9), true],
    [1e6 * (1 + 1e-9), false],
  ])('of a line with E f² = %d: %s', (square, holds) => {
    expect(scorecard(line(Math.sqrt(square))).valid).toMatchObject({ holds, x: null });
  });

  const typed = (formula: string) => scorecard(activationFromFormula(formula)).valid;
  it.each([
    ['log(x)', -30],
    ['x < 29.99 ? x : 0/0', 29.99],
    ['x > -29.99 ? x : 1/0', -30],
    ['1/(x - 13)', 13],
    ['1/(x - 0.013)', 0.013],
    ['1/(x + 13.013)^2', -13.013],
    ['log(|x - 0.013|)', 0.013],
    ['tan(x)', -9.5 * Math.PI],
    ['sqrt((x - 0.0175)^2 - 1e-4)', 0.01],
    ['x > 0 ? 1/x : 0', 0],
  ])('finds the first hole of %s', (formula, x) => {
    const valid = typed(formula);
    expect(valid.holds).toBe(false);
    expect(valid.x).toBeCloseTo(x, 9);
  });
  it.each(['x < 30.01 ? x : 0/0', '1/((x - 0.5)^2 + 1e-6)/1000', 'cbrt(x)', 'sqrt(|x|)', 'sin(100x)'])(
    'holds for %s',
    (formula) => {
      expect(typed(formula)).toMatchObject({ holds: true, x: null });
    },
  );
});

// Γ(5/6): E |z|^(2/3) = 2^(1/3) Γ(5/6)/√π (Abramowitz and Stegun, table 6.1 by reflection).
const GAMMA_5_6 = 1.1287870299081257;

describe('averages that do not exist', () => {
  const card = (formula: string) => scorecard(activationFromFormula(formula));
  it.each(['tan(x)', '1/(x - 0.013)', '1/(x - 0.013)^2', 'x > 0 ? 1/x : 0'])('E f² of %s', (formula) => {
    const { converged, valid, nonlinear, gradient, zeroCentred } = card(formula);
    expect(converged).toBe(false);
    expect(valid.square).toBe(Number.POSITIVE_INFINITY);
    for (const grade of [nonlinear.index, gradient.chi, gradient.score, zeroCentred.mean, zeroCentred.score])
      expect(grade).toBeNaN();
  });
  it.each([
    ['cbrt(x)', (2 ** (1 / 3) * GAMMA_5_6) / Math.sqrt(Math.PI), 0],
    ['sqrt(|x|)', Math.sqrt(2 / Math.PI), 0.822179],
  ])('E f′² of %s', (formula, square, mean) => {
    const { converged, valid, gradient, zeroCentred } = card(formula);
    expect(converged).toBe(false);
    expect(valid.square).toBeCloseTo(square, 6);
    expect(gradient).toMatchObject({ chi: Number.POSITIVE_INFINITY, score: 0 });
    expect(zeroCentred.mean).toBeCloseTo(mean, 6);
  });
  it.each(['sin(1000x)', 'sin(1e15x)'])('of %s, which swings too fast', (formula) => {
    const { converged, valid, nonlinear, gradient } = card(formula);
    expect(converged).toBe(false);
    for (const grade of [valid.square, nonlinear.index, gradient.chi]) expect(grade).toBeNaN();
  });
  it('but those of sin(100x) do', () => {
    const { converged, valid, gradient, zeroCentred } = card('sin(100x)');
    expect(converged).toBe(true);
    expect(valid.square).toBeCloseTo(0.5, 12);
    expect(gradient.chi).toBeCloseTo(1e4, 8);
    expect(zeroCentred.mean).toBe(0);
  });
});

describe('constants', () => {
  it.each(['1', '0.3', 'x==x', '7', '1 + 1e-17x'])('%s has no bend', (formula) => {
    const { nonlinear, zeroCentred } = scorecard(activationFromFormula(formula));
    expect(nonlinear).toMatchObject({ constant: true, straight: false, index: Number.NaN });
    expect(zeroCentred.score).toBe(0);
  });
  it('are told from functions that are only small', () => {
    const { nonlinear, gradient } = scorecard(activationFromFormula('1e-200x'));
    expect(nonlinear).toMatchObject({ constant: false, straight: true, index: 0 });
    expect(gradient.chi).toBeCloseTo(1, 14);
  });
});

describe('the Lipschitz constant on [−10, 10]', () => {
  it.each([
    ['x^2', 20],
    ['sin(3x)', 3],
    ['max(0, x) - 4 min(0, x - 2)', 4],
    ['tanh(1e3(x - 1.23))', 1e3],
    ['x > 0 ? x : 0.01x', 1],
    ['7', 0],
    ['x > 11 ? 9x : x', 1],
    ['floor(x)', Number.POSITIVE_INFINITY],
    ['cbrt(x)', Number.POSITIVE_INFINITY],
  ])('of %s is %d', (formula, want) => {
    const { lipschitz } = scorecard(activationFromFormula(formula)).gradient;
    if (Number.isFinite(want)) expect(lipschitz / (want || 1)).toBeCloseTo(want && 1, 6);
    else expect(lipschitz).toBe(want);
  });
});
