import { describe, expect, it } from 'vitest';
import { findActivation } from '../activations/index.ts';
import { createRandom } from '../math/random.ts';
import { histogram } from './histogram.ts';
import { jacobianGains } from './jacobianGain.ts';
import { keptBy } from './kept.ts';
import { Network } from './network.ts';
import { probe } from './probe.ts';
import { log10Norm, scaleByPowerOfTwo } from './scaled.ts';
import type { ResidualSpec } from './spec.ts';

const relu = findActivation('relu');
const rows = (...values: number[]) => Float64Array.from(values);

describe('probe', () => {
  it('measures a layer worked out by hand', () => {
    const network = new Network({ inputs: 1, layers: [{ units: 3, activation: relu }, { units: 1 }] });
    network.tensors[0]!.weight.set([1, -1, -2]);
    network.tensors[0]!.bias!.set([0, 0, -5]);
    network.tensors[1]!.weight.set([3, 4, 5]);
    const pass = network.forward(rows(1, 2));
    network.backward(pass, rows(1, 1));
    const [hidden, output] = probe(network, pass, { bins: 4, formats: ['float16'] });
    // h = (1, −1, −7), (2, −2, −9); a = (1, 0, 0), (2, 0, 0); δ = (3, 0, 0) twice.
    expect(hidden!.rmsPreactivation).toBeCloseTo(Math.sqrt((1 + 1 + 49 + 4 + 4 + 81) / 6), 13);
    expect(hidden!.rmsActivation).toBeCloseTo(Math.sqrt(5 / 6), 13);
    expect(hidden!.meanActivation).toBe(0.5);
    expect(hidden!.log10Delta).toBeCloseTo(Math.log10(Math.sqrt(18)), 13);
    expect(hidden!.log10WeightGradient).toBeCloseTo(Math.log10(9), 13);
    expect(hidden).toMatchObject({ saturated: 2 / 3, deadUnits: 2, negativeUnits: 2 });
    expect([...hidden!.activations!.counts]).toEqual([4, 0, 1, 1]);
    expect(hidden!.kept.float16).toEqual({
      flushed: 0,
      subnormal: 0,
      overflowed: 0,
      log10Norm: Math.log10(Math.sqrt(18)),
    });
    expect(output).toMatchObject({ saturated: 0, deadUnits: 0, negativeUnits: 0 });
  });

  it('does not call a leaky unit dead', () => {
    for (const slope of ['fixed', 'unit'] as const) {
      const activation = findActivation('leaky_relu(negativeSlope=0.005)');
      const network = new Network({ inputs: 1, layers: [{ units: 1, activation, slope }, { units: 1 }] });
      network.tensors[0]!.weight.set([-1]);
      const pass = network.forward(rows(1, 2));
      network.backward(pass, rows(1, 1));
      expect(probe(network, pass)[0]).toMatchObject({ saturated: 1, deadUnits: 0, negativeUnits: 1 });
    }
  });
});

describe('jacobianGains', () => {
  const width = 3;
  const batch = 2;

  /** ‖J‖_F/√rows by moving every number of the lower state and reading the upper one. */
  function byMoving(
    network: Network,
    input: Float64Array,
    spec: { state: 'preactivation' | 'output' },
  ): number {
    const read = () => network.forward(input).layers;
    const lower = read()[0]![spec.state].slice();
    const inverse = invert(network.tensors[0]!.weight, width);
    let square = 0;
    const h = 1e-5;
    for (let i = 0; i < lower.length; i++) {
      const upper = [1, -1].map((sign) => {
        // The first layer is the identity: the input that moves its state by h in one place is W⁻¹ h e_i.
        const moved = input.slice();
        const row = Math.floor(i / width);
        for (let j = 0; j < width; j++)
          moved[row * width + j] = moved[row * width + j]! + sign * h * inverse[j * width + (i % width)]!;
        return network.forward(moved).layers[1]![spec.state].slice();
      });
      upper[0]!.forEach((x, k) => {
        square += ((x - upper[1]![k]!) / (2 * h)) ** 2;
      });
    }
    return Math.sqrt(square / lower.length);
  }

  function invert(w: Float64Array, n: number): number[] {
    const at = (r: number, c: number) => w[(r % n) * n + (c % n)]!;
    const cofactor = (r: number, c: number) =>
      at(r + 1, c + 1) * at(r + 2, c + 2) - at(r + 1, c + 2) * at(r + 2, c + 1);
    const det = at(0, 0) * cofactor(0, 0) + at(0, 1) * cofactor(0, 1) + at(0, 2) * cofactor(0, 2);
    return Array.from({ length: n * n }, (_, k) => cofactor(k % n, Math.floor(k / n)) / det);
  }

  const residuals: (ResidualSpec | null)[] = [
    null,
    { around: 'preactivation', scale: 0.5 },
    { around: 'activation', scale: 0.5 },
  ];
  it.each(residuals)('averages to the Frobenius norm of the Jacobian, skip %j', (residual) => {
    const tanh = findActivation('tanh');
    const network = new Network({
      inputs: width,
      layers: [
        { units: width },
        { units: width, activation: tanh, norm: { type: 'layer' }, residual },
        { units: 1 },
      ],
      init: { type: 'xavier' },
    });
    const random = createRandom(5);
    const input = Float64Array.from({ length: batch * width }, () => random.normal());
    const pass = network.forward(input);
    const draws = 4000;
    let square = 0;
    for (let seed = 0; seed < draws; seed++) square += jacobianGains(network, pass, seed)[0]! ** 2 / draws;
    const state = residual?.around === 'activation' ? 'output' : 'preactivation';
    // One draw of six numbers scatters by about 1/√3 in the square; four standard errors of 4,000.
    expect(Math.abs(square / byMoving(network, input, { state }) ** 2 - 1)).toBeLessThan(
      4 / Math.sqrt(3 * draws),
    );
  });

  it('leaves the gradients of the pass alone', () => {
    const network = new Network({
      inputs: 2,
      layers: [{ units: 2, activation: relu }, { units: 2 }],
      seed: 3,
    });
    const pass = network.forward(rows(1, 2));
    network.backward(pass, rows(1, -1));
    const before = [network.gradients.slice(), ...pass.layers.map((layer) => layer.delta.slice())];
    jacobianGains(network, pass, 1);
    expect([network.gradients, ...pass.layers.map((layer) => layer.delta)]).toEqual(before);
  });
});

describe('histogram', () => {
  it('counts every value once', () => {
    expect(histogram(rows(0, 0.5, 1, 2, 4, 4), 4)).toEqual({
      min: 0,
      max: 4,
      counts: Uint32Array.of(2, 1, 1, 2),
      below: 0,
      above: 0,
    });
    expect(histogram(rows(-3, 0, 1, 9), 2, [0, 2])).toMatchObject({
      counts: Uint32Array.of(1, 1),
      below: 1,
      above: 1,
    });
    expect(histogram(rows(7, 7), 3)).toMatchObject({ min: 6.5, max: 7.5, counts: Uint32Array.of(0, 2, 0) });
  });

  it('names bad bins and ranges', () => {
    expect(() => histogram(rows(1), 0)).toThrow('invalid bins: 0; expected a positive integer');
    expect(() => histogram(rows(1), 2, [1, 1])).toThrow('invalid range: [1, 1]');
  });
});

describe('keptBy', () => {
  it('counts what float16 loses', () => {
    const kept = keptBy('float16', rows(1, 1e-6, -1e-9, 1e5, 0));
    expect(kept).toEqual({ flushed: 0.2, subnormal: 0.2, overflowed: 0.2, log10Norm: Infinity });
    expect(keptBy('float16', rows(1, 1), -30)).toMatchObject({ flushed: 1, log10Norm: -Infinity });
    expect(keptBy('float32', rows(3, 4), -2000).flushed).toBe(1);
    expect(keptBy('float32', rows(3, 4)).log10Norm).toBeCloseTo(Math.log10(5), 14);
  });
});

describe('log10Norm', () => {
  it('is right beyond the range of squares and of float64', () => {
    expect(log10Norm(rows(3e200, 4e200))).toBeCloseTo(200 + Math.log10(5), 11);
    expect(log10Norm(rows(3e-320, 4e-320))).toBeCloseTo(-320 + Math.log10(5), 3);
    expect(log10Norm(rows(1), -4000)).toBeCloseTo(-4000 * Math.log10(2), 9);
    expect(log10Norm(rows(0, 0))).toBe(-Infinity);
  });

  it('scales by any power of two', () => {
    expect(scaleByPowerOfTwo(2 ** -1000, 2000)).toBe(2 ** 1000);
    expect(scaleByPowerOfTwo(2 ** 1000, -2050)).toBe(2 ** -1050);
    expect(scaleByPowerOfTwo(-1, 5000)).toBe(-Infinity);
    expect(scaleByPowerOfTwo(1, -5000)).toBe(0);
  });
});
