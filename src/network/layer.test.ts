import { describe, expect, it } from 'vitest';
import { findActivation } from '../activations/index.ts';
import { createRandom } from '../math/random.ts';
import { Network } from './network.ts';
import type { LayerSpec } from './spec.ts';

/** A layer of `units` that passes its inputs on unchanged, but for what `spec` adds. */
function passing(units: number, spec: Partial<LayerSpec>): Network {
  const network = new Network({ inputs: units, layers: [{ ...spec, units, init: { type: 'zeros' } }] });
  for (let j = 0; j < units; j++) network.tensors[0]!.weight[j * units + j] = 1;
  return network;
}

const rows = (...values: number[]) => Float64Array.from(values);
const output = (network: Network, input: Float64Array, training: boolean, step = 0) =>
  network.forward(input, { training, step }).layers.at(-1)!.output;

describe('dropout', () => {
  const network = passing(1000, { dropout: 0.3 });
  const ones = new Float64Array(20_000).fill(1);

  it('zeroes its share in training and scales the rest so that the mean stays', () => {
    const out = output(network, ones, true);
    const zeros = out.filter((x) => x === 0).length / out.length;
    // Standard error of a share of 0.3 over 20,000 draws: 0.0032.
    expect(Math.abs(zeros - 0.3)).toBeLessThan(0.013);
    expect(new Set(out)).toEqual(new Set([0, 1 / 0.7]));
  });

  it('draws a new mask each step, the same one for the same step', () => {
    const first = output(network, ones, true, 1).slice();
    expect(output(network, ones, true, 2)).not.toEqual(first);
    expect(output(network, ones, true, 1)).toEqual(first);
  });

  it('does nothing in evaluation', () => expect(output(network, ones, false)).toEqual(ones));
});

describe('batch normalisation', () => {
  it('updates its running averages as PyTorch does and uses them in evaluation', () => {
    const network = passing(1, { norm: { type: 'batch', epsilon: 0 } });
    // Mean 2, biased variance 2/3, unbiased variance 1.
    const out = output(network, rows(1, 2, 3), true);
    expect([...out]).toEqual([-Math.sqrt(1.5), 0, Math.sqrt(1.5)].map((x) => expect.closeTo(x, 14)));
    expect([...network.running]).toEqual([expect.closeTo(0.2, 15), expect.closeTo(0.9 * 1 + 0.1 * 1, 15)]);
    network.running.set([5, 4]);
    expect([...output(network, rows(1, 9), false)]).toEqual([-2, 2]);
    expect([...network.running]).toEqual([5, 4]);
  });

  it('is undone by a scale and shift of its input', () => {
    const network = passing(2, { norm: { type: 'batch', epsilon: 0 } });
    const random = createRandom(1);
    const x = Float64Array.from({ length: 12 }, () => random.normal());
    const plain = output(network, x, true).slice();
    const moved = output(
      network,
      x.map((v) => 100 + 7 * v),
      true,
    );
    expect([...moved]).toEqual([...plain].map((v) => expect.closeTo(v, 11)));
  });
});

describe('layer and RMS normalisation', () => {
  it('work on each sample alone', () => {
    const root = Math.sqrt(1.5);
    const layer = output(
      passing(3, { norm: { type: 'layer', epsilon: 0 } }),
      rows(1, 2, 3, 30, 20, 10),
      true,
    );
    expect([...layer]).toEqual([-root, 0, root, root, 0, -root].map((x) => expect.closeTo(x, 13)));
    const rms = output(passing(2, { norm: { type: 'rms', epsilon: 0 } }), rows(1, 7, 6, -8), false);
    expect([...rms]).toEqual(
      [0.2, 1.4, 6 / Math.sqrt(50), -8 / Math.sqrt(50)].map((x) => expect.closeTo(x, 14)),
    );
  });
});

describe('PReLU', () => {
  it('has the slope α at 0', () => {
    const network = passing(1, { activation: findActivation('prelu') });
    const pass = network.forward(rows(0, 1));
    network.backward(pass, rows(1, 1));
    expect([...pass.layers[0]!.delta]).toEqual([0.25, 1]);
  });

  it('starts from its slope and learns one per layer, or one per unit', () => {
    const activation = findActivation('leaky_relu(negativeSlope=0.25)');
    for (const [slope, count] of [
      ['layer', 1],
      ['unit', 2],
    ] as const) {
      const network = passing(2, { activation, slope });
      expect(network.tensors[0]!.slope).toEqual(new Float64Array(count).fill(0.25));
      const pass = network.forward(rows(-4, 2, -2, -8));
      expect([...pass.layers[0]!.output]).toEqual([-1, 2, -0.5, -2]);
      network.backward(pass, rows(1, 1, 10, 100));
      // ∂L/∂α = Σ upstream · min(0, x): unit 0 −4 − 20, unit 1 −800.
      expect([...network.gradientTensors[0]!.slope!]).toEqual(slope === 'layer' ? [-824] : [-24, -800]);
    }
  });
});
