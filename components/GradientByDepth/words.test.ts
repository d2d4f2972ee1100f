import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/figure/settings.ts';
import { compare } from './compare.ts';
import type { Comparison, Measured } from './model.ts';
import { controls, type DepthSettings } from './settings.ts';
import widget from './widget.ts';
import { computing, describe as description, finding, title } from './words.ts';

const comparisonOf = (change: Partial<DepthSettings> = {}): Promise<Comparison> =>
  compare({ ...defaults(controls), count: '1', width: 16, batch: 4, seeds: 1, ...change });

/** The first network with a mean of its own, as if it had been measured so. */
async function withMean(mean: readonly number[], more: Partial<Measured> = {}): Promise<Comparison> {
  const result = await comparisonOf({ depth: mean.length });
  const network = { ...result.networks[0]!, samples: [mean], mean, ...more };
  return { ...result, networks: [network] };
}

describe('the title', () => {
  it.each([
    [-1.72, 'Of sigmoid’s gradient, 1/52 is left at layer 1'],
    [-0.4, 'Of sigmoid’s gradient, 0.4 is left at layer 1'],
    [-0.29, 'The first layers hear the loss about as well as the last'],
    [0.29, 'The first layers hear the loss about as well as the last'],
    [0.6, 'sigmoid’s gradient grows to 4 times its size'],
    [7.2, 'sigmoid’s gradient grows to 10^7 times its size'],
    [Number.NEGATIVE_INFINITY, 'Of sigmoid’s gradient, nothing is left at layer 1'],
  ])('at %d decades says: %s', async (end, text) => {
    expect(title(await withMean([end, 0]))).toBe(text);
  });

  it('tells networks of one function apart by their letters', async () => {
    const result = await comparisonOf({ count: '2', a_phi: 'relu', b_phi: 'relu', b_init: 'pytorch' });
    expect(title(result)).toContain('ReLU’s gradient in network B, ');
  });
});

describe('the line about work', () => {
  const settings = { ...defaults(controls), count: '3', seeds: 2 };

  it('counts the networks that are there, and none of a picture of other settings', async () => {
    const part = { ...(await comparisonOf()), progress: { done: 2, of: 6 } };
    expect(computing(settings, part)).toBe('Computing, 2 of 6 networks');
    expect(computing(settings, null)).toBe('Computing, 0 of 6 networks');
    expect(computing({ ...settings, count: '1', seeds: 1 }, null)).toBe('Computing, 0 of 1 network');
  });
});

describe('the finding', () => {
  it('says that a gradient grows where it grows', async () => {
    const text = finding(await withMean([7, 3, 0]));
    expect(text).toContain('the gradient grows to 10^7 times its size on the way to the first layer');
    expect(text).not.toContain('reaches');
  });

  it('counts the layers below a limit, whether or not they are the first', async () => {
    expect(finding(await withMean([-9, -3, 0]))).toContain(
      'in half precision the first layer learns nothing',
    );
    expect(finding(await withMean([-9, -9, 0]))).toContain('the first 2 layers learn nothing');
    const between = finding(await withMean([-2, -9, -9, 0]));
    expect(between).toContain('in half precision 2 layers learn nothing');
    const silent = finding(await withMean([Number.NEGATIVE_INFINITY, -3, 0]));
    expect(silent).toContain('; in any precision the first layer learns nothing');
    expect(silent).not.toContain('half');
  });

  it('does not pass over networks that overflowed', async () => {
    const message = 'layer 13: its pre-activations leave float32';
    const part = await withMean([1, 0], { blownUp: { count: 15, message, fate: 'overflow' } });
    expect(finding({ ...part, seeds: 20 })).toContain(
      `the mean of 1 of 20 networks, the others overflow (${message})`,
    );
    const gone = await withMean([Number.NaN, Number.NaN], {
      samples: [],
      blownUp: { count: 20, message, fate: 'overflow' },
    });
    expect(finding({ ...gone, seeds: 20 })).toContain(`all 20 networks overflow; ${message}.`);
    expect(widget.table(gone).rows.flat().filter(Number.isNaN)).toEqual([]);
  });

  it.each([
    ['overflow', 'A signal through sigmoid leaves the range of numbers'],
    ['undefined', 'A signal through sigmoid stops being a number'],
  ] as const)('tells a signal that overflows from one without a value: %s', async (fate, words) => {
    const blownUp = { count: 1, message: 'layer 1: its activations', fate };
    expect(title(await withMean([Number.NaN, Number.NaN], { samples: [], blownUp }))).toBe(words);
  });

  it('says that BatchNorm cannot normalise one sample', async () => {
    const idle = 'a batch of one: BatchNorm has nothing to normalise with';
    expect(finding(await comparisonOf({ a_norm: 'batchBefore', batch: 1 }))).toContain(idle);
    expect(finding(await comparisonOf({ a_norm: 'batchBefore', batch: 2 }))).not.toContain(idle);
    expect(finding(await comparisonOf({ a_norm: 'layer', batch: 1 }))).not.toContain(idle);
  });

  it('names what it rests on, at any setting', async () => {
    expect(finding(await comparisonOf())).toContain('One random network each, 16 units a layer, 4 samples.');
    const more = { ...(await comparisonOf({ seeds: 3, batch: 1 })), progress: { done: 2, of: 3 } };
    expect(finding(more)).toContain(
      'Means of 3 random networks each, 16 units a layer, one sample, 2 of 3 networks so far.',
    );
  });
});

it.each([
  [-0.0177, 'of the last layer’s gradient 0.96 reaches the first'],
  [-0.05, 'of the last layer’s gradient 0.9 reaches the first'],
  [-0.001, 'the last layer’s gradient reaches the first undiminished'],
  [0.0205, 'the last layer’s gradient reaches the first undiminished'],
  [0.03, 'the gradient grows to 1.1 times its size'],
])('the finding at %d decades says: %s', async (end, text) => {
  expect(finding(await withMean([end, 0]))).toContain(text);
});

it('what was set is said: the scale of a branch', async () => {
  const half = await comparisonOf({ a_skip: true, a_scale: 0.5 });
  expect(finding(half)).toContain('sigmoid from Xavier weights, skip connections (branch × 0.5):');
  expect(finding(await comparisonOf({ a_skip: true }))).toContain('weights, skip connections:');
});

it('what was set is said: biases, and the loss of the digits', async () => {
  const set = await comparisonOf({ a_init: 'custom', a_sigmaB: 0.5, loss: 'digits' });
  expect(finding(set)).toContain('sigmoid from custom weights (σ = 1, biases σ = 0.5)');
  expect(finding(set)).toContain('4 samples, the loss of reading digits.');
  expect(finding(await withMean([0, 0]))).toContain('reaches the first undiminished');
});

it('the description names the formats whose end is in the picture, and no others', async () => {
  const ends = async (low: number) => description(await withMean([low, 0]));
  expect(await ends(-2)).not.toContain('otted line');
  expect(await ends(-9)).toMatch(/A dotted line marks where float16 stores zero\.$/);
  expect(await ends(-60)).toMatch(/A dotted line marks where float16, bfloat16 and float32 store zero\.$/);
});

it('the description names a bound only where one holds', async () => {
  expect(description(await comparisonOf())).toContain(
    '4^−(L−1), one chain with weights of size 1, would leave 10 to the power −11 of it',
  );
  expect(description(await comparisonOf({ a_skip: true }))).not.toContain('chain');
});

it('the table has the gradients of the weights at ordinary settings', async () => {
  for (const shape of [
    { depth: 20, width: 128, batch: 16 },
    { depth: 20, width: 256, batch: 16 },
    { depth: 20, width: 512, batch: 8 },
  ]) {
    const { networks } = await comparisonOf({ ...shape, seeds: 1 });
    expect(networks[0]!.layers.every(({ log10WeightGradient: g }) => Number.isFinite(g))).toBe(true);
  }
});

it('the table says why a column is empty', async () => {
  const large = await comparisonOf({ depth: 50, width: 64, batch: 128 });
  const label = widget.table(large).columns.find((column) => column.label.startsWith('gradient'))!.label;
  expect(label).toContain('left out: above 8 million multiplications');
});
