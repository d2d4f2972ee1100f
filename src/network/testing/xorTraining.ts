import { findActivation } from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import type { Data } from '../data.ts';
import { mlp } from '../mlp.ts';
import { Network } from '../network.ts';
import type { Snapshot, TrainingOptions } from '../training.ts';

export const tanh = findActivation('tanh');

/** Points of the four quadrants, labelled by the sign of x·y: no straight line separates them. */
export function xor(rows: number, seed: number): Data {
  const random = createRandom(seed);
  const inputs = Float64Array.from({ length: 2 * rows }, () => random.normal());
  const targets = Float64Array.from({ length: rows }, (_, r) =>
    inputs[2 * r]! * inputs[2 * r + 1]! > 0 ? 1 : 0,
  );
  return { inputs, targets };
}

export const data = xor(150, 1);
export const full = { norm: { type: 'batch' }, dropout: 0.1 } as const;

export function options(more: Partial<TrainingOptions> = {}, hidden = {}): TrainingOptions {
  const network = new Network(
    mlp({ sizes: [2, 12, 12, 2], activation: tanh, init: { type: 'xavier' }, ...hidden }),
  );
  const optimizer = { type: 'momentum', learningRate: 0.1 } as const;
  return { network, data, loss: 'softmax-cross-entropy', optimizer, batchSize: 16, ...more };
}

/** A clock that moves one millisecond per look, and a scheduler that lets other promises run. */
export function pacing() {
  let now = 0;
  let ticks = 0;
  return { clock: () => now++, nextTick: async () => void ticks++, ticks: () => ticks };
}

export async function collect(
  training: AsyncIterable<Snapshot>,
  visit: (snapshot: Snapshot) => void = () => {},
) {
  const snapshots: Snapshot[] = [];
  for await (const snapshot of training) {
    snapshots.push(snapshot);
    visit(snapshot);
  }
  return snapshots;
}
