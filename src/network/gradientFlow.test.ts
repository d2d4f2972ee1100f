import { describe, expect, it } from 'vitest';
import measured from '../../reference/measured.json' with { type: 'json' };
import { findActivation } from '../activations/index.ts';
import { type GradientFlowOptions, gradientFlow } from './gradientFlow.ts';
import { formats } from './precision.ts';

interface Row {
  readonly act: string;
  readonly sw2: number;
  readonly L: number;
  readonly N: number;
  readonly orth?: boolean;
  readonly norm?: string;
  readonly skip?: number;
  readonly B?: number;
  readonly from_layer: number;
  readonly log10_ratio_mean: number;
  readonly log10_ratio_sd: number;
}

const rows = measured.gradients.rows as readonly Row[];
// Wide networks scatter less and cost more.
const seedsFor = (width: number) => (width < 256 ? 8 : 4);

function flowOf(options: GradientFlowOptions) {
  const flow = gradientFlow(options);
  if (flow.status !== 'finite') throw new Error(flow.message);
  return flow.layers;
}

function measure(row: Row, width: number): number {
  const seeds = seedsFor(width);
  const ratios = Array.from({ length: seeds }, (_, k) => {
    const layers = flowOf({
      activation: findActivation(row.act),
      init: row.orth
        ? { type: 'orthogonal', gain: Math.sqrt(row.sw2) }
        : { type: 'custom', sigmaW: Math.sqrt(row.sw2) },
      depth: row.L,
      width,
      batch: row.B ?? 1,
      norm: row.norm ? { type: row.norm === 'ln' ? 'layer' : 'batch' } : null,
      residual: row.skip ? { around: 'preactivation', scale: row.skip } : null,
      seed: k + 1,
    });
    return layers[row.from_layer - 1]!.log10Delta;
  });
  return ratios.reduce((sum, r) => sum + r, 0) / seeds;
}

/** Rows that between them cover the inits, the depths, both norms and skip connections at sizes a test can afford. */
const chosen = rows.filter(
  (row) =>
    (row.N === 64 && row.act !== 'gelu') ||
    (row.act === 'sigmoid' && row.L === 20 && row.sw2 === 1) ||
    (row.act === 'tanh' && (row.sw2 === 0.33333 || (row.orth && row.sw2 === 2))) ||
    (row.act === 'relu' && (row.norm === 'ln' || row.skip !== undefined)),
);

describe('gradientFlow', () => {
  it.each(chosen.map((row) => [JSON.stringify({ ...row, log10_ratio_sd: undefined }), row] as const))(
    'measures %s',
    (_, row) => {
      // Standard errors of our mean and of the reference's over at least 10; four of them together.
      const error = row.log10_ratio_sd * Math.sqrt(1 / seedsFor(row.N) + 1 / 10);
      expect(Math.abs(measure(row, row.N) - row.log10_ratio_mean)).toBeLessThan(4 * error);
    },
  );

  it('shows how BatchNorm before ReLU makes gradients grow', () => {
    const row = rows.find((r) => r.norm === 'bn' && r.act === 'relu')!;
    // The reference has width 512 and batch 256; a quarter of both comes within five per cent of its ten factors.
    expect(Math.abs(measure({ ...row, B: 64 }, 128) / row.log10_ratio_mean - 1)).toBeLessThan(0.05);
  });

  it('carries gradients far below the smallest float64', () => {
    const depth = 200;
    const options = { init: { type: 'custom', sigmaW: 0.001 }, depth, width: 6, batch: 2 } as const;
    const linear = flowOf({ ...options, activation: findActivation('identity') });
    const sigmoid = flowOf({ ...options, activation: findActivation('sigmoid') });
    // With weights this small every pre-activation is almost 0, where sigmoid's slope is ¼: 4 times less per layer than identity.
    for (const l of [1, 50, 150]) {
      const expected = linear[l - 1]!.log10Delta - (depth - l) * Math.log10(4);
      expect(sigmoid[l - 1]!.log10Delta / expected).toBeCloseTo(1, 6);
    }
    expect(sigmoid[0]!.log10Delta).toBeLessThan(-700);
  });

  it('carries gradients far above the largest float64', () => {
    const options = { init: { type: 'custom', sigmaW: 1e4 }, depth: 150, width: 6 } as const;
    const [first] = flowOf({ ...options, activation: findActivation('identity'), depth: 70 });
    expect(first!.log10Delta).toBeGreaterThan(240);
    expect(gradientFlow({ ...options, activation: findActivation('identity') })).toMatchObject({
      status: 'overflow',
      failure: { quantity: 'preactivation' },
    });
  });

  it('says what narrower formats would have kept of 100 sigmoid layers', () => {
    const layers = flowOf({
      activation: findActivation('sigmoid'),
      init: { type: 'xavier' },
      depth: 100,
      width: 16,
      formats: ['float32', 'float16', 'bfloat16'],
    });
    const [first, last] = [layers[0]!, layers.at(-1)!];
    expect(first.log10Delta).toBeLessThan(-55);
    for (const format of ['float32', 'float16', 'bfloat16'] as const) {
      expect(first.kept[format]).toMatchObject({ flushed: 1, log10Norm: -Infinity });
      expect(last.kept[format]).toMatchObject({ flushed: 0, overflowed: 0 });
      const gone = layers.filter((layer) => layer.kept[format]!.flushed === 1).length;
      const below = layers.filter(
        (layer) => layer.log10Delta < Math.log10(formats[format].minSubnormal) - 1,
      ).length;
      // One sigmoid layer is 0.6 decades: all elements are gone within two layers of the norm's passing the limit.
      expect(Math.abs(gone - below)).toBeLessThanOrEqual(3);
    }
  });

  it('flushes to zero when it computes in float16 throughout', () => {
    const options = {
      activation: findActivation('sigmoid'),
      init: { type: 'xavier' },
      depth: 30,
      width: 16,
    } as const;
    const narrow = flowOf({ ...options, format: 'float16' });
    const wide = flowOf(options);
    expect(narrow[0]!.log10Delta).toBe(-Infinity);
    expect(narrow[28]!.log10Delta).toBeCloseTo(wide[28]!.log10Delta, 2);
    expect(wide[0]!.log10Delta).toBeGreaterThan(-25);
  });

  it('repeats itself for one seed', () => {
    const options = {
      activation: findActivation('tanh'),
      init: { type: 'xavier' },
      depth: 5,
      width: 8,
    } as const;
    expect(gradientFlow({ ...options, seed: 4 })).toEqual(gradientFlow({ ...options, seed: 4 }));
    expect(gradientFlow({ ...options, seed: 4 })).not.toEqual(gradientFlow({ ...options, seed: 5 }));
  });

  it('names a bad depth', () => {
    const options = {
      activation: findActivation('tanh'),
      init: { type: 'xavier' },
      depth: 0,
      width: 8,
    } as const;
    expect(() => gradientFlow(options)).toThrow('invalid depth: 0; expected a positive integer');
  });
});
