import { describe, expect, it } from 'vitest';
import type { Activation } from '../../activations/activation.ts';
import { gelu, leakyRelu, relu, sigmoid, sine, squaredRelu, tanh } from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import { type FlowLayer, gradientFlow, randomEnds } from '../gradientFlow.ts';
import { mlp, Network, type NormSpec, type ResidualSpec } from '../index.ts';
import { DeepFlow } from './deepFlow.ts';
import type { DeepFlowSpec } from './deepFlowMemory.ts';
import type { DeepFlowResult } from './deepFlowState.ts';
import type { Watcher } from './deepForward.ts';
import type { KernelPath } from './kernels.ts';
import { loadKernels } from './load.ts';
import type { RowNorm } from './rowNorm.ts';

interface Case {
  readonly activation: Activation;
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  readonly sigmaW: number;
  readonly sigmaB?: number;
  readonly norm?: NormSpec;
  readonly residual?: ResidualSpec;
}

function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The network that `gradientFlow` draws with seed 1, in float32; null where that gives up. */
async function fast(path: KernelPath, one: Case): Promise<DeepFlowResult | null> {
  const { activation, depth, width, batch, sigmaW, sigmaB = 0, norm, residual } = one;
  const random = createRandom(1);
  const draw = (count: number) => Float32Array.from({ length: count }, () => random.normal());
  const maps = Array.from({ length: depth }, () => ({
    weights: draw(width * width),
    deviation: sigmaW / Math.sqrt(width),
    biases: draw(width),
    biasDeviation: sigmaB,
  }));
  const type: RowNorm = norm?.type === 'layer' ? 'layer' : batch > 1 ? 'batch' : 'fixed';
  const spec: DeepFlowSpec = {
    sizes: new Array<number>(depth + 1).fill(width),
    curve: activation,
    batch,
    norm: norm ? { type, position: norm.position ?? 'before', epsilon: 1e-5 } : null,
    skip: residual?.scale ?? null,
  };
  const flow = new DeepFlow((await loadKernels(path)).workspace(), spec, (l) => maps[l]!);
  const { input, outputGradient } = randomEnds(width, batch, 1);
  return drain(flow.forward(input)).outputs && drain(flow.backward(outputGradient));
}

function exact(one: Case): readonly FlowLayer[] {
  const flow = gradientFlow({
    ...one,
    init: { type: 'custom', sigmaW: one.sigmaW, sigmaB: one.sigmaB ?? 0 },
  });
  if (flow.status !== 'finite') throw new Error(flow.message);
  return flow.layers;
}

const shape = { depth: 8, width: 20, batch: 6, sigmaW: 1.2 };
const skip = (scale: number): ResidualSpec => ({ around: 'preactivation', scale });
const cases: readonly [string, Case][] = [
  ['tanh with biases', { ...shape, activation: tanh, sigmaB: 0.3 }],
  ['GELU at an odd batch and width', { ...shape, activation: gelu, width: 18, batch: 5 }],
  ['sine, which has no vector form', { ...shape, activation: sine() }],
  ['BatchNorm before sigmoid', { ...shape, activation: sigmoid, norm: { type: 'batch' } }],
  ['BatchNorm after tanh', { ...shape, activation: tanh, norm: { type: 'batch', position: 'after' } }],
  ['BatchNorm of one sample', { ...shape, activation: tanh, batch: 1, norm: { type: 'batch' } }],
  ['LayerNorm before ReLU', { ...shape, activation: relu, sigmaB: 0.5, norm: { type: 'layer' } }],
  ['more samples than half the units', { ...shape, activation: tanh, batch: 14 }],
  [
    'the samples of a batch against each other: BatchNorm',
    { ...shape, activation: sigmoid, sigmaB: 1, width: 32, norm: { type: 'batch' } },
  ],
  [
    'signals that no longer tell samples apart',
    { ...shape, activation: sigmoid, depth: 20, width: 64, batch: 6, sigmaB: 1 },
  ],
  ['skip connections', { ...shape, activation: relu, sigmaB: 0.2, residual: skip(0.5) }],
  ['skips and LayerNorm', { ...shape, activation: gelu, norm: { type: 'layer' }, residual: skip(1) }],
  ['ReLU down to 1e-108', { ...shape, activation: relu, depth: 100, sigmaW: 0.1 }],
  ['leaky ReLU down to 1e-220', { ...shape, activation: leakyRelu(), depth: 100, batch: 2, sigmaW: 0.1 }],
  ['GELU down to 1e-130', { ...shape, activation: gelu, depth: 100, sigmaW: 0.1 }],
  ['GELU up to 1e50', { ...shape, activation: gelu, depth: 100, sigmaW: 5 }],
  ['ReLU with biases up to 1e50', { ...shape, activation: relu, depth: 100, sigmaW: 5, sigmaB: 1 }],
  ['skips up to 1e50', { ...shape, activation: relu, depth: 100, sigmaW: 5, residual: skip(1) }],
];

describe.each<KernelPath>(['relaxed', 'simd', 'arrays'])('DeepFlow on %s', (path) => {
  it.each(cases)('measures what float64 measures: %s', async (_, one) => {
    const [found, wanted] = [(await fast(path, one))!, exact(one)];
    wanted.forEach((want, l) => {
      expect(Math.abs(found.log10Delta[l]! - want.log10Delta)).toBeLessThan(2e-3);
      expect(Math.abs(found.log10WeightGradient[l]! - want.log10WeightGradient)).toBeLessThan(2e-3);
      expect(Math.abs(found.rmsPreactivation[l]! / want.rmsPreactivation - 1)).toBeLessThan(2e-3);
      expect(Math.abs(found.saturated[l]! - want.saturated)).toBeLessThan(0.01);
    });
  });

  it('gives up where a function is not homogeneous beyond its range', async () => {
    const one = { ...shape, activation: squaredRelu, depth: 40 };
    expect(await fast(path, { ...one, sigmaW: 0.1 })).toBeNull();
    expect(await fast(path, { ...one, sigmaW: 5 })).toBeNull();
  });
});

describe('DeepFlow', () => {
  const sizes = [5, 6, 7, 3];
  const net = new Network(mlp({ sizes, activation: tanh, seed: 2 }));
  const affine = (l: number) => ({
    weights: Float32Array.from(net.tensors[l]!.weight!),
    deviation: 1,
    biases: null,
    biasDeviation: 0,
  });
  const inputs = Float64Array.from({ length: 25 }, (_, i) => Math.sin(i));
  const top = Float64Array.from({ length: 15 }, (_, i) => Math.cos(i));

  it('shows the numbers of the layers that are watched', async () => {
    const flow = new DeepFlow((await loadKernels()).workspace(), { sizes, curve: tanh, batch: 5 }, affine);
    const seen = new Map<string, Float64Array>();
    const see: Watcher = (l, kind, values) => seen.set(`${l} ${kind}`, values);
    drain(flow.forward(inputs, { layers: (l) => l !== 1, see }));
    expect([...seen.keys()]).toEqual([
      '0 preactivations',
      '0 activations',
      '2 preactivations',
      '2 activations',
    ]);
    const pass = net.forward(inputs);
    for (const l of [0, 2]) {
      const { preactivation, output } = pass.layers[l]!;
      expect(seen.get(`${l} preactivations`)).toHaveLength(preactivation.length);
      for (const [i, h] of preactivation.entries())
        expect(seen.get(`${l} preactivations`)![i]).toBeCloseTo(h, 5);
      for (const [i, a] of output.entries()) expect(seen.get(`${l} activations`)![i]).toBeCloseTo(a, 5);
    }
  });

  it('finds the same deltas without the gradients of the weights', async () => {
    const { workspace } = await loadKernels();
    const [whole, lean] = [true, false].map((weightGradients) => {
      const flow = new DeepFlow(workspace(), { sizes, curve: tanh, batch: 5, weightGradients }, affine);
      drain(flow.forward(inputs));
      return drain(flow.backward(top));
    });
    expect([...lean!.log10Delta]).toEqual([...whole!.log10Delta]);
    expect([...whole!.log10WeightGradient].every(Number.isFinite)).toBe(true);
    expect([...lean!.log10WeightGradient].every(Number.isNaN)).toBe(true);
  });
});

it('refuses sizes and batches that are no network', async () => {
  const { workspace } = await loadKernels();
  const build = (sizes: number[], batch: number) => () =>
    new DeepFlow(workspace(), { sizes, curve: relu, batch }, () => {
      throw new Error('never asked');
    });
  expect(build([4], 2)).toThrow('invalid sizes: [4]; expected two or more positive integers');
  expect(build([4, 0], 2)).toThrow('invalid sizes: [4,0]; expected two or more positive integers');
  expect(build([4, 4], 1.5)).toThrow('invalid batch: 1.5; expected a positive integer');
});

it('refuses ends that do not fit', async () => {
  const spec = { sizes: [4, 4], curve: relu, batch: 2 };
  const affine = { weights: new Float32Array(16), deviation: 1, biases: null, biasDeviation: 0 };
  const flow = new DeepFlow((await loadKernels()).workspace(), spec, () => affine);
  expect(() => drain(flow.forward([1, 2]))).toThrow('invalid inputs: 2 numbers; expected 2 × 4');
  drain(flow.forward(new Float64Array(8)));
  expect(() => drain(flow.backward(new Float64Array(3)))).toThrow('invalid output gradient: 3 numbers');
});

it('finds the gradient of the weights where those of its samples all but cancel', async () => {
  const [units, batch] = [16, 4];
  const weights = Float32Array.from({ length: units * units }, (_, i) => Math.sin(7 * i));
  const affine = { weights, deviation: 1, biases: null, biasDeviation: 0 };
  // The same signal twice, with opposite gradients, and the same again with gradients 1e−4 apart.
  const inputs = Float64Array.from({ length: batch * units }, (_, i) => Math.cos(i % units));
  const top = Float64Array.from({ length: batch * units }, (_, i) => {
    const [sample, unit] = [Math.floor(i / units), i % units];
    return Math.sin(1 + unit) * (sample % 2 === 0 ? 1 : -1 + (sample === 1 ? 1e-4 : 0));
  });
  const spec = { sizes: [units, units], curve: relu, batch };
  const flow = new DeepFlow((await loadKernels()).workspace(), spec, () => affine);
  drain(flow.forward(inputs));
  const { log10WeightGradient } = drain(flow.backward(top));
  const size = (of: (i: number) => number) => Math.hypot(...Array.from({ length: units }, (_, i) => of(i)));
  const wanted = Math.log10(1e-4 * size((i) => Math.sin(1 + i)) * size((i) => Math.cos(i)));
  expect(log10WeightGradient[0]).toBeCloseTo(wanted, 2);
});
