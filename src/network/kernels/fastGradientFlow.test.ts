import { describe, expect, it, test } from 'vitest';
import type { Activation } from '../../activations/activation.ts';
import { gelu, leakyRelu, relu, sigmoid, sine, tanh } from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import { mlp, Network, probe } from '../index.ts';
import { FastGradientFlow } from './fastGradientFlow.ts';
import type { KernelPath } from './kernels.ts';
import { loadKernels } from './load.ts';

/** The same random network and batch in both precisions. */
async function pair(
  path: KernelPath,
  activation: Activation,
  sizes: readonly number[],
  batch: number,
  init: object,
) {
  const exact = new Network(mlp({ sizes, activation, seed: 7, init: init as never }));
  const fast = new FastGradientFlow((await loadKernels(path)).workspace(), {
    sizes,
    activation,
    batch,
    histogram: { low: -1.5, high: 2, bins: 7 },
  });
  exact.tensors.forEach((t, l) => {
    fast.setLayer(l, t.weight!, t.bias!);
  });
  const random = createRandom(11);
  const inputs = Float64Array.from({ length: batch * sizes[0]! }, () => random.normal());
  const top = Float64Array.from({ length: batch * sizes.at(-1)! }, () => random.normal());
  const pass = exact.forward(inputs, { training: true });
  exact.backward(pass, top);
  return { layers: probe(exact, pass), statistics: fast.run(inputs, top) };
}

const custom = (sigmaW: number) => ({ type: 'custom', sigmaW, sigmaB: 0.1 });

describe.each<KernelPath>(['relaxed', 'simd', 'arrays'])('FastGradientFlow on %s', (path) => {
  it.each<[string, Activation, readonly number[], number, number]>([
    ['tanh', tanh, [20, 20, 20, 20, 20], 6, 1],
    ['relu', relu, [5, 17, 30, 11, 3], 7, 1.4],
    ['gelu', gelu, [8, 64, 64, 8], 16, 1.4],
    ['leaky', leakyRelu(), [4, 9, 9, 2], 3, 1],
    ['saturated sigmoid', sigmoid, [16, 16, 16, 16], 5, 6],
    ['sine, which has no vector form', sine(), [6, 10, 10, 2], 4, 1],
  ])('measures what float64 measures: %s', async (_, activation, sizes, batch, sigma) => {
    const { layers, statistics } = await pair(path, activation, sizes, batch, custom(sigma));
    expect(statistics.overflow).toBeNull();
    layers.forEach((want, l) => {
      expect(statistics.log10Delta[l]).toBeCloseTo(want.log10Delta, 4);
      expect(statistics.log10WeightGradient[l]).toBeCloseTo(want.log10WeightGradient, 4);
      expect(Math.abs(statistics.rmsPreactivation[l]! / want.rmsPreactivation - 1)).toBeLessThan(1e-5);
      expect(statistics.saturated[l]).toBeCloseTo(want.saturated, 10);
      expect(statistics.histograms![l]!.reduce((a, b) => a + b)).toBe(batch * sizes[l + 1]!);
    });
  });

  it('copies out the numbers of the layer it is asked to watch', async () => {
    const sizes = [5, 6, 7, 3];
    const random = createRandom(3);
    const exact = new Network(mlp({ sizes, activation: tanh, seed: 2 }));
    const fast = new FastGradientFlow((await loadKernels(path)).workspace(), {
      sizes,
      activation: tanh,
      batch: 5,
    });
    for (const [l, t] of exact.tensors.entries()) fast.setLayer(l, t.weight!, t.bias!);
    const inputs = Float64Array.from({ length: 25 }, () => random.normal());
    const pass = exact.forward(inputs);
    for (const l of [0, 1, 2]) {
      const { watched } = fast.run(inputs, new Float64Array(15).fill(1), l);
      const { preactivation, output } = pass.layers[l]!;
      expect(watched!.preactivations).toHaveLength(preactivation.length);
      for (const [i, h] of preactivation.entries()) expect(watched!.preactivations[i]).toBeCloseTo(h, 5);
      for (const [i, a] of output.entries()) expect(watched!.activations[i]).toBeCloseTo(a, 5);
    }
    expect(() => fast.run(inputs, new Float64Array(15), 3)).toThrow('invalid layer: 3; expected 0 … 2');
  });

  it('keeps the gradient of a hundred sigmoid layers', async () => {
    const sizes = Array<number>(101).fill(16);
    const { layers, statistics } = await pair(path, sigmoid, sizes, 4, custom(1));
    expect(statistics.log10Delta[0]).toBeLessThan(-50);
    layers.forEach((want, l) => {
      expect(Math.abs(statistics.log10Delta[l]! - want.log10Delta)).toBeLessThan(1e-3);
    });
  });

  it('finds the same deltas without the gradients of the weights', async () => {
    const sizes = [6, 9, 9, 4];
    const workspace = (await loadKernels(path)).workspace();
    const inputs = Float64Array.from({ length: 18 }, (_, i) => Math.sin(i));
    const top = Float64Array.from({ length: 12 }, (_, i) => Math.cos(i));
    const [whole, lean] = [true, false].map((weightGradients) => {
      const flow = new FastGradientFlow(workspace, { sizes, activation: tanh, batch: 3, weightGradients });
      const net = new Network(mlp({ sizes, activation: tanh, seed: 4 }));
      for (const [l, t] of net.tensors.entries()) flow.setLayer(l, t.weight!, t.bias!);
      return flow.run(inputs, top);
    });
    expect([...lean!.log10Delta]).toEqual([...whole!.log10Delta]);
    expect([...whole!.log10WeightGradient].every(Number.isFinite)).toBe(true);
    expect([...lean!.log10WeightGradient].every(Number.isNaN)).toBe(true);
  });

  it('says which layer overflows float32', async () => {
    const { statistics } = await pair(path, relu, Array<number>(21).fill(8), 2, custom(1000));
    expect(statistics.overflow).toBeGreaterThan(10);
    expect(statistics.log10Delta[0]).toBeNaN();
  });
});

test.each<KernelPath>(['relaxed', 'simd', 'arrays'])(
  'weight gradients agree with central differences on %s',
  async (path) => {
    const sizes = [2, 3, 2];
    const batch = 2;
    const flow = new FastGradientFlow((await loadKernels(path)).workspace(), {
      sizes,
      activation: tanh,
      batch,
      keepGradients: true,
      statistics: false,
    });
    const weights = [
      [0.5, -0.3, 0.2, 0.8, -0.6, 0.1],
      [0.7, 0.2, -0.4, 0.3, -0.9, 0.5],
    ];
    const x = [0.4, -1.2, 0.9, 0.3];
    const top = [1, -0.5, 0.25, 2];
    weights.forEach((w, l) => {
      flow.setLayer(l, w);
    });
    flow.run(x, top);
    /** ⟨top, W₂·tanh(W₁·x)⟩ over both samples. */
    const loss = ([first, second]: number[][]): number => {
      let sum = 0;
      for (let s = 0; s < batch; s++) {
        const a = [0, 1, 2].map((j) =>
          Math.tanh(first![2 * j]! * x[2 * s]! + first![2 * j + 1]! * x[2 * s + 1]!),
        );
        for (let o = 0; o < 2; o++)
          sum += top[2 * s + o]! * a.reduce((y, value, j) => y + second![3 * o + j]! * value, 0);
      }
      return sum;
    };
    weights.forEach((w, l) => {
      const gradient = flow.weightGradient(l);
      w.forEach((_, i) => {
        const moved = (by: number): number[][] =>
          weights.map((v, k) => (k === l ? v.map((value, j) => value + (j === i ? by : 0)) : v));
        expect(gradient[i]).toBeCloseTo((loss(moved(1e-5)) - loss(moved(-1e-5))) / 2e-5, 5);
      });
    });
  },
);

test('the histogram counts every h of its layer and no padding', async () => {
  const flow = new FastGradientFlow((await loadKernels()).workspace(), {
    sizes: [2, 3, 1],
    activation: relu,
    batch: 3,
    histogram: { low: -1, high: 1, bins: 4 },
  });
  flow.setLayer(0, [1, 0, 0, 1, -1, 0]);
  const { histograms } = flow.run([0.1, 0.6, -0.7, 9, -9, 0.2], [1, 1, 1]);
  // h_1 = (x, y, −x): 0.1 0.6 −0.1 | −0.7 9 0.7 | −9 0.2 9
  expect([...histograms![0]!]).toEqual([2, 1, 2, 4]);
});

test('bad histograms are refused', async () => {
  const workspace = (await loadKernels()).workspace();
  const spec = { sizes: [2, 2], activation: relu, batch: 1, histogram: { low: 1, high: 1, bins: 4 } };
  expect(() => new FastGradientFlow(workspace, spec)).toThrow(
    'invalid histogram: 4 bins over [1, 1); expected low < high',
  );
});
