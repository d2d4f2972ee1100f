import { describe, expect, it } from 'vitest';
import recorded from '../../reference/measured.json' with { type: 'json' };
import { findActivation } from '../../src/activations/index.ts';
import type { Shape } from './measure.ts';
import { predict } from './predict.ts';
import { sampleOf } from './samples.ts';
import type { Setting } from './settings.ts';

/**
 * What the blueprint records as measured (chapter 3, "Theory against measurement") is measured again by the code behind the
 * figure. The recorded means are over 20 networks and one sample each, SD beside them; ours are over `count` others.
 * Two such means differ by SD·√(1/20 + 1/count), so four times that is where they disagree: 1 in 16,000 for one row.
 * Standard deviations from 20 and `count` networks differ by less than a factor 1.9 as rarely (F distribution).
 */
const count = 24;

interface Row {
  readonly act: string;
  readonly sw2: number;
  readonly L: number;
  readonly N: number;
  readonly log10_ratio_mean: number;
  readonly log10_ratio_sd: number;
  readonly norm?: 'ln' | 'bn';
  readonly B?: number;
  readonly skip?: number;
  readonly orth?: boolean;
  readonly from_layer: number;
}

const rows = recorded.gradients.rows as Row[];
const close = Math.sqrt(1 / 20 + 1 / count) * 4;

const plain: Setting = {
  slot: 'a',
  phi: 'relu',
  init: 'custom',
  sigmaW: 1,
  sigmaB: 0,
  norm: 'none',
  skip: false,
  scale: 1,
};

/** The catalogue's name of a function in the reference. */
const specOf = (act: string): string => (act === 'leaky_relu_0.2' ? 'leaky_relu(negativeSlope=0.2)' : act);

function settingOf({ act, sw2, norm, skip, orth }: Row): Setting {
  // The table rounds 1/3 and 20^−½.
  const sigmaW = Math.sqrt(Math.abs(sw2 - 1 / 3) < 1e-4 ? 1 / 3 : sw2);
  return {
    ...plain,
    phi: specOf(act),
    sigmaW,
    init: orth ? 'orthogonal' : 'custom',
    norm: norm === 'ln' ? 'layer' : norm === 'bn' ? 'batchBefore' : 'none',
    skip: skip !== undefined,
    scale: skip === undefined ? 1 : skip < 1 ? 20 ** -0.5 : skip,
  };
}

/** Mean and standard deviation of log₁₀ ‖δ_l‖/‖δ_L‖ over networks; l is the row’s first layer. */
async function measured(row: Row, networks = count): Promise<{ mean: number; deviation: number }> {
  const shape: Shape = { depth: row.L, width: row.N, batch: row.B ?? 1, loss: 'projection' };
  const values: number[] = [];
  for (let seed = 1; seed <= networks; seed++) {
    const sample = await sampleOf(settingOf(row), shape, seed, 1);
    if (sample.status === 'blownUp') throw new Error(sample.message);
    values.push(sample.layers[row.from_layer - 1]!.log10Delta);
  }
  const mean = values.reduce((a, b) => a + b) / networks;
  const square = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (networks - 1);
  return { mean, deviation: Math.sqrt(square) };
}

const name = ({ act, sw2, N, norm, skip, orth }: Row): string =>
  [
    act,
    `σ_w² ${sw2}`,
    `width ${N}`,
    norm ?? '',
    skip === undefined ? '' : `skip ${skip}`,
    orth ? 'orthogonal' : '',
  ]
    .filter(Boolean)
    .join(', ');
const named = (some: readonly Row[]) => some.map((row) => [name(row), row] as const);

const table = rows.filter(
  ({ L, N, norm, skip, orth }) => L === 20 && N === 256 && !norm && skip === undefined && !orth,
);
// Their length map is unstable at σ_w² = 2: single nets drift away from the mean.
const drifting = new Set(['gelu', 'silu', 'hard_swish', 'mish', 'softplus']);

describe('the table of theory against measurement', () => {
  it('has twelve functions at three variances', () => expect(table).toHaveLength(36));

  it.each(named(table))('%s', async (_, row) => {
    const { mean } = await measured(row);
    expect(Math.abs(mean - row.log10_ratio_mean)).toBeLessThan(close * row.log10_ratio_sd);
    const shape: Shape = { depth: 20, width: 256, batch: 1, loss: 'projection' };
    const setting = settingOf(row);
    const theory = predict(setting, findActivation(setting.phi), shape).log10Delta![0]!;
    expect(Math.abs(mean - theory)).toBeLessThan(drifting.has(row.act) && row.sw2 === 2 ? 0.6 : 0.15);
  });
});

describe('normalised and residual networks', () => {
  const wanted = new Set(['sigmoid', 'tanh', 'relu', 'gelu']);
  const layerNorm = rows.filter(({ norm, act }) => norm === 'ln' && wanted.has(act));
  const batchNorm = rows.filter(({ norm, act }) => norm === 'bn' && wanted.has(act));
  const residual = rows.filter(({ skip, act }) => skip !== undefined && (act === 'relu' || act === 'tanh'));

  it('are eight factors and four ratios', () => {
    expect([layerNorm.length, batchNorm.length, residual.length]).toEqual([4, 4, 4]);
  });

  it.each(named([...layerNorm, ...residual]))('%s', async (_, row) => {
    const { mean } = await measured(row);
    expect(Math.abs(mean - row.log10_ratio_mean)).toBeLessThan(close * row.log10_ratio_sd);
  });

  // 512 units and 256 samples scatter by hundredths of a decade: a few networks tell as much as many small ones.
  it.each(named(batchNorm))('%s', async (_, row) => {
    const networks = 4;
    const { mean } = await measured(row, networks);
    const limit = 4 * Math.sqrt(1 / 20 + 1 / networks) * Math.max(row.log10_ratio_sd, 0.005);
    expect(Math.abs(mean - row.log10_ratio_mean)).toBeLessThan(limit);
  });
});

describe('the spread over networks', () => {
  const find = (act: string, sw2: number, N: number, orth = false): Row =>
    rows.find(
      (r) => r.act === act && r.sw2 === sw2 && r.N === N && r.L === 20 && !!r.orth === orth && !r.norm,
    )!;
  const cases = [
    find('tanh', 1, 256),
    find('tanh', 1, 256, true),
    find('relu', 1, 256),
    find('relu', 1, 256, true),
    find('relu', 2, 64),
  ];

  it.each(named(cases))('%s', async (_, row) => {
    const { deviation } = await measured(row);
    const ratio = deviation / row.log10_ratio_sd;
    expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.9);
  });

  it('shrinks under orthogonal weights for tanh, not for ReLU, and grows in narrow nets', async () => {
    const [tanh, tanhOrthogonal, relu, reluOrthogonal, narrow] = await Promise.all(
      cases.map(async (row) => (await measured(row)).deviation),
    );
    expect(tanhOrthogonal! / tanh!).toBeLessThan(0.4);
    expect(reluOrthogonal! / relu!).toBeGreaterThan(0.6);
    expect(narrow! / relu!).toBeGreaterThan(1.5);
  });
});
