import { describe, expect, it } from 'vitest';
import { findActivation } from '../activations/index.ts';
import { createRandom } from '../math/random.ts';
import { Network } from './network.ts';
import { roundArray } from './precision.ts';
import { probe } from './probe.ts';
import { log10Norm } from './scaled.ts';
import { train } from './training.ts';

/** `depth` layers of one unit without bias, all weights 2^exponent. */
function chain(depth: number, exponent: number): Network {
  const network = new Network({
    inputs: 1,
    layers: Array.from({ length: depth }, () => ({ units: 1, bias: false })),
  });
  network.parameters.fill(2 ** exponent);
  return network;
}

describe('gradients in scaled form', () => {
  it.each([-30, 30])('are exact powers of two through a chain of weights 2^%i', (exponent) => {
    const network = chain(30, exponent);
    const pass = network.forward(Float64Array.of(1));
    const inputGradient = new Float64Array(1);
    const { inputExponent } = network.backward(pass, Float64Array.of(1), inputGradient);
    // ∂h_30/∂w_l is the product of the 29 other weights.
    network.gradients.forEach((g, k) => {
      expect(Math.log2(g) + network.gradientExponents[k]!).toBe(29 * exponent);
    });
    expect(Math.log2(inputGradient[0]!) + inputExponent).toBe(30 * exponent);
    expect(network.gradientExponents[0]).not.toBe(0);
    network.unscaleGradients();
    expect([...network.gradients]).toEqual(Array(30).fill(2 ** (29 * exponent)));
  });

  it('reach the optimizer at their true size', () => {
    const training = train({
      network: chain(30, -30),
      data: { inputs: Float64Array.of(1), targets: [-0.5] },
      loss: 'mse',
      optimizer: { type: 'sgd', learningRate: 1 },
    });
    // ∂L/∂y = 2 (y + ½) = 1 to rounding, so all 30 gradients are 2^−870.
    expect(training.pass).toBeNull();
    const sum = Math.log10(Math.sqrt(30)) - 870 * Math.log10(2);
    expect(training.advance(1).log10Gradient).toBeCloseTo(sum, 10);
    // δ_l passed through 30 − l weights, ∂L/∂W_l through all but one.
    probe(training.network, training.pass!).forEach(({ log10Delta, log10WeightGradient }, k) => {
      expect(log10Delta).toBeCloseTo(-30 * (29 - k) * Math.log10(2), 10);
      expect(log10WeightGradient).toBeCloseTo(-870 * Math.log10(2), 10);
    });
  });

  it('join correctly where a skip connection meets a rescaled gradient', () => {
    const width = 4;
    const depth = 60;
    const layer = { units: width, bias: false, residual: { around: 'preactivation' } } as const;
    const layers = [{ ...layer, residual: null }, ...Array(depth - 1).fill(layer)];
    const network = new Network({ inputs: width, layers, init: { type: 'custom', sigmaW: 2e3 } });
    const random = createRandom(2);
    const normals = () => Float64Array.from({ length: width }, () => random.normal());
    const outputGradient = normals();
    const input = normals();
    network.backward(network.forward(input), outputGradient);
    // δ_{l−1} = δ_l (1 + W_l), with the size taken out at every step.
    let direction = [...outputGradient];
    let size = 0;
    for (let l = depth; l > 1; l--) {
      const w = network.tensors[l - 1]!.weight;
      direction = direction.map((d, i) => direction.reduce((sum, e, o) => sum + e * w[o * width + i]!, d));
      const length = Math.hypot(...direction);
      direction = direction.map((d) => d / length);
      size += Math.log10(length);
    }
    expect(network.gradientExponents[0]).not.toBe(0);
    // ‖∂L/∂W_1‖_F = ‖δ_1‖ ‖x‖ for one sample.
    const got = log10Norm(network.gradientTensors[0]!.weight, network.gradientExponents[0]);
    expect(got).toBeCloseTo(size + log10Norm(input), 9);
  });

  it('name the layer where they stop being numbers', () => {
    const network = chain(3, 0);
    const pass = network.forward(Float64Array.of(1, 2));
    expect(() => network.backward(pass, Float64Array.of(NaN, 1))).toThrow(
      'non-finite layer 3 gradient [0, 0] of shape 2 × 1: NaN; it grew beyond the largest float64, or a slope above is not finite',
    );
    expect(() => network.backward(pass, Float64Array.of(1))).toThrow(
      'invalid output gradient: 1 values; expected 2 × 1',
    );
    network.tensors[1]!.weight.fill(1e5);
    const narrow = network.forward(Float64Array.of(0, 0), { format: 'float16' });
    expect(() => network.backward(narrow, Float64Array.of(1, 1))).toThrow(
      'non-finite layer 1 gradient [0, 0] of shape 2 × 1: Infinity; it grew beyond the largest float16, or a slope above is not finite',
    );
  });

  it('are numbers of the format when computed in it', () => {
    const tanh = findActivation('tanh');
    const layer = { units: 5, activation: tanh };
    const network = new Network({ inputs: 5, layers: [layer, layer, layer], init: { type: 'xavier' } });
    const random = createRandom(4);
    const normals = () => Float64Array.from({ length: 10 }, () => random.normal());
    const pass = network.forward(normals(), { format: 'bfloat16' });
    network.backward(pass, roundArray('bfloat16', normals()));
    for (const { preactivation, output, outputGradient, delta } of pass.layers) {
      for (const stored of [preactivation, output, outputGradient, delta]) {
        expect(roundArray('bfloat16', stored.slice())).toEqual(stored);
      }
    }
  });

  it('start from an input rounded to the format', () => {
    const pass = chain(1, 0).forward(Float64Array.of(0.1), { format: 'float16' });
    expect(pass.input[0]).toBe(0.0999755859375);
    expect(pass.layers[0]!.output[0]).toBe(0.0999755859375);
  });
});
