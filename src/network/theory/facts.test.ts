import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { referenceFunction } from '../../activations/properties/referenceNames.ts';
import { largestGap } from './approximation.ts';
import { applyAffine, collapse } from './collapse.ts';
import { bornDead, bornDeadBound, layersUntilHalfDead } from './dyingRelu.ts';
import { defaultNeuron, firingCeiling, firingRate } from './lif.ts';
import { chainPass, sigmoidWindow, widestSigmoidWindow } from './neuronChain.ts';
import { clipProbability, fixedPointFormat, quantisationStep, quantise, reluSqnr } from './quantisation.ts';
import { descent, inputCondition, sharedSignProbability, stepsToShrink, valley } from './zigzag.ts';

function agrees(got: number, want: number, tolerance = 1e-9) {
  const error = Math.abs(got - want);
  expect(error, `got ${got}, expected ${want}`).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(want), 1e-12),
  );
}

describe('dying ReLU', () => {
  const { table, layers_until_half } = theory.dying_relu.single_input_exact;
  it.each(table)('width $width', (row) => {
    for (const [key, probability] of Object.entries(row)) {
      if (key === 'width') continue;
      agrees(bornDead(row.width, Number(key.replace('hidden_layers_', ''))), probability);
    }
  });
  it.each(Object.entries(layers_until_half))('width %s dies by half in %i layers', (width, layers) => {
    expect(layersUntilHalfDead(Number(width))).toBe(layers);
  });
  it('is bounded by the product over unequal widths', () => {
    agrees(bornDeadBound([3, 3, 3]), bornDead(3, 3));
    agrees(bornDeadBound([1, 2]), 1 - 0.5 * 0.75);
    expect(() => bornDeadBound([0])).toThrow('invalid width: 0; expected a positive integer');
  });
});

describe('quantisation', () => {
  const { quantisation: q, sqnr_db } = theory;
  it('has the steps of the reference', () => {
    for (const [range, step] of Object.entries(q.uint8_step_for_range_0_R)) {
      agrees(quantisationStep(Number(range), 8), step);
    }
    agrees(quantisationStep(6, 8) / 2, q.uint8_max_rounding_error_range_0_6);
    expect(fixedPointFormat(3, 5)).toEqual({ step: q.Q3_5_unsigned_step, largest: q.Q3_5_unsigned_max });
    for (const [deviation, probability] of Object.entries(q.P_relu6_clips)) {
      agrees(clipProbability(6, Number(deviation)), probability);
    }
    expect(referenceFunction('hard_swish').claims.minimum).toEqual(q.hard_swish_minimum);
  });
  it.each(Object.entries(sqnr_db))('%s has the signal-to-noise ratios of the reference', (format, ratios) => {
    for (const [range, decibels] of Object.entries(ratios)) {
      const got = reluSqnr(Number(range), Number(format.replace('uint', '')));
      expect(Math.abs(got - decibels)).toBeLessThan(1e-9);
    }
  });
  it('rounds to the nearest level and clips', () => {
    expect(quantise(9, 6, 2)).toBe(6);
    expect(quantise(-1, 6, 2)).toBe(0);
    expect(quantise(2.9, 6, 2)).toBe(2);
    expect(() => quantise(1, 6, 0)).toThrow('invalid number of bits: 0');
  });
});

describe('approximations', () => {
  const f = (id: string) => referenceFunction(id).f;
  const df = (id: string) => referenceFunction(id).df;
  const errors = theory.approximation_errors;
  it.each([
    ['silu_minus_hard_swish', f('silu'), f('hard_swish'), [-8, 8], [-3, 3]],
    ['silu_minus_hard_swish_positive_lobe', f('silu'), f('hard_swish'), [0.5, 2.5], []],
    ['dsilu_minus_dhard_swish', df('silu'), df('hard_swish'), [-8, 8], [3 - 4.5e-16]],
    ['sigmoid_minus_hard_sigmoid', f('sigmoid'), (x) => f('hard_sigmoid')(x), [0, 8], [3]],
    ['tanh_minus_hard_tanh', f('tanh'), (x) => f('hard_tanh')(x), [0, 8], [1]],
    ['gelu_minus_gelu_tanh', f('gelu'), (x) => f('gelu_tanh')(x), [0.5, 8], []],
    ['gelu_minus_gelu_tanh_second_lobe', f('gelu'), (x) => f('gelu_tanh')(x), [0.5, 1.6], []],
    ['gelu_minus_quick_gelu', f('gelu'), (x) => f('quick_gelu')(x), [0.2, 8], []],
    ['relu_minus_gelu', f('relu'), f('gelu'), [0.05, 8], []],
    ['relu_minus_silu', f('relu'), f('silu'), [0.05, 12], []],
    ['relu_minus_softplus', f('relu'), f('softplus'), [-8, 8], [0]],
  ] as const satisfies readonly (readonly [
    keyof typeof errors,
    (x: number) => number,
    (x: number) => number,
    readonly [number, number],
    readonly number[],
  ])[])('%s', (key, a, b, interval, points) => {
    const gap = largestGap(a, b, interval, points);
    expect(Math.abs(gap.difference - errors[key].difference)).toBeLessThan(1e-12);
    expect(Math.abs(errors[key].difference)).toBe(errors[key].max_abs);
    // Where the gap is even the reference has its left end.
    expect(Math.abs(Math.abs(gap.x) - Math.abs(errors[key].at))).toBeLessThan(1e-5);
  });
});

describe('one-unit chain', () => {
  it('has the windows of the reference', () => {
    for (const [w, width] of Object.entries(theory.chapter_facts.sigmoid_window_width)) {
      agrees(sigmoidWindow(Number(w)), width);
      // At the ends of the window, a = ±width/2 around h = 0, the gain is exactly 1.
      agrees(Number(w) * referenceFunction('sigmoid').df((Number(w) * width) / 2), 1);
    }
    const widest = widestSigmoidWindow();
    agrees(widest.w, theory.single_neuron_chain.widest_window_at_w);
    agrees(widest.width, theory.single_neuron_chain.widest_window);
    const { sigmoid_prime_max, min_abs_w_for_gain_1 } = theory.single_neuron_chain;
    expect(referenceFunction('sigmoid').claims.lipschitz).toBe(sigmoid_prime_max);
    expect(sigmoidWindow(min_abs_w_for_gain_1)).toBe(0);
    expect(sigmoidWindow(min_abs_w_for_gain_1 * (1 + 1e-9))).toBeGreaterThan(0);
  });
  it('multiplies the slopes', () => {
    const { relay_sigmoid_3 } = theory.chapter_facts;
    const relay = (input: number) => chainPass(referenceFunction('sigmoid'), { weight: 1, depth: 3, input });
    agrees(relay(-2).a[3]!, relay_sigmoid_3['from_-2']);
    agrees(relay(2).a[3]!, relay_sigmoid_3.from_2);
    agrees(10 ** relay(0).log10Product[2]!, relay_sigmoid_3.slope_at_0);
  });
});

describe('smaller facts', () => {
  it('firing rates', () => {
    const { rate_hz, ceiling_hz, t_ref_s, tau_s } = theory.lif;
    expect(defaultNeuron).toEqual({ refractory: t_ref_s, membrane: tau_s });
    for (const [input, rate] of Object.entries(rate_hz)) agrees(firingRate(Number(input)), rate);
    expect(firingRate(1)).toBe(theory.lif.below_threshold);
    expect(firingRate(1e300)).toBeCloseTo(ceiling_hz, 9);
    expect(firingCeiling()).toBe(ceiling_hz);
  });
  it.each(theory.zigzag.rows)('valley with mean $mean and spread $spread', (row) => {
    const got = valley(row.mean, row.spread);
    got.eigenvalues.forEach((value, i) => {
      agrees(value, row.eigenvalues[i]!);
    });
    agrees(got.condition, row.condition);
    agrees(got.bestRate, row.best_learning_rate);
    agrees(got.contraction, row.contraction_per_step);
    expect(stepsToShrink(got)).toBe(row['steps_to_1e-3']);
    const path = descent(row.mean, row.spread, { steps: row['steps_to_1e-3'] });
    const [w1, w2] = path.at(-1)!;
    expect(Math.hypot(w1 - 1.5, w2 + 1)).toBeLessThan(1e-3 * Math.hypot(1.5, 1) * 1.0001);
  });
  it('conditioning of n inputs', () => {
    const { E_f, E_f2, hessian_condition_n100 } = theory.scorecard_q1.relu;
    agrees(inputCondition(100, E_f, E_f2 - E_f * E_f), hessian_condition_n100);
    expect(sharedSignProbability(2)).toBe(0.5);
  });
  it('two affine layers collapse to one', () => {
    const { W1, b1, W2, b2, W2W1, W2b1_plus_b2, cases } = theory.linear_collapse;
    const [first, second] = [
      { weights: W1, bias: b1 },
      { weights: W2, bias: b2 },
    ];
    const one = collapse(first, second);
    expect(one).toEqual({ weights: W2W1, bias: W2b1_plus_b2 });
    for (const { x, hidden, two_layers, collapsed_layer, with_relu } of cases) {
      expect(applyAffine(first, x)).toEqual(hidden);
      expect(applyAffine(second, applyAffine(first, x))).toEqual(two_layers);
      expect(applyAffine(one, x)).toEqual(collapsed_layer);
      expect(applyAffine(second, hidden.map(referenceFunction('relu').f))).toEqual(with_relu);
    }
    expect(() => applyAffine(one, [1])).toThrow('invalid input of length 1; expected 2');
  });
});
