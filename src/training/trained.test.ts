import { describe, expect, it } from 'vitest';
import type { Snapshot } from './spec.ts';
import { sayLoss, sayWhen } from './trained.ts';

const snapshot: Snapshot = {
  step: 0,
  train: [{ loss: 0.3, right: 4 }],
  heldOut: [],
  history: [],
  logits: new Float32Array(),
  layers: [],
  divergences: [],
};

describe('how far training came', () => {
  it.each([
    [0, 'After 0 steps'],
    [1, 'After 1 step'],
    [2, 'After 2 steps'],
    [1500, 'After 1500 steps'],
  ])('at step %i: %s', (step, words) => {
    expect(sayWhen({ ...snapshot, step })).toBe(words);
  });
});

describe('a loss', () => {
  it.each([
    [0, 'below 0.001'],
    [0.00049, 'below 0.001'],
    [0.0005, '0.001'],
    [0.412, '0.412'],
  ])('of %d is %s', (mean, words) => {
    expect(sayLoss({ mean, deviation: 0 }, 1)).toBe(words);
  });

  it('has its spread where there are several starts', () => {
    expect(sayLoss({ mean: 0.412, deviation: 0.0031 }, 5)).toBe('0.412 ± 0.003');
    expect(sayLoss({ mean: Number.NaN, deviation: 0 }, 5)).toBe('—');
  });
});
