import type { Loss } from '../loss.ts';
import { padded } from './denseLayer.ts';
import type { DenseStack } from './denseStack.ts';

/** Class indexes (softmax cross-entropy) or rows × outputs target values (the other losses). */
export type FastTargets = ArrayLike<number>;

/** Where a loss keeps the labels of a batch and three float64 results. */
export interface LossScratch {
  readonly labels: number;
  readonly sums: number;
}

/**
 * The mean loss of the outputs that `forward` left behind; writes ∂L/∂h of the last layer. Definitions as in `Loss`.
 * Throws RangeError for a wrong number of targets or a label out of range. Not finite when the outputs are not.
 */
export function fastLoss(
  loss: Loss,
  stack: DenseStack,
  rows: number,
  targets: FastTargets,
  scratch: LossScratch,
): number {
  const wanted = loss === 'softmax-cross-entropy' ? rows : rows * stack.outputs;
  if (targets.length !== wanted)
    throw new RangeError(
      `invalid targets: ${targets.length} numbers; expected ${wanted} for ${rows} samples`,
    );
  if (loss === 'softmax-cross-entropy') return crossEntropy(stack, rows, targets, scratch);
  return elementwise(loss === 'mse' ? squaredError : logisticLoss, stack, rows, targets);
}

function crossEntropy(stack: DenseStack, rows: number, labels: FastTargets, scratch: LossScratch): number {
  const { workspace, outputs } = stack;
  const view = workspace.integers(scratch.labels, rows);
  for (let i = 0; i < rows; i++) {
    const label = labels[i]!;
    if (!(Number.isInteger(label) && label >= 0 && label < outputs))
      throw new RangeError(
        `invalid label of sample ${i}: ${label}; expected an integer from 0 to ${outputs - 1}`,
      );
    view[i] = label;
  }
  const last = stack.layers.at(-1)!;
  const delta = stack.delta(stack.layers.length - 1);
  const { ops } = workspace;
  ops.softmaxCrossEntropy(rows, outputs, last.out, last.row, scratch.labels, delta, 1 / rows, scratch.sums);
  const sums = workspace.doubles(scratch.sums, 3);
  return (sums[0]! + Math.log(sums[1]!) + sums[2]! * 256 * Math.LN2) / rows;
}

/** Loss and slope of one output y with target t. */
interface OutputLoss {
  readonly value: (y: number, t: number) => number;
  readonly slope: (y: number, t: number) => number;
}

const squaredError: OutputLoss = { value: (y, t) => (y - t) ** 2, slope: (y, t) => 2 * (y - t) };
const logisticLoss: OutputLoss = {
  value: (y, t) => Math.max(y, 0) - t * y + Math.log1p(Math.exp(-Math.abs(y))),
  slope: (y, t) => 1 / (1 + Math.exp(-y)) - t,
};

function elementwise(rule: OutputLoss, stack: DenseStack, rows: number, targets: FastTargets): number {
  const { workspace, outputs } = stack;
  const stride = padded(outputs);
  const y = workspace.floats(stack.layers.at(-1)!.out, rows * stride);
  const delta = workspace.floats(stack.delta(stack.layers.length - 1), rows * stride);
  delta.fill(0);
  const count = rows * outputs;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < outputs; j++) {
      const t = targets[i * outputs + j]!;
      total += rule.value(y[i * stride + j]!, t);
      delta[i * stride + j] = rule.slope(y[i * stride + j]!, t) / count;
    }
  }
  return total / count;
}
