import { describe, expect, it } from 'vitest';
import type { Snapshot } from './spec.ts';
import { sayWhen } from './trained.ts';

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
