import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { compare } from './compare.ts';
import { draw } from './figure.ts';
import { flowPanel } from './flowPanel.ts';
import { decadeTicks } from './lines.ts';
import { deafLayers, readsZero } from './model.ts';
import { ratesOf } from './rates.ts';
import { controls, type DepthSettings } from './settings.ts';
import { brief, size } from './sizes.ts';
import widget from './widget.ts';
import { finding, title, describe as words } from './words.ts';

const reference = JSON.parse(readFileSync(new URL('../../reference/measured.json', import.meta.url), 'utf8'));

const plain = (change: Partial<DepthSettings>): DepthSettings => ({
  ...defaults(controls),
  count: '1',
  ...change,
});

describe('the gradient by depth', () => {
  const inits = { 'σ_w² = 1/3': 1 / 3, 'σ_w² = 1': 1, 'σ_w² = 2': 2 };
  const phis = ['sigmoid', 'tanh', 'relu', 'elu'];
  it.each(phis.flatMap((phi) => Object.entries(inits).map(([name, v]) => [phi, name, v] as const)))(
    'of %s at %s is measured within 0.15 decades of the theory',
    async (phi, _, variance) => {
      const sigmaW = Math.sqrt(variance);
      const result = await compare(
        plain({ a_phi: phi, a_init: 'custom', a_sigmaW: sigmaW, width: 256, batch: 4, seeds: 3 }),
      );
      const [network] = result.networks;
      expect(network!.samples).toHaveLength(3);
      expect(Math.abs(network!.mean[0]! - network!.prediction.log10Delta![0]!)).toBeLessThan(0.15);
    },
  );

  it('of normalised and residual networks goes as measured elsewhere', async () => {
    const rows: { init?: string; norm?: string; act: string; chi_measured?: number }[] =
      reference.gradients.rows;
    expect(rows.length).toBeGreaterThan(60);
    const chiOf = async (change: Partial<DepthSettings>): Promise<number> => {
      const { networks } = await compare(plain({ width: 128, batch: 64, seeds: 2, ...change }));
      const { mean } = networks[0]!;
      return 10 ** ((2 * (mean[9]! - mean[19]!)) / 10);
    };
    // Chapter 3: measured at width 256; a smaller net scatters more.
    expect(await chiOf({ a_phi: 'sigmoid', a_norm: 'layer' })).toBeCloseTo(0.151, 1);
    expect(
      Math.abs((await chiOf({ a_phi: 'relu', a_init: 'he', a_norm: 'batchBefore' })) - 1.46),
    ).toBeLessThan(0.08);
    const skip = await compare(plain({ a_phi: 'relu', a_init: 'he', a_skip: true, seeds: 4 }));
    expect(Math.abs(skip.networks[0]!.mean[0]! - 2.86)).toBeLessThan(0.3);
  });

  it('of a digits classifier shrinks like the projection’s', async () => {
    const [a, b] = await Promise.all(
      ['projection', 'digits'].map((loss) => compare(plain({ loss, width: 64, seeds: 2, depth: 10 }))),
    );
    expect(Math.abs(a!.networks[0]!.mean[0]! - b!.networks[0]!.mean[0]!)).toBeLessThan(0.6);
  });

  it('has the bound 4^−L for the sigmoid and none for ReLU', async () => {
    const { networks } = await compare(plain({ count: '3', depth: 11, width: 16, batch: 1, seeds: 1 }));
    expect(networks[0]!.bound![0]).toBeCloseTo(Math.log10(9.5367431640625e-7), 12);
    expect(networks[2]!.bound).toBeNull();
  });
});

describe('the read-outs', () => {
  it('are χ, q and ξ of the reference in the long run', async () => {
    const { networks } = await compare({ ...defaults(controls), width: 16, batch: 1, seeds: 1 });
    const { sigmoid, tanh, relu } = theory.mean_field.table;
    for (const [network, want] of [
      [networks[0]!, sigmoid.xavier_or_lecun],
      [networks[1]!, tanh.xavier_or_lecun],
      [networks[2]!, relu.he],
    ] as const)
      expect(network.prediction.chi).toBeCloseTo(want.chi, 9);
    expect(ratesOf(networks[0]!)[1]).toBe(brief(sigmoid.xavier_or_lecun.q_star as number));
    expect(ratesOf(networks[1]!)).toEqual(['1', '0', '∞']);
    expect(ratesOf(networks[2]!)).toEqual(['1', '2', '∞']);
  });

  it.each([
    [null, '–'],
    [Number.NaN, '–'],
    [0, '0'],
    [0.055263, '0.0553'],
    [1e-9, '< 0.001'],
    [-13.6, '−13.6'],
    [12345.6, '12346'],
    [1e9, '> 10⁶'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('write %d as %s', (value, text) => expect(brief(value)).toBe(text));

  it('stand in the picture, in its words and in the description, for every network', async () => {
    const result = await compare({
      ...defaults(controls),
      a_norm: 'layer',
      c_skip: true,
      width: 16,
      seeds: 1,
    });
    for (const width of [358, 576, 900]) {
      const phase = draw(result, frameAt(serverDocument(), 'x', width)).find(({ key }) => key === 'phase')!;
      for (const text of result.networks.flatMap(ratesOf)) expect(phase.svg.textContent).toContain(text);
      expect(phase.svg.outerHTML).not.toMatch(/NaN|undefined/);
      expect(phase.svg.querySelector('desc')!.textContent).toContain(
        'B, tanh: χ 1, q settles at 0, ξ ∞ layers',
      );
    }
  });

  it('come with a dashed line only where the steady rate is not the line itself', async () => {
    const dashes = async (change: Partial<DepthSettings>): Promise<number> => {
      const result = await compare(plain({ width: 16, batch: 1, seeds: 1, ...change }));
      return (
        flowPanel(result, frameAt(serverDocument(), 'x', 900), {
          title: 't',
          description: 'd',
        }).outerHTML.split('"7,4"').length - 1
      );
    };
    expect(await dashes({ a_phi: 'tanh' })).toBe(1);
    expect(await dashes({ a_phi: 'gelu', a_init: 'he' })).toBe(1);
    expect(await dashes({ a_phi: 'relu', a_init: 'he' })).toBe(0);
    expect(await dashes({ a_phi: 'relu', a_norm: 'batchBefore', batch: 16 })).toBe(0);
  });
});

describe('the gradient of the weights', () => {
  it('goes as the correction where q stands still, and is in the table with the spread', async () => {
    const result = await compare(plain({ a_phi: 'relu', a_init: 'he', width: 128, batch: 1, seeds: 6 }));
    const [network] = result.networks;
    const { rows, columns } = widget.table(result);
    const column = (label: RegExp) => columns.findIndex((c) => label.test(c.label));
    for (const [l, row] of rows.entries()) {
      expect(row[column(/weights, log10/)]).toBe(network!.layers[l]!.log10WeightGradient);
      expect(row[column(/deviation/)]).toBe(network!.layers[l]!.spread);
    }
    // One sample: ‖∂L/∂W_l‖ = ‖δ_l‖ ‖a_(l−1)‖, and both factors of ReLU from He weights stay where they are.
    expect(Math.abs(network!.layers[0]!.log10WeightGradient - network!.mean[0]!)).toBeLessThan(0.2);
    expect(network!.layers[0]!.spread).toBeGreaterThan(0.01);

    // Where a drag could not keep up, the cell stays empty instead.
    const large = await compare(plain({ depth: 50, width: 64, batch: 128, seeds: 1 }));
    expect(widget.table(large).rows.map((row) => row[column(/weights, log10/)])).toEqual(Array(50).fill(''));
  });
});

it('the spread of each column is that of the networks behind it', async () => {
  const runs = await Promise.all(
    [1, 2, 3].map(
      async (seeds) => (await compare(plain({ width: 32, batch: 8, seeds }))).networks[0]!.layers[4]!,
    ),
  );
  // The mean of n networks takes the n-th one back out.
  const single = (of: (layer: (typeof runs)[number]) => number): number[] => {
    const [one, two, three] = runs.map(of) as [number, number, number];
    return [one, 2 * two - one, 3 * three - 2 * two];
  };
  const deviation = ([a, b, c]: number[]): number =>
    Math.sqrt(((a! - b!) ** 2 + (b! - c!) ** 2 + (c! - a!) ** 2) / 6);
  const { spreads } = runs[2]!;
  expect(spreads.rms).toBeCloseTo(deviation(single((l) => l.rms)), 9);
  expect(spreads.saturated).toBeCloseTo(deviation(single((l) => l.saturated)), 9);
  expect(spreads.weights).toBeCloseTo(deviation(single((l) => l.log10WeightGradient)), 9);
  expect(spreads.weights).toBeGreaterThan(0.001);
});

describe('what number formats keep', () => {
  it('ends at half the smallest subnormal number', () => {
    expect(Math.f16round(10 ** (readsZero('float16') + 1e-9))).toBeGreaterThan(0);
    expect(Math.f16round(10 ** (readsZero('float16') - 1e-9))).toBe(0);
    expect(Math.fround(10 ** (readsZero('float32') - 1e-9))).toBe(0);
  });

  it('names the layers that hear nothing', async () => {
    const result = await compare(plain({ depth: 30, width: 64, batch: 4, seeds: 2 }));
    const { first: count } = deafLayers(result.networks[0]!, 'float16')!;
    expect(result.networks[0]!.mean[count - 1]).toBeLessThan(readsZero('float16'));
    expect(result.networks[0]!.mean[count]).toBeGreaterThan(readsZero('float16'));
    expect(finding(result)).toContain(`in half precision the first ${count} layers learn nothing`);
  });
});

describe('networks that blow up', () => {
  it('are counted beside those that do not', async () => {
    const result = await compare(
      plain({ a_phi: 'squared_relu', a_init: 'custom', a_sigmaW: 0.85, width: 64, seeds: 20 }),
    );
    const [network] = result.networks;
    expect(network!.samples.length + network!.blownUp!.count).toBe(20);
    expect(network!.blownUp!.count).toBeGreaterThan(network!.samples.length);
    expect(network!.samples.length).toBeGreaterThan(0);
    expect(network!.blownUp!.message).toMatch(/^layer \d+: its (pre-)?activations leave float64$/);
  });

  it('leave deaf layers between others that hear', async () => {
    const result = await compare(plain({ depth: 5, width: 16, batch: 1, seeds: 1 }));
    const uneven = { ...result.networks[0]!, mean: [-9, -9, -1, -9, 0] };
    expect(deafLayers(uneven, 'float16')).toEqual({ first: 2, total: 3 });
    expect(deafLayers({ ...uneven, mean: [-1, -9, -1, -9, 0] }, 'float16')).toEqual({ first: 0, total: 2 });
    expect(deafLayers({ ...uneven, mean: [0, 0, 0, 0, 0] }, 'float16')).toBeNull();
  });
});

describe('the words of the figure', () => {
  it('say what the picture says', async () => {
    const result = await compare({ ...defaults(controls), width: 64, seeds: 2 });
    expect(title(result)).toBe('Of sigmoid’s gradient, 10^−12 is left at layer 1');
    expect(words(result)).toContain(
      'sigmoid from Xavier weights: measured 10 to the power −12 at layer 1, theory 10 to',
    );
    expect(finding(result)).toContain('tanh from Xavier weights');
  });

  it('name the layer and the reason when a signal blows up', async () => {
    const result = await compare(
      plain({ a_phi: 'squared_relu', a_init: 'custom', a_sigmaW: 5, depth: 60, width: 16 }),
    );
    expect(result.networks[0]!.samples).toHaveLength(0);
    expect(finding(result)).toMatch(/layer \d+: its (pre-)?activations leave float64/);
    expect(title(result)).toContain('leaves the range of numbers');
    expect(() => draw(result, frameAt(serverDocument(), 'x', 904))).not.toThrow();
  });

  it.each([
    [-12.3, '10^−12'],
    [0, '1'],
    [-0.3, '0.5'],
    [Number.NEGATIVE_INFINITY, 'nothing'],
    [Number.NaN, 'no number'],
  ])('write a gradient of 10 to the %d as %s', (decades, text) => expect(size(decades)).toBe(text));

  it('keep the axis to a handful of ticks at any depth', () => {
    for (const low of [-3, -12, -47, -120, -300]) {
      const ticks = decadeTicks(low, 2);
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks).toContain(0);
    }
  });
});
