import { describe, expect, it } from 'vitest';
import measured from '../../reference/measured.json' with { type: 'json' };
import { findActivation } from '../activations/index.ts';
import { loadDigits, splitDigits } from '../datasets/digits.ts';
import type { Data } from './data.ts';
import { evaluate } from './evaluate.ts';
import { mlp } from './mlp.ts';
import { Network } from './network.ts';
import { train } from './training.ts';

const { train: learn, test } = splitDigits(await loadDigits());
const dataOf = (part: typeof learn): Data => ({ inputs: part.inputs, targets: part.labels });

/** Test accuracy after `epochs` of the reference's protocol: ten hidden layers, batch 32, momentum 0.9. */
function accuracy(
  act: string,
  sigmaW2: number,
  norm: 'batch' | 'layer' | null,
  learningRate: number,
  epochs: number,
): number {
  const network = new Network(
    mlp({
      sizes: [64, ...Array(10).fill(64), 10],
      activation: findActivation(act),
      norm: norm && { type: norm },
      init: { type: 'custom', sigmaW: Math.sqrt(sigmaW2) },
      outputInit: { type: 'lecun' },
    }),
  );
  const loss = 'softmax-cross-entropy';
  const training = train({
    network,
    data: dataOf(learn),
    loss,
    optimizer: { type: 'momentum', learningRate },
  });
  const { failure } = training.advance(37 * epochs);
  expect(failure).toBeNull();
  return evaluate(network, dataOf(test), loss).accuracy!;
}

/** Mean test accuracy of the reference after 15 epochs. */
function reference(act: string, init: string, norm: 'none' | 'batch' | 'layer'): number {
  const rows = measured.race.rows;
  const name = { none: 'none', batch: 'bn', layer: 'ln' }[norm];
  return rows.find(
    (r) => r.net === '10x64' && r.act === act && r.init === init && r.norm === name && !r.residual,
  )!.test_acc_mean;
}

describe('ten hidden layers on the digits decide as the reference did', () => {
  // A third of the reference's 15 epochs is enough to tell learning from chance (one class in ten).
  it('tanh with Xavier variance learns', () => {
    expect(reference('tanh', 'xavier', 'none')).toBeGreaterThan(0.93);
    expect(accuracy('tanh', 1, null, 0.01, 5)).toBeGreaterThan(0.93);
  });

  it('sigmoid stays at chance', () => {
    expect(reference('sigmoid', 'xavier', 'none')).toBeLessThan(0.2);
    expect(accuracy('sigmoid', 1, null, 0.01, 3)).toBeLessThan(0.2);
  });

  it('sigmoid learns behind BatchNorm, not behind LayerNorm', () => {
    expect(reference('sigmoid', 'he', 'batch')).toBeGreaterThan(0.9);
    expect(accuracy('sigmoid', 2, 'batch', 0.01, 5)).toBeGreaterThan(0.9);
    expect(reference('sigmoid', 'he', 'layer')).toBeLessThan(0.2);
    expect(accuracy('sigmoid', 2, 'layer', 0.03, 3)).toBeLessThan(0.2);
  });
});
