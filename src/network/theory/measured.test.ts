import { describe, expect, it } from 'vitest';
import measured from '../../../reference/measured.json' with { type: 'json' };
import { activationFromFormula } from '../../activations/formula/index.ts';
import { referenceFunction } from '../../activations/properties/referenceNames.ts';
import { depthProfile, residualProfile } from './depthProfile.ts';
import { fixedPoint } from './fixedPoint.ts';
import { batchNormChi, layerNormChi } from './normalised.ts';

interface Row {
  act: string;
  sw2: number;
  L: number;
  N: number;
  log10_ratio_mean: number;
  log10_ratio_sd: number;
  norm?: string;
  skip?: number;
  orthogonal?: boolean;
}

const rows = measured.gradients.rows as Row[];
const plain = rows.filter((row) => !row.norm && row.skip === undefined && row.N >= 128);
// Their length map is unstable at σ_w² = 2: single nets drift away from the mean.
const drifting = new Set(['gelu', 'silu', 'hard_swish', 'mish', 'softplus']);

describe('real networks of finite width follow the theory', () => {
  it.each(plain)('$act, σ_w² = $sw2, $L layers of $N', ({ act, sw2, L, log10_ratio_mean }) => {
    const { log10Gradient } = depthProfile(referenceFunction(act), { sigmaW2: sw2 }, { depth: L });
    const spread = drifting.has(act) && sw2 >= 2 ? 0.6 : 0.15;
    expect(Math.abs(log10Gradient[0]! - log10_ratio_mean)).toBeLessThan(spread);
  });
  it.each(rows.filter((row) => row.norm))('$act behind $norm', ({ act, norm, log10_ratio_mean }) => {
    const chi = (norm === 'ln' ? layerNormChi : batchNormChi)(referenceFunction(act));
    // Layers 10 to 20: ten factors of √χ.
    expect(Math.abs(5 * Math.log10(chi) - log10_ratio_mean)).toBeLessThan(0.1);
  });
  it.each(rows.filter((row) => row.skip !== undefined))('$act with skip scale $skip', (row) => {
    const options = { depth: row.L, scale: row.skip! };
    const { log10Gradient } = residualProfile(referenceFunction(row.act), { sigmaW2: row.sw2 }, options);
    expect(Math.abs(log10Gradient[0]! - row.log10_ratio_mean)).toBeLessThan(0.06);
  });
});

describe("the reader's own functions", () => {
  it.each([
    ['gelu', 'x Φ(x)', 25 / 9],
    ['hard_tanh', 'clip(x, -1, 1)', 2],
    ['leaky_relu6_0.01', 'min(max(0.01x, x), 6)', 2],
    ['selu', '1.0507009873554805 (x > 0 ? x : 1.6732632423543772 expm1(x))', 2],
    ['relu', 'max(0, x)', 2],
  ])('%s typed as %s has the same fixed point', (key, text, sigmaW2) => {
    const [known, typed] = [referenceFunction(key), activationFromFormula(text)].map((phi) =>
      fixedPoint(phi, { sigmaW2 }),
    );
    expect(typed!.kind).toBe(known!.kind);
    expect(typed!.chi).toBeCloseTo(known!.chi, 9);
    if (Number.isFinite(known!.q)) expect(typed!.q).toBeCloseTo(known!.q, 8);
  });
});
