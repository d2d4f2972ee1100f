import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { findActivation } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { defaults } from '../../src/figure/settings.ts';
import { compare } from './compare.ts';
import { predict } from './predict.ts';
import { controls, type DepthSettings, settingsOf } from './settings.ts';

const plain = (change: Partial<DepthSettings>): DepthSettings => ({
  ...defaults(controls),
  count: '1',
  ...change,
});

/** The first network's prediction without measuring it. */
function predicted(change: Partial<DepthSettings>) {
  const settings = plain(change);
  const [setting] = settingsOf(settings);
  const { depth, width, batch } = settings;
  return predict(setting!, findActivation(setting!.phi), { depth, width, batch, loss: 'projection' });
}

describe('the prediction', () => {
  // Layer 1 is divided by the variance of its input: 1 under LayerNorm, over a batch of B samples 1 − 1/B. The 18 layers
  // above it by that of the layer below, so that each takes χ; both from the reference's integrals, to the ε of 1e−5.
  const { E_df2, chi_normalised, chi_batchnorm_limit } = theory.scorecard_q1.sigmoid;
  it.each([
    ['layer', 64, 1, chi_normalised, 'exact'],
    ['batchBefore', 64, 63 / 64, chi_batchnorm_limit, 'large batch'],
    ['batchBefore', 16, 15 / 16, chi_batchnorm_limit, 'large batch'],
  ] as const)(
    'knows that the first normaliser divides by the input: %s, %i samples',
    (norm, batch, variance, chi, valid) => {
      const prediction = predicted({ a_phi: 'sigmoid', a_norm: norm, batch, depth: 20 });
      const end = (Math.log10(E_df2 / variance) + 18 * Math.log10(chi)) / 2;
      expect(Math.abs(prediction.log10Delta![0]! - end)).toBeLessThan(2e-3);
      expect(prediction.valid).toBe(valid);
    },
  );

  it.each([
    ['sigmoid', 'layer', {}],
    ['tanh', 'layer', { a_init: 'custom', a_sigmaB: 1 }],
    ['sigmoid', 'batchBefore', {}],
    ['relu', 'batchBefore', { a_init: 'custom', a_sigmaB: 1, a_sigmaW: 0.3 }],
  ] as const)('is what is measured for %s behind %s', async (a_phi, a_norm, change) => {
    const result = await compare(plain({ a_phi, a_norm, ...change, width: 256, batch: 64, seeds: 5 }));
    const { mean, prediction } = result.networks[0]!;
    for (const l of [0, 1, 9]) expect(Math.abs(mean[l]! - prediction.log10Delta![l]!)).toBeLessThan(0.15);
  });

  it('has no theory for BatchNorm of one sample', () => {
    const { log10Delta, chi, valid } = predicted({ a_norm: 'batchBefore', batch: 1 });
    expect([log10Delta, chi, valid]).toEqual([null, null, 'none']);
  });

  it.each(['tan(x)', '1/x', 'log(x)', 'exp(exp(x))'])(
    'has no theory for %s, whose averages do not exist',
    (formula) => {
      const own = ownFunction('wild', formula);
      const leave = announceOwn(own);
      for (const a_norm of ['none', 'layer', 'batchBefore'] as const) {
        const { log10Delta, settled, valid } = predicted({ a_phi: own.id, a_norm });
        expect([log10Delta, settled, valid]).toEqual([null, null, 'lawless']);
      }
      leave();
    },
  );

  it.each([
    // E exp(2x²/5) exists for q < 5/4 and is √5 at q = 1; at σ_w² = 1/3 the length settles at 0.41.
    ['pytorch', 'none', 'exact'],
    ['xavier', 'none', 'lawless'],
    ['he', 'none', 'lawless'],
    ['he', 'layer', 'exact'],
  ] as const)('of exp(x²/5) from %s weights, norm %s, is %s', (a_init, a_norm, valid) => {
    const own = ownFunction('bowl', 'exp(x^2/5)');
    const leave = announceOwn(own);
    const { log10Delta, valid: found } = predicted({ a_phi: own.id, a_init, a_norm });
    leave();
    expect(found).toBe(valid);
    if (valid === 'exact') expect(log10Delta!.every(Number.isFinite)).toBe(true);
    else expect(log10Delta).toBeNull();
  });

  it('has no theory for skips that lead to lengths without averages', () => {
    const own = ownFunction('bowl', 'exp(x^2/5)');
    const leave = announceOwn(own);
    expect(predicted({ a_phi: own.id, a_init: 'pytorch', a_skip: true }).valid).toBe('lawless');
    leave();
  });

  it('is exactly 0 where nothing shrinks', () => {
    expect(predicted({ a_phi: 'relu', a_init: 'he' }).log10Delta).toEqual(Array(20).fill(0));
  });

  // Digits have 64 inputs of mean square 1 or so and fill a first layer that is not square.
  it.each(['xavier', 'pytorch', 'orthogonal', 'custom'] as const)(
    'starts from the digits that the network is fed with: %s',
    async (a_init) => {
      const change = { a_phi: 'tanh', a_init, a_sigmaW: 1.8, a_sigmaB: a_init === 'custom' ? 0.3 : 0 };
      const result = await compare(
        plain({ ...change, loss: 'digits', width: 256, depth: 8, batch: 32, seeds: 5 }),
      );
      const { mean, layers, prediction } = result.networks[0]!;
      expect(Math.abs(mean[0]! - prediction.log10Delta![0]!)).toBeLessThan(0.1);
      const q1 = layers[0]!.rms ** 2;
      const { sigmaW, width } = { sigmaW: 1.8, width: 256 };
      const wanted = {
        xavier: (2 * 64) / (64 + width),
        pytorch: 1 / 3,
        orthogonal: (sigmaW ** 2 * 64) / width,
        custom: sigmaW ** 2,
      }[a_init];
      const bias = a_init === 'custom' ? 0.09 : a_init === 'pytorch' ? 1 / 192 : 0;
      expect(Math.abs(q1 / (wanted + bias) - 1)).toBeLessThan(0.2);
    },
  );
});
