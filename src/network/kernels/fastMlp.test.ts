import { describe, expect, it, test } from 'vitest';
import reference from '../../../reference/backprop.json' with { type: 'json' };
import { findActivation, relu, tanh } from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import { createOptimizer, lossAndGradient, mlp, Network } from '../index.ts';
import type { Loss } from '../loss.ts';
import { FastMlp } from './fastMlp.ts';
import type { KernelPath } from './kernels.ts';
import { loadKernels } from './load.ts';

const losses: Record<string, Loss> = { ce: 'softmax-cross-entropy', mse: 'mse' };
type Nested = number | readonly Nested[];
const flat = (values: Nested): number[] => (typeof values === 'number' ? [values] : values.flatMap(flat));
const plainCases = reference.cases.filter((c) => c.norm === 'none' && !c.residual);

function close(got: ArrayLike<number>, want: ArrayLike<number>, tolerance: number): void {
  expect(got.length).toBe(want.length);
  for (let i = 0; i < want.length; i++) {
    expect(Math.abs(got[i]! - want[i]!), `element ${i}: ${got[i]}, want ${want[i]}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(want[i]!)),
    );
  }
}

describe.each<KernelPath>(['relaxed', 'simd', 'arrays'])('FastMlp on %s', (path) => {
  it.each(plainCases)('takes the step of PyTorch: $name', async (c) => {
    const net = new FastMlp((await loadKernels(path)).workspace(), {
      sizes: c.sizes,
      activation: findActivation(c.activation),
      batch: c.X.length,
      loss: losses[c.loss_kind]!,
    });
    const params = c.params as unknown as Record<string, Nested>;
    const grads = c.grads as unknown as Record<string, Nested>;
    for (let l = 0; l + 1 < c.sizes.length; l++)
      net.setLayer(l, flat(params[`W${l + 1}`]!), flat(params[`b${l + 1}`]!));
    expect(Math.abs(net.step(flat(c.X), flat(c.target), { rate: 1 }) - c.loss)).toBeLessThan(2e-6);
    for (let l = 0; l + 1 < c.sizes.length; l++) {
      const stepped = (name: string): number[] =>
        flat(params[name]!).map((w, i) => w - flat(grads[name]!)[i]!);
      close(net.weights(l), stepped(`W${l + 1}`), 2e-6);
      close(net.biases(l), stepped(`b${l + 1}`), 2e-6);
    }
  });

  it.each<[Loss, readonly number[], number, number?]>([
    ['softmax-cross-entropy', [7, 13, 6, 5], 9],
    ['bce-with-logits', [2, 4, 2, 1], 10],
    ['mse', [5, 16, 3], 1],
    ['softmax-cross-entropy', [64, 64, 64, 10], 32],
    ['bce-with-logits', [2, 4, 2, 1], 10, 0.05],
  ])('trains as float64 does: %s %j, batch %i', async (loss, sizes, batch, weightDecay = 0) => {
    const inputs = sizes[0]!;
    const outputs = sizes.at(-1)!;
    const random = createRandom(3);
    const x = Float64Array.from({ length: batch * inputs }, () => random.normal());
    const targets =
      loss === 'softmax-cross-entropy'
        ? Array.from({ length: batch }, () => Math.floor(random.uniform() * outputs))
        : Array.from({ length: batch * outputs }, () => random.uniform());
    const exact = new Network(mlp({ sizes, activation: tanh, seed: 5 }));
    const fast = new FastMlp((await loadKernels(path)).workspace(), { sizes, activation: tanh, batch, loss });
    exact.tensors.forEach((t, l) => {
      fast.setLayer(l, t.weight!, t.bias!);
    });
    const optimizer = createOptimizer(
      { type: 'momentum', learningRate: 0.1, momentum: 0.9, weightDecay },
      exact.parameters.length,
    );
    for (let step = 0; step < 5; step++) {
      const pass = exact.forward(x, { training: true });
      const gradient = new Float64Array(batch * outputs);
      const want = lossAndGradient(loss, pass.layers.at(-1)!.output, targets, outputs, gradient);
      exact.backward(pass, gradient);
      exact.unscaleGradients();
      optimizer.step(exact.parameters, exact.gradients);
      close([fast.step(x, targets, { rate: 0.1, momentum: 0.9, weightDecay })], [want], 1e-5);
    }
    exact.tensors.forEach((t, l) => {
      close(fast.weights(l), t.weight!, 2e-5);
    });
    close(fast.predict(x), exact.forward(x).layers.at(-1)!.output, 5e-5);
  });

  test('takes a reader’s own function', async () => {
    const own = {
      id: 'yours',
      values: {},
      f: (x: number) => Math.tanh(x),
      df: (x: number) => 1 / Math.cosh(x) ** 2,
    };
    const workspace = (): Promise<FastMlp[]> =>
      Promise.all(
        [own, tanh].map(
          async (activation) =>
            new FastMlp((await loadKernels(path)).workspace(), {
              sizes: [3, 5, 2],
              activation,
              batch: 2,
              loss: 'mse',
            }),
        ),
      );
    const [mine, theirs] = await workspace();
    const random = createRandom(1);
    const w = Array.from({ length: 15 }, () => random.normal());
    const v = Array.from({ length: 10 }, () => random.normal());
    for (const net of [mine!, theirs!]) {
      net.setLayer(0, w);
      net.setLayer(1, v);
      net.step([1, 2, 3, -1, 0, 0.5], [1, 0, 0, 1], { rate: 0.1 });
    }
    close(mine!.weights(0), theirs!.weights(0), 1e-6);
  });
});

describe('FastMlp', () => {
  const spec = { sizes: [2, 3, 2], activation: relu, batch: 4, loss: 'softmax-cross-entropy' } as const;
  const build = async (): Promise<FastMlp> => new FastMlp((await loadKernels()).workspace(), spec);

  test('says what is wrong with its arguments', async () => {
    const net = await build();
    const { workspace } = await loadKernels();
    expect(() => new FastMlp(workspace(), { ...spec, sizes: [2, 0] })).toThrow(
      'invalid sizes: [2,0]; expected two or more',
    );
    expect(() => new FastMlp(workspace(), { ...spec, activation: [] })).toThrow(
      'invalid activation: 0 functions; expected one or 1',
    );
    expect(() => net.setLayer(0, [1])).toThrow('invalid weights of layer 1: 1 numbers; expected 3 × 2');
    expect(() => net.setLayer(5, [1])).toThrow('invalid layer: 5; expected 0 … 1');
    expect(() => net.predict([1, 2, 3])).toThrow(
      'invalid inputs: 3 numbers; expected rows × 2, at most 4 rows',
    );
    expect(() => net.loss([1, 2], [2])).toThrow(
      'invalid label of sample 0: 2; expected an integer from 0 to 1',
    );
    expect(() => net.loss([1, 2], [0, 1])).toThrow('invalid targets: 2 numbers; expected 1 for 1 samples');
  });

  test('keeps its weights when the loss is not finite', async () => {
    const net = await build();
    net.setLayer(0, [1, 1, 1, 1, 1, 1]);
    expect(net.step([Number.NaN, 0], [0], { rate: 1 })).toBeNaN();
    expect([...net.weights(0)]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('yields its workspace to a newer network', async () => {
    const workspace = (await loadKernels()).workspace();
    const old = new FastMlp(workspace, spec);
    new FastMlp(workspace, { ...spec, sizes: [300, 300, 3] });
    expect(() => old.predict([1, 2])).toThrow('this network lost its workspace to a newer one');
  });
});
