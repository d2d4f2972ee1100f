import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { Network } from './network.ts';

/** y = x, one output. */
function copy(): Network {
  const network = new Network({ inputs: 1, layers: [{ units: 1, init: { type: 'zeros' } }] });
  network.tensors[0]!.weight.fill(1);
  return network;
}

describe('evaluate', () => {
  it('averages over all rows, whatever the chunks', () => {
    // 600 rows are cut into 256, 256 and 88; Σ k² for k < 600 is 599·600·1199/6.
    const inputs = Float64Array.from({ length: 600 }, (_, k) => k);
    const { loss, accuracy } = evaluate(copy(), { inputs, targets: new Float64Array(600) }, 'mse');
    expect(loss).toBeCloseTo((599 * 1199) / 6, 8);
    expect(accuracy).toBeNull();
  });

  it('counts right answers of logits by their sign', () => {
    const inputs = Float64Array.of(2, -1, 0.5, -3);
    expect(evaluate(copy(), { inputs, targets: [1, 0, 0, 0] }, 'bce-with-logits').accuracy).toBe(0.75);
  });

  it('counts right answers of classes by the largest logit', () => {
    const network = new Network({ inputs: 2, layers: [{ units: 2, init: { type: 'zeros' } }] });
    network.tensors[0]!.weight.set([1, 0, 0, 1]);
    const data = { inputs: Float64Array.of(3, 1, 1, 3, -2, -5), targets: [0, 0, 0] };
    expect(evaluate(network, data, 'softmax-cross-entropy').accuracy).toBe(2 / 3);
  });

  it('leaves dropout and running averages out', () => {
    const network = new Network({ inputs: 1, layers: [{ units: 1, norm: { type: 'batch' }, dropout: 0.9 }] });
    network.running.set([3, 4]);
    network.tensors[0]!.weight.fill(1);
    const { loss } = evaluate(network, { inputs: Float64Array.of(3, 3), targets: [0, 0] }, 'mse');
    expect(loss).toBe(0);
    expect([...network.running]).toEqual([3, 4]);
  });
});
