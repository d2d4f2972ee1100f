import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { createRandom } from '../math/random.ts';
import { calculateGain } from './gain.ts';
import { type Init, initialise, weightDeviation } from './init.ts';

const inputs = 120;
const units = 80;

function sample(init: Init, seed = 1) {
  const weights = new Float64Array(inputs * units);
  const bias = new Float64Array(units).fill(NaN);
  initialise(init, weights, bias, inputs, units, createRandom(seed));
  const variance = weights.reduce((s, w) => s + w * w, 0) / weights.length;
  return { weights, bias, variance, largest: weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0) };
}

// Variances worked out from the papers' formulas at fanIn 120, fanOut 80.
const expected: readonly [Init, number][] = [
  [{ type: 'xavier' }, 0.01],
  [{ type: 'xavier', distribution: 'uniform', gain: 5 / 3 }, 0.01 * (25 / 9)],
  [{ type: 'he' }, 2 / 120],
  [{ type: 'he', distribution: 'uniform', fan: 'out' }, 2 / 80],
  [{ type: 'he', gain: 1 }, 1 / 120],
  [{ type: 'lecun' }, 1 / 120],
  [{ type: 'lecun', distribution: 'uniform' }, 1 / 120],
  [{ type: 'pytorch' }, 1 / 360],
  [{ type: 'orthogonal', gain: 2 }, 4 / 120],
  [{ type: 'custom', sigmaW: 3, sigmaB: 0.5 }, 9 / 120],
  [{ type: 'zeros' }, 0],
];

describe('initialise', () => {
  it.each(expected)('%j gives the stated variance', (init, variance) => {
    // 9,600 weights: the relative standard error of a Gaussian's variance is √(2/9600) = 1.4 %.
    expect(Math.abs(sample(init).variance - variance)).toBeLessThanOrEqual(0.06 * variance);
    expect(weightDeviation(init, inputs, units) ** 2).toBeCloseTo(variance, 12);
  });

  it.each([
    ['pytorch_linear_default', { type: 'pytorch' }],
    ['xavier_or_lecun', { type: 'xavier' }],
    ['xavier_or_lecun', { type: 'lecun' }],
    ['he', { type: 'he' }],
    ['xavier_gain_5_3', { type: 'xavier', gain: calculateGain({ id: 'tanh', values: {} }) }],
    ['xavier_x4', { type: 'xavier', gain: 4 }],
  ] as const)('has the σ_w² of %s in a square layer: %j', (key, init) => {
    const { sigma_w2 } = theory.mean_field.inits[key];
    expect((weightDeviation(init, 100, 100) ** 2 * 100) / sigma_w2).toBeCloseTo(1, 13);
  });

  it('keeps uniform weights within √(3 Var) and reaches near it', () => {
    for (const [init, variance] of expected) {
      if (!('distribution' in init) && init.type !== 'pytorch') continue;
      const { largest } = sample(init);
      expect(largest).toBeLessThanOrEqual(Math.sqrt(3 * variance));
      expect(largest).toBeGreaterThan(0.99 * Math.sqrt(3 * variance));
    }
  });

  it('starts biases at zero, except pytorch and custom', () => {
    expect(sample({ type: 'he' }).bias.every((b) => b === 0)).toBe(true);
    expect(
      sample({ type: 'pytorch' }).bias.every((b) => b !== 0 && Math.abs(b) <= 1 / Math.sqrt(inputs)),
    ).toBe(true);
    const custom = sample({ type: 'custom', sigmaW: 1, sigmaB: 0.5 }).bias;
    expect(custom.reduce((s, b) => s + b * b, 0) / units).toBeCloseTo(0.25, 0);
    expect(sample({ type: 'custom', sigmaW: 1 }).bias.every((b) => b === 0)).toBe(true);
  });

  it.each([
    [5, 8],
    [8, 5],
    [6, 6],
  ])('orthogonal %i × %i has orthogonal rows or columns of length gain', (rows, columns) => {
    const w = new Float64Array(rows * columns);
    initialise({ type: 'orthogonal', gain: 1.5 }, w, null, columns, rows, createRandom(3));
    const [count, length] = [Math.min(rows, columns), Math.max(rows, columns)];
    const at = (k: number, i: number) => (rows <= columns ? w[k * columns + i]! : w[i * columns + k]!);
    for (let j = 0; j < count; j++) {
      for (let k = 0; k < count; k++) {
        let dot = 0;
        for (let i = 0; i < length; i++) dot += at(j, i) * at(k, i);
        expect(dot).toBeCloseTo(j === k ? 2.25 : 0, 13);
      }
    }
  });

  it('orthogonal stays orthogonal where the last rows have little left of their own', () => {
    const n = 96;
    const w = new Float64Array(n * n);
    for (let seed = 0; seed < 4; seed++) {
      initialise({ type: 'orthogonal' }, w, null, n, n, createRandom(seed));
      let worst = 0;
      for (let j = 0; j < n; j++) {
        let dot = 0;
        for (let i = 0; i < n; i++) dot += w[j * n + i]! * w[(n - 1) * n + i]!;
        worst = Math.max(worst, Math.abs(dot - (j === n - 1 ? 1 : 0)));
      }
      expect(worst).toBeLessThan(3e-16 * 10);
    }
  });

  it('sparse zeroes the same number of weights of every input', () => {
    const { weights } = sample({ type: 'sparse', sparsity: 0.33, std: 2 });
    for (let i = 0; i < inputs; i++) {
      let zeros = 0;
      for (let o = 0; o < units; o++) if (weights[o * inputs + i] === 0) zeros++;
      expect(zeros).toBe(27);
    }
    const kept = weights.filter((w) => w !== 0);
    expect(kept.reduce((s, w) => s + w * w, 0) / kept.length).toBeCloseTo(4, 0);
  });

  it('repeats itself for one seed and differs for another', () => {
    for (const [init] of expected.slice(0, -1)) {
      expect(sample(init, 5).weights).toEqual(sample(init, 5).weights);
      expect(sample(init, 5).weights).not.toEqual(sample(init, 6).weights);
    }
  });

  it('names a bad number', () => {
    expect(() => sample({ type: 'xavier', gain: NaN })).toThrow(
      'invalid gain of init xavier: NaN; expected a finite number ≥ 0',
    );
    expect(() => sample({ type: 'custom', sigmaW: -1 })).toThrow('invalid sigmaW of init custom: -1');
    expect(() => sample({ type: 'sparse', sparsity: 2 })).toThrow(
      'invalid sparsity: 2; expected a share from 0 to 1',
    );
  });
});

describe('calculateGain', () => {
  it("gives PyTorch's values", () => {
    const gain = (id: string, values: Record<string, number> = {}) => calculateGain({ id, values });
    expect(calculateGain(null)).toBe(1);
    expect(gain('sigmoid')).toBe(1);
    expect(gain('tanh')).toBe(5 / 3);
    expect(gain('relu') ** 2).toBeCloseTo(2, 14);
    expect(gain('leaky_relu', { negativeSlope: 0.01 })).toBeCloseTo(1.4141428569978354, 15);
    expect(gain('leaky_relu', { negativeSlope: 0.2 })).toBeCloseTo(1.3867504905630728, 15);
    expect(gain('selu')).toBe(0.75);
  });

  it('says which functions have a gain', () => {
    expect(() => calculateGain({ id: 'gelu', values: {} })).toThrow(
      'no gain known for: gelu; expected identity, sigmoid',
    );
  });
});
