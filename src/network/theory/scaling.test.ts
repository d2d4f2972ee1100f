import { describe, expect, it } from 'vitest';
import { referenceFunction } from '../../activations/properties/referenceNames.ts';
import { depthProfile, residualProfile } from './depthProfile.ts';
import { batchNormChi, layerNormChi } from './normalised.ts';

const decades = (profile: { log10Gradient: readonly number[] }) => profile.log10Gradient[0]!;

describe('depthProfile', () => {
  it('turns tanh at σ_w² = 1 into a power law: q_l ≈ 1/(2l), ‖δ_1‖/‖δ_L‖ ~ L^(−1/2)', () => {
    const tanh = referenceFunction('tanh');
    const far = depthProfile(tanh, { sigmaW2: 1 }, { depth: 800 });
    expect(far.q[799]! * 1600).toBeCloseTo(1, 1);
    expect(800 * (1 - far.chi[799]!)).toBeCloseTo(1, 1);
    const near = depthProfile(tanh, { sigmaW2: 1 }, { depth: 400 });
    expect(decades(far) - decades(near)).toBeCloseTo(-Math.log10(2) / 2, 2);
  });
  it('gives weight gradients the same slope once q has settled', () => {
    const { log10Gradient, log10WeightGradient } = depthProfile(
      referenceFunction('sigmoid'),
      { sigmaW2: 1 },
      { depth: 30 },
    );
    expect(log10WeightGradient[20]! - log10WeightGradient[19]!).toBeCloseTo(
      log10Gradient[20]! - log10Gradient[19]!,
      9,
    );
    expect(log10WeightGradient[29]).toBe(0);
  });
  it('survives lengths beyond the range of doubles', () => {
    const profile = depthProfile(referenceFunction('relu'), { sigmaW2: 16 }, { depth: 500 });
    expect(profile.q[499]).toBe(Number.POSITIVE_INFINITY);
    expect(decades(profile)).toBeCloseTo((499 / 2) * Math.log10(8), 6);
  });
  it('refuses a depth of 0', () => {
    expect(() => depthProfile(referenceFunction('relu'), { sigmaW2: 2 }, { depth: 0 })).toThrow(
      'invalid depth: 0',
    );
  });
});

describe('residualProfile', () => {
  const relu = referenceFunction('relu');
  it('doubles squared gradients per He-initialised ReLU layer, or keeps them below e with s = 1/√L', () => {
    expect(decades(residualProfile(relu, { sigmaW2: 2 }, { depth: 20, scale: 1 }))).toBeCloseTo(
      9.5 * Math.log10(2),
      9,
    );
    const scaled = decades(residualProfile(relu, { sigmaW2: 2 }, { depth: 20, scale: 20 ** -0.5 }));
    expect(scaled).toBeCloseTo(9.5 * Math.log10(1.05), 9);
    for (const depth of [10, 100]) {
      const ratio = residualProfile(relu, { sigmaW2: 2 }, { depth, scale: depth ** -0.5 });
      expect(10 ** (2 * decades(ratio))).toBeLessThan(Math.E);
    }
  });
  it('agrees with networks of width 256 (mean of 20 seeds: 0.882 and 0.092 decades for tanh)', () => {
    const tanh = referenceFunction('tanh');
    expect(decades(residualProfile(tanh, { sigmaW2: 1 }, { depth: 20, scale: 1 }))).toBeCloseTo(0.882, 1);
    expect(
      Math.abs(decades(residualProfile(tanh, { sigmaW2: 1 }, { depth: 20, scale: 20 ** -0.5 })) - 0.0916),
    ).toBeLessThan(0.015);
  });
});

describe('normalised nets', () => {
  it.each([
    ['sigmoid', 0.152827011715594, 1.03359239003994],
    ['tanh', 1.17780723230418, 1.17780723230418],
    ['relu', 1, Math.PI / (Math.PI - 1)],
    ['gelu', 1.07203, 1.31884],
  ])('%s has χ_LN = %f and χ_BN = %f', (name, layer, batch) => {
    expect(layerNormChi(referenceFunction(name))).toBeCloseTo(layer, name === 'gelu' ? 5 : 12);
    expect(batchNormChi(referenceFunction(name))).toBeCloseTo(batch, name === 'gelu' ? 5 : 12);
  });
});
