import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { findActivation } from '../../src/activations/index.ts';
import { defaults } from '../../src/figure/settings.ts';
import { mlp, Network } from '../../src/network/index.ts';
import { controls, type RunawaySettings } from './controls.ts';
import { exitOf, runaway } from './model.ts';
import { sizesByLayer } from './simulate.ts';

const at = (change: Partial<RunawaySettings> = {}) => runaway({ ...defaults(controls), ...change });
const series = (spec: string, change: Partial<RunawaySettings> = {}) =>
  at(change).series.find((one) => one.spec === spec)!;
/** q of the lines that the figure draws, also deeper than its slider goes. */
const q = (spec: string, sigmaW2: number, depth: number) =>
  series(spec, { phi: spec, sigmaW2, depth }).theory.map((size) => size ** 2);

describe('the exact recursion at weight variance 2/fan-in', () => {
  it('doubles q in every layer of the identity, so that float16 and then float32 overflow', () => {
    const lengths = q('identity', 2, 256);
    lengths.forEach((value, i) => {
      expect(value / 2 ** (i + 1)).toBeCloseTo(1, 9);
    });
    const sizes = lengths.map(Math.sqrt);
    expect(sizes[31]).toBeCloseTo(65536, 4);
    expect(sizes[255]! / 2 ** 128).toBeCloseTo(1, 9);
    expect(exitOf(sizes, 'float16')).toEqual({ layer: 32, to: 'infinity' });
    expect(exitOf(sizes, 'float32')).toEqual({ layer: 256, to: 'infinity' });
    expect(exitOf(sizes, 'bfloat16')).toEqual({ layer: 256, to: 'infinity' });
  });

  it('leaves ReLU where it is', () => {
    for (const value of q('relu', 2, 100)) expect(value).toBeCloseTo(2, 8);
  });

  it('lets tanh and the sigmoid settle where the reference says', () => {
    expect(q('tanh', 2, 100).at(-1)).toBeCloseTo(theory.mean_field.table.tanh.he.q_star, 9);
    expect(q('sigmoid', 2, 100).at(-1)).toBeCloseTo(theory.mean_field.table.sigmoid.he.q_star, 9);
    expect(theory.mean_field.table.tanh.he.q_star).toBe(0.617964769768546);
    expect(theory.mean_field.table.sigmoid.he.q_star).toBeCloseTo(0.55529, 6);
  });

  it('starts tanh as the reference does', () => {
    theory.mean_field.table.tanh.he.finite_depth.q_first.forEach((value, i) => {
      expect(q('tanh', 2, 4)[i]).toBeCloseTo(value, 9);
    });
  });
});

describe('the exact recursion elsewhere', () => {
  it('lets tanh die like 1/(2l) at variance 1', () => {
    const lengths = q('tanh', 1, 4000);
    const off = (l: number) => Math.abs(lengths[l - 1]! * 2 * l - 1);
    expect(off(4000)).toBeLessThan(0.002);
    expect(off(4000)).toBeLessThan(off(400) / 5);
  });

  it('halves q of ReLU at variance 1, until float16 holds nothing but 0', () => {
    const sizes = q('relu', 1, 100).map(Math.sqrt);
    expect(sizes[10]).toBeCloseTo(2 ** -5, 9);
    // Layer 51 holds 2^−25, half the smallest float16: a tie, decided by the last bit of the quadrature.
    const exit = exitOf(sizes, 'float16')!;
    expect([51, 52]).toContain(exit.layer);
    expect(exit.to).toBe('zero');
  });
});

describe('the random networks', () => {
  it('have the spread of networks made of weights', () => {
    // ln of the mean square after 8 ReLU layers of 64 units: mean and deviation over 60 networks of each kind.
    const [width, depth, count] = [64, 8, 60];
    const relu = findActivation('relu');
    const drawn = Array.from({ length: count }, (_, i) =>
      Math.log(sizesByLayer(relu, { sigmaW2: 2 }, { width, depth, seed: 100 + i }).at(-1)! ** 2),
    );
    const built = Array.from({ length: count }, (_, i) => {
      const sizes = Array<number>(depth + 1).fill(width);
      const network = new Network(mlp({ sizes, activation: relu, outputInit: { type: 'he' }, seed: i + 1 }));
      const pass = network.forward(new Float64Array(width).fill(1));
      const h = pass.layers.at(-1)!.preactivation;
      return Math.log(h.reduce((sum, v) => sum + v * v, 0) / width);
    });
    const moments = (values: readonly number[]) => {
      const mean = values.reduce((a, b) => a + b) / count;
      return { mean, sd: Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / (count - 1)) };
    };
    const [a, b] = [moments(drawn), moments(built)];
    // Three standard errors of a difference of two means, and of two deviations.
    const error = Math.sqrt((a.sd ** 2 + b.sd ** 2) / count);
    expect(Math.abs(a.mean - b.mean)).toBeLessThan(3 * error);
    expect(Math.abs(Math.log(a.sd / b.sd))).toBeLessThan(3 / Math.sqrt(count));
  });

  it.each(['identity', 'tanh', 'sigmoid'])('stay near the theory of infinite width: %s', (spec) => {
    const { mean, theory: exact } = series(spec, { depth: 20 });
    mean.forEach((value, l) => {
      expect(Math.abs(Math.log(value / exact[l]!))).toBeLessThan(0.25);
    });
  });

  it('depend on the seed, the width and nothing else', () => {
    const runs = (change: Partial<RunawaySettings>) => series('relu', { depth: 5, ...change }).runs;
    expect(runs({})).toEqual(runs({}));
    expect(runs({ seed: 2 })).not.toEqual(runs({}));
    expect(runs({ width: '64' })).not.toEqual(runs({}));
  });
});

describe('the series', () => {
  it('put the chosen function first and never twice', () => {
    const names = (phi: string) => at({ phi, depth: 2 }).series.map(({ spec }) => spec);
    expect(names('tanh')).toEqual(['tanh', 'identity', 'relu', 'sigmoid']);
    expect(names('gelu')).toEqual(['gelu', 'identity', 'relu', 'tanh', 'sigmoid']);
  });

  it('end where doubles do', () => {
    const { theory: exact, mean } = series('squared_relu', { phi: 'squared_relu', sigmaW2: 4, depth: 100 });
    expect(exact.length).toBeLessThan(20);
    expect(mean.length).toBeLessThan(20);
    expect([...exact, ...mean].every(Number.isFinite)).toBe(true);
  });

  it('know the fate of the signal', () => {
    expect(at().series.map(({ spec, fate }) => [spec, fate])).toEqual([
      ['relu', 'any'],
      ['identity', 'infinite'],
      ['tanh', 'stable'],
      ['sigmoid', 'stable'],
    ]);
    expect(series('tanh', { sigmaW2: 0.9 }).fate).toBe('zero');
  });
});
