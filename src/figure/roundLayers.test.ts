import { expect, test } from 'vitest';
import { roundLayers } from './roundLayers.ts';

test.each([
  [1, 5, [1]],
  [5, 5, [1, 2, 3, 4, 5]],
  [43, 5, [10, 20, 30, 40]],
  [100, 5, [20, 40, 60, 80, 100]],
  [22, 11, [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]],
])('%s layers and %s ticks', (depth, most, ticks) => {
  expect(roundLayers(depth, most)).toEqual(ticks);
});
