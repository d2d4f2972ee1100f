import { createRandom } from '../math/random.ts';
import { checkTargets, type Loss, type Targets, targetsPerRow } from './loss.ts';
import type { Network } from './network.ts';
import { assertFinite } from './nonFinite.ts';
import { subseed } from './subseed.ts';

/** Samples to learn from or to judge by. */
export interface Data {
  /** rows × network.inputs, row-major. */
  readonly inputs: Float64Array;
  /** What the loss compares with, row-major: one label per row, or one number per output. */
  readonly targets: Targets;
}

/** Checks every number of `data` and returns the row count. Throws what `forward` and the loss would, with the row. */
export function checkData(network: Network, data: Data, loss: Loss): number {
  const rows = data.inputs.length / network.inputs;
  if (!Number.isInteger(rows) || rows === 0) {
    throw new RangeError(
      `invalid data: ${data.inputs.length} input values; expected full rows of ${network.inputs}`,
    );
  }
  assertFinite(data.inputs, 0, 'input', [rows, network.inputs], 'expected finite inputs');
  checkTargets(loss, data.targets, network.outputs, rows);
  return rows;
}

/** Mini-batches of a data set, in reused arrays. */
export interface Batches {
  readonly perEpoch: number;
  /** The batch of a step, counted from 0 over all epochs; valid until the next call. */
  at(step: number): { readonly inputs: Float64Array; readonly targets: Float64Array };
}

/**
 * Cuts each epoch's own shuffle into ⌊rows/size⌋ batches; the remaining rows sit the epoch out. Size ≥ rows: one batch of
 * all rows in their order. A batch depends on `seed` and `step` alone, so a run can be resumed anywhere.
 * Throws RangeError when `size` is not a positive integer or Infinity.
 */
export function createBatches(data: Data, rows: number, size: number, seed: number): Batches {
  if (!(size === Infinity || (Number.isInteger(size) && size > 0))) {
    throw new RangeError(`invalid batchSize: ${size}; expected a positive integer, or Infinity for all rows`);
  }
  if (size >= rows) {
    const all = { inputs: data.inputs, targets: Float64Array.from(data.targets) };
    return { perEpoch: 1, at: () => all };
  }
  const width = data.inputs.length / rows;
  const targetWidth = data.targets.length / rows;
  const perEpoch = Math.floor(rows / size);
  const order = new Uint32Array(rows);
  let shuffledFor = -1;
  const batch = { inputs: new Float64Array(size * width), targets: new Float64Array(size * targetWidth) };
  return {
    perEpoch,
    at(step) {
      const epoch = Math.floor(step / perEpoch);
      if (epoch !== shuffledFor) {
        for (let row = 0; row < rows; row++) order[row] = row;
        createRandom(subseed(seed, 2, epoch)).shuffle(order);
        shuffledFor = epoch;
      }
      const first = (step % perEpoch) * size;
      for (let k = 0; k < size; k++) {
        copyRow(data.inputs, order[first + k]!, batch.inputs, k, width);
        copyRow(data.targets, order[first + k]!, batch.targets, k, targetWidth);
      }
      return batch;
    },
  };
}

function copyRow(
  from: ArrayLike<number>,
  fromRow: number,
  to: Float64Array,
  toRow: number,
  width: number,
): void {
  for (let j = 0; j < width; j++) to[toRow * width + j] = from[fromRow * width + j]!;
}

/** Consecutive rows of a data set as data of their own. */
export function sliceData(data: Data, loss: Loss, network: Network, first: number, end: number): Data {
  const width = targetsPerRow(loss, network.outputs);
  return {
    inputs: data.inputs.subarray(first * network.inputs, end * network.inputs),
    targets: Array.prototype.slice.call(data.targets, first * width, end * width),
  };
}
