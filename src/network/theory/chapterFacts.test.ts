import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { activationFromFormula } from '../../activations/formula/index.ts';
import { moments } from '../../activations/properties/moments.ts';
import { referenceFunction } from '../../activations/properties/referenceNames.ts';
import { normalExpectation } from '../../math/quadrature.ts';
import { findMaximum } from '../../math/roots.ts';
import { erfc } from '../../math/special.ts';
import { largestGap } from './approximation.ts';
import { fixedPoint } from './fixedPoint.ts';
import { batchNormChi } from './normalised.ts';

const facts = theory.chapter_facts;
const f = (key: string) => referenceFunction(key).f;

function agrees(got: number, want: number, tolerance = 1e-9) {
  expect(Math.abs(got - want), `got ${got}, expected ${want}`).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(want), 1e-12),
  );
}

describe('neuron bench at h = −0.2', () => {
  it.each(Object.entries(facts['neuron_bench_h_-0.2_value_and_slope']))('%s', (key, [value, slope]) => {
    agrees(referenceFunction(key).f(-0.2), value!, 1e-13);
    agrees(referenceFunction(key).df(-0.2), slope!, 1e-13);
  });
});

describe('chain rule by hand', () => {
  const network = 'tanh(w2 * tanh(w1 x + b1) + b2)';
  const at = { w1: 1.5, b1: -0.2, w2: -2, b2: 0.3, x: 0.7 };
  // Each derivative in turn: the parameter asked for becomes the variable, the others numbers.
  const derivative = (name: keyof typeof at) => {
    const text = Object.entries(at).reduce((formula, [key, value]) => {
      return formula.replaceAll(new RegExp(`\\b${key}\\b`, 'g'), key === name ? 'VARIABLE' : `(${value})`);
    }, network);
    const phi = activationFromFormula(text.replace('VARIABLE', 'x'));
    return { value: phi.f(at[name]), slope: phi.df(at[name]) };
  };
  it.each([
    ['x', 'do_dx'],
    ['w1', 'do_dw1'],
    ['b1', 'do_db1'],
    ['w2', 'do_dw2'],
    ['b2', 'do_db2'],
  ] as const)('by %s', (name, key) => {
    agrees(derivative(name).value, facts.chain_rule_example.o);
    agrees(derivative(name).slope, facts.chain_rule_example[key]);
  });
});

describe('SELU', () => {
  const selu = referenceFunction('selu');
  const want = theory.selu_fixed_point;
  it('has zero mean and unit variance as its fixed point', () => {
    const m = moments(selu, 1);
    expect(Math.abs(m.mean - want.E_f_at_q1)).toBeLessThan(1e-15);
    agrees(m.square, want.E_f2_at_q1, 1e-14);
    agrees(m.slopeSquare, want.chi_1_sigma_w_1, 1e-14);
    const point = fixedPoint(selu, { sigmaW2: 1 });
    if (point.kind !== 'stable') throw new Error(point.kind);
    agrees(point.slope, want.V_prime_at_1, 1e-13);
    expect(selu.df(0)).toBe(want.lambda_times_alpha);
    expect(selu.f(-1e3)).toBe(want.limit_at_minus_infinity);
  });
  it('has the constants that these two conditions force', () => {
    const root = Math.SQRT1_2;
    const alpha = -Math.sqrt(2 / Math.PI) / (erfc(root) * Math.exp(0.5) - 1);
    const left = alpha ** 2 * ((Math.E ** 2 * erfc(Math.SQRT2)) / 2 - Math.exp(0.5) * erfc(root) + 0.5);
    agrees(alpha, Number(want.alpha_from_zero_mean), 1e-14);
    agrees(1 / Math.sqrt(0.5 + left), Number(want.lambda_from_unit_variance), 1e-14);
    agrees(facts.selu_slope_jump, 1.0507009873554805 * (1.6732632423543772 - 1), 1e-14);
  });
});

describe('copies and their originals', () => {
  it('silu and hard-swish differ by 0.055 under a normal input', () => {
    const square = normalExpectation((z) => (f('silu')(z) - f('hard_swish')(z)) ** 2, { breaks: [-3, 3] });
    agrees(Math.sqrt(square), facts.silu_minus_hard_swish_L2_under_normal);
  });
  it('the best β of x σ(βx) for GELU', () => {
    const error = (beta: number) =>
      Math.abs(largestGap(f('gelu'), (x) => x / (1 + Math.exp(-beta * x)), [0.01, 8]).difference);
    const beta = findMaximum((b) => -error(b), 1.6, 1.9);
    expect(beta).toBeCloseTo(Number(facts.best_beta_for_gelu.beta), 5);
    expect(error(beta)).toBeCloseTo(Number(facts.best_beta_for_gelu.sup_error), 7);
  });
  it('the best corner c of hard-swish for SiLU', () => {
    const copy = (c: number) => (x: number) => x * Math.min(Math.max((x + c) / (2 * c), 0), 1);
    const error = (c: number) => Math.abs(largestGap(f('silu'), copy(c), [0.01, 8], [c]).difference);
    const c = findMaximum((trial) => -error(trial), 2.8, 3.5);
    expect(c).toBeCloseTo(Number(facts.best_c_for_hard_swish.c), 5);
    expect(error(c)).toBeCloseTo(Number(facts.best_c_for_hard_swish.sup_error), 6);
  });
  it('swish dips by 0.278/β', () => {
    for (const [beta, depth] of Object.entries(facts.swish_dip_depth_1_over_beta)) {
      const swish = referenceFunction('swish').with({ beta: Number(beta) });
      agrees(swish.claims.minimum![1], depth);
    }
  });
});

describe('means and growth', () => {
  it('of gelu_tanh, RReLU and ReLU behind BatchNorm', () => {
    agrees(moments(referenceFunction('gelu_tanh'), 1).mean, facts.mean_gelu_tanh);
    agrees(moments(referenceFunction('rrelu'), 1).mean, facts.mean_rrelu_eval);
    const chi = batchNormChi(referenceFunction('relu'));
    agrees(chi, facts.relu_batchnorm_growth.chi);
    agrees(Math.sqrt(chi), facts.relu_batchnorm_growth.norm_per_layer);
    agrees(chi ** 25, facts.relu_batchnorm_growth.norm_over_50_layers);
  });
  it('of chains: σ′ ≤ 1/4 and ReLU with variance-1 weights', () => {
    const { quarter_power, relu_variance_1_init_gradient_norm_factor: factors } = theory.single_neuron_chain;
    for (const depth of ['5', '10', '20'] as const)
      agrees(referenceFunction('sigmoid').df(0) ** Number(depth), quarter_power[depth]);
    for (const [depth, factor] of Object.entries(factors)) {
      const chi = fixedPoint(referenceFunction('relu'), { sigmaW2: 1 }).chi;
      agrees(Math.sqrt(chi) ** Number(depth), factor);
    }
  });
  it('of forms that are stable where naive ones fail', () => {
    expect(f('softplus')(800)).toBe(800);
    agrees(f('sigmoid')(-40), 4.248354255291589e-18, 1e-14);
    agrees(f('gelu')(-8), -4.976768459417427e-15, 1e-13);
    expect(f('tanh')(710)).toBe(1);
    expect(f('sigmoid')(-800)).toBe(0);
  });
});
