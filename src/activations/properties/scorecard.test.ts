import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { moments } from './moments.ts';
import { referenceFunction } from './referenceNames.ts';
import { costScore, scorecard } from './scorecard.ts';
import { slopeShare } from './slopeShare.ts';

/** Relative 1e-9; values of 0 by symmetry within 1e-13. */
function agrees(got: number, want: number) {
  expect(Math.abs(got - want), `got ${got}, expected ${want}`).toBeLessThanOrEqual(
    1e-9 * Math.max(Math.abs(want), 1e-4),
  );
}

describe.each(Object.entries(theory.scorecard_q1))('%s', (key, want) => {
  const phi = referenceFunction(key);
  it('has the Gaussian moments of the reference', () => {
    const m = moments(phi, 1);
    expect(m.converged).toBe(true);
    agrees(m.mean, want.E_f);
    agrees(m.square, want.E_f2);
    agrees(m.slopeSquare, want.E_df2);
    agrees(m.slope, want.E_df);
    agrees(1 / Math.sqrt(m.square), want.gain_for_unit_variance);
    agrees((m.mean * m.mean) / m.square, want.mean_energy_share);
  });
  it('has the report card of the reference', () => {
    const { gradient, zeroCentred, nonlinear, valid } = scorecard(phi);
    agrees(gradient.sigmaW2, want.sigma_w2_for_unit_variance);
    agrees(gradient.chi, want.chi_normalised);
    agrees(gradient.batchNorm, want.chi_batchnorm_limit);
    agrees(gradient.stability, want.V_prime_at_1);
    agrees(gradient.decades, want.decades_lost_or_gained_over_50_layers);
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
    else expect(Math.abs(share / target - 1)).toBeLessThan(1e-9);
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
    ).toEqual({ index: 0, straight: true, polynomial: true });
  });
  it('finds functions that are not valid', () => {
    expect(scorecard(curve(Math.log, (x) => 1 / x)).valid).toMatchObject({ holds: false, x: -30 });
    expect(
      scorecard(
        curve(
          (x) => 1e-4 * x,
          () => 1e-4,
        ),
      ).valid.holds,
    ).toBe(false);
    expect(
      scorecard(
        curve(
          () => 1,
          () => 0,
        ),
      ).differentiable.score,
    ).toBe(0);
  });
  it('grades cost on the sigmoid as unit', () => {
    expect(costScore({ f: 11, copy: 1, sigmoid: 11 })).toBe(0.5);
    expect(costScore({ f: 1, copy: 1, sigmoid: 11 })).toBe(1);
    expect(costScore({ f: 0.5, copy: 1, sigmoid: 11 })).toBe(1);
  });
});
