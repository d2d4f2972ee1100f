import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/figure/settings.ts';
import { type Lost, measureFast, prepare } from './fast.ts';
import { measure, type Sample, type Shape } from './measure.ts';
import { sampleOf } from './samples.ts';
import { controls, type DepthSettings, type Setting, settingsOf } from './settings.ts';

const plain = (change: Partial<DepthSettings>): DepthSettings => ({
  ...defaults(controls),
  count: '1',
  ...change,
});

/** In float32 alone. */
async function fastSample(setting: Setting, shape: Shape, seed: number, layer = 1): Promise<Sample | Lost> {
  const steps = measureFast(await prepare(shape), setting, shape, seed, layer);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const shape: Shape = { depth: 12, width: 32, batch: 8, loss: 'projection' };

describe('the gradient by depth in float32', () => {
  it.each(['sigmoid', 'tanh', 'relu', 'gelu', 'sine'])(
    'is the same in float32 on the kernels as in float64 for %s',
    async (phi) => {
      for (const init of ['xavier', 'he', 'pytorch', 'orthogonal'] as const) {
        const [setting] = settingsOf(plain({ a_phi: phi, a_init: init }));
        const [fast, exact] = [await fastSample(setting!, shape, 3, 5), await measure(setting!, shape, 3)];
        if (fast.status !== 'finite' || exact.status !== 'finite') throw new Error('overflow');
        for (const [l, layer] of fast.layers.entries()) {
          expect(layer.log10Delta).toBeCloseTo(exact.layers[l]!.log10Delta, 3);
          expect(layer.rmsPreactivation / exact.layers[l]!.rmsPreactivation).toBeCloseTo(1, 3);
        }
        expect(fast.layers[4]!.preactivations!.counts.reduce((a, b) => a + b)).toBe(32 * 8);
      }
    },
  );

  it.each([
    ['relu', 0.1],
    ['leaky_relu', 0.1],
    ['gelu', 0.1],
    ['relu', 5],
    ['gelu', 5],
    ['elu', 5],
    ['softplus', 5],
    ['identity', 5],
  ])('through a hundred layers of %s at σ_w %d is what float64 says', async (a_phi, a_sigmaW) => {
    const [setting] = settingsOf(plain({ a_phi, a_init: 'custom', a_sigmaW }));
    const deep: Shape = { depth: 100, width: 32, batch: 4, loss: 'projection' };
    const [fast, exact] = [await sampleOf(setting!, deep, 2, 1), await measure(setting!, deep, 2)];
    if (fast.status !== 'finite' || exact.status !== 'finite') throw new Error('overflow');
    for (const [l, layer] of fast.layers.entries()) {
      expect(Math.abs(layer.log10Delta - exact.layers[l]!.log10Delta)).toBeLessThan(2e-3);
    }
  });

  it.each([
    [{ a_norm: 'batchBefore' }],
    [{ a_norm: 'batchAfter', a_phi: 'gelu' }],
    [{ a_norm: 'layer', a_skip: true, a_scale: 0.5 }],
    [{ a_skip: true, a_init: 'custom', a_sigmaW: 2, a_sigmaB: 0.3 }],
    [{ loss: 'digits', a_init: 'pytorch', a_phi: 'tanh' }],
    [{ loss: 'digits', a_init: 'orthogonal', a_norm: 'batchBefore' }],
    [{ loss: 'digits', a_init: 'custom', a_sigmaB: 0.4, a_skip: true }],
  ] as const)('is the same in float32 as in float64 with %o', async (change) => {
    const settings = plain({ a_phi: 'relu', a_init: 'he', ...change });
    const [setting] = settingsOf(settings);
    const other = { ...shape, loss: settings.loss as Shape['loss'] };
    const [fast, exact] = [await fastSample(setting!, other, 3), await measure(setting!, other, 3)];
    if (fast.status !== 'finite' || exact.status !== 'finite') throw new Error('overflow');
    for (const [l, layer] of fast.layers.entries()) {
      const want = exact.layers[l]!;
      expect(Math.abs(layer.log10Delta - want.log10Delta)).toBeLessThan(2e-3);
      expect(Math.abs(layer.log10WeightGradient - want.log10WeightGradient)).toBeLessThan(2e-3);
      expect(Math.abs(layer.rmsPreactivation / want.rmsPreactivation - 1)).toBeLessThan(2e-3);
      expect(layer.saturated).toBeCloseTo(want.saturated, 2);
    }
  });

  it('is the same in float32 on the kernels as in float64, by layer', async () => {
    const [setting] = settingsOf(plain({ a_phi: 'tanh' }));
    const [fast, exact] = [await fastSample(setting!, shape, 3, 5), await measure(setting!, shape, 3)];
    if (fast.status !== 'finite' || exact.status !== 'finite') throw new Error('overflow');
    const relative = (layers: typeof fast.layers) =>
      layers.map((layer) => layer.log10WeightGradient - layers.at(-1)!.log10WeightGradient);
    relative(fast.layers).forEach((value, l) => {
      expect(value).toBeCloseTo(relative(exact.layers)[l]!, 3);
    });
  });
});
