import { checkData, type Data, sliceData } from './data.ts';
import { type Loss, lossAndGradient, type Targets } from './loss.ts';
import type { Network } from './network.ts';

export interface Evaluation {
  readonly loss: number;
  /** Share of right answers: largest logit = label, or logit > 0 ⇔ target > ½; null for mse. */
  readonly accuracy: number | null;
}

// Large enough for the matrix products to be fast, small enough to keep a deep network's arrays in the cache.
const rowsAtOnce = 256;

/** Loss and accuracy on `data` without dropout and with running averages. Throws what `checkData` and `forward` throw. */
export function evaluate(network: Network, data: Data, loss: Loss): Evaluation {
  const rows = checkData(network, data, loss);
  let total = 0;
  let right = 0;
  for (let first = 0; first < rows; first += rowsAtOnce) {
    const end = Math.min(rows, first + rowsAtOnce);
    const part = sliceData(data, loss, network, first, end);
    const { output } = network.forward(part.inputs).layers.at(-1)!;
    const unused = new Float64Array(output.length);
    total += lossAndGradient(loss, output, part.targets, network.outputs, unused) * (end - first);
    right += rightAnswers(loss, output, part.targets, network.outputs);
  }
  const answers = loss === 'bce-with-logits' ? rows * network.outputs : rows;
  return { loss: total / rows, accuracy: loss === 'mse' ? null : right / answers };
}

function rightAnswers(loss: Loss, output: Float64Array, targets: Targets, outputs: number): number {
  let right = 0;
  if (loss === 'bce-with-logits') {
    for (let i = 0; i < output.length; i++) if (output[i]! > 0 === targets[i]! > 0.5) right++;
  } else if (loss === 'softmax-cross-entropy') {
    for (let r = 0; r < targets.length; r++) {
      const row = output.subarray(r * outputs, (r + 1) * outputs);
      if (row.indexOf(Math.max(...row)) === targets[r]) right++;
    }
  }
  return right;
}
