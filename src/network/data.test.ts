import { describe, expect, it } from 'vitest';
import { createBatches } from './data.ts';

const rows = 10;
const data = {
  inputs: Float64Array.from({ length: 2 * rows }, (_, i) => i),
  targets: Array.from({ length: rows }, (_, r) => 100 + r),
};

/** The rows in a step's batch, checked for inputs and targets that belong together. */
function rowsAt(batches: ReturnType<typeof createBatches>, step: number): number[] {
  const { inputs, targets } = batches.at(step);
  return [...targets].map((target, k) => {
    expect([...inputs.subarray(2 * k, 2 * k + 2)]).toEqual([2 * (target - 100), 2 * (target - 100) + 1]);
    return target - 100;
  });
}

describe('createBatches', () => {
  it('visits each row at most once an epoch, in an order of its own', () => {
    const batches = createBatches(data, rows, 3, 5);
    expect(batches.perEpoch).toBe(3);
    const epochs = [0, 1, 2].map((epoch) => [0, 1, 2].flatMap((k) => rowsAt(batches, 3 * epoch + k)));
    for (const epoch of epochs) expect(new Set(epoch).size).toBe(9);
    expect(new Set(epochs.map(String)).size).toBe(3);
  });

  it('gives a step the same batch whatever came before', () => {
    const one = createBatches(data, rows, 3, 5);
    const other = createBatches(data, rows, 3, 5);
    const late = rowsAt(one, 7);
    for (let step = 0; step < 7; step++) rowsAt(other, step);
    expect(rowsAt(other, 7)).toEqual(late);
    expect(rowsAt(one, 2)).toEqual(rowsAt(other, 2));
  });

  it('keeps the order when a batch holds all rows', () => {
    for (const size of [10, 11, Infinity]) {
      const batches = createBatches(data, rows, size, 5);
      expect(batches.perEpoch).toBe(1);
      expect(rowsAt(batches, 4)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });
});
