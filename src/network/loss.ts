import { NonFiniteError } from './nonFinite.ts';

/**
 * - `softmax-cross-entropy`: mean over samples of −log softmax(y)[label]; targets are one class index per sample.
 * - `bce-with-logits`: mean over samples and outputs of −t log σ(y) − (1−t) log σ(−y); targets in [0, 1], batch × outputs.
 * - `mse`: mean over samples and outputs of (y − t)²; targets batch × outputs.
 */
export type Loss = 'softmax-cross-entropy' | 'bce-with-logits' | 'mse';

/** Class indexes or target values, row-major. */
export type Targets = ArrayLike<number>;

/** Targets per sample of a loss: 1 for labels, else one per output. */
export function targetsPerRow(loss: Loss, outputs: number): number {
  return loss === 'softmax-cross-entropy' ? 1 : outputs;
}

/**
 * The loss of `output` (batch × outputs, logits for the first two losses); writes ∂L/∂output to `gradient`.
 * Throws RangeError naming a wrong count or a label or target out of range, NonFiniteError when the loss is not finite.
 */
export function lossAndGradient(
  loss: Loss,
  output: Float64Array,
  targets: Targets,
  outputs: number,
  gradient: Float64Array,
): number {
  checkTargets(loss, targets, outputs, output.length / outputs);
  const value = rules[loss](output, targets, outputs, gradient);
  if (!Number.isFinite(value)) {
    throw new NonFiniteError(
      { layer: null, quantity: 'loss', value, at: 0, shape: [] },
      `${loss} of finite outputs overflowed`,
    );
  }
  return value;
}

type Rule = (output: Float64Array, targets: Targets, outputs: number, gradient: Float64Array) => number;

const rules: Readonly<Record<Loss, Rule>> = {
  'softmax-cross-entropy': (output, targets, outputs, gradient) => {
    const batch = output.length / outputs;
    let total = 0;
    for (let r = 0; r < batch; r++) {
      const label = targets[r]!;
      const first = r * outputs;
      let top = 0;
      for (let j = 1; j < outputs; j++) if (output[first + j]! > output[first + top]!) top = j;
      const largest = output[first + top]!;
      let rest = 0;
      for (let j = 0; j < outputs; j++) {
        const e = Math.exp(output[first + j]! - largest);
        gradient[first + j] = e;
        if (j !== top) rest += e;
      }
      // The label's p − 1 is minus the sum of the others: no cancellation when the network is sure and right.
      let others = 0;
      for (let j = 0; j < outputs; j++) {
        const g = gradient[first + j]! / (1 + rest) / batch;
        gradient[first + j] = g;
        if (j !== label) others += g;
      }
      gradient[first + label] = -others;
      total += Math.log1p(rest) + (largest - output[first + label]!);
    }
    return total / batch;
  },
  'bce-with-logits': (output, targets, _outputs, gradient) => {
    const n = output.length;
    let total = 0;
    for (let i = 0; i < n; i++) {
      const x = output[i]!;
      const t = targets[i]!;
      const e = Math.exp(-Math.abs(x));
      // log(1 + e^−|x|) + max(x, 0) − xt neither overflows nor cancels.
      total += Math.max(x, 0) - x * t + Math.log1p(e);
      // (1 − t) σ(x) − t σ(−x) keeps its digits where σ(x) − t would cancel.
      gradient[i] = (x >= 0 ? 1 - t - t * e : (1 - t) * e - t) / (1 + e) / n;
    }
    return total / n;
  },
  mse: (output, targets, _outputs, gradient) => {
    const n = output.length;
    let total = 0;
    for (let i = 0; i < n; i++) {
      const difference = output[i]! - targets[i]!;
      total += difference * difference;
      gradient[i] = (2 * difference) / n;
    }
    return total / n;
  },
};

/** Throws RangeError for a wrong count, a label that is no class, or a target that is no probability or no finite number. */
export function checkTargets(loss: Loss, targets: Targets, outputs: number, batch: number): void {
  const needed = batch * targetsPerRow(loss, outputs);
  if (targets.length !== needed) {
    throw new RangeError(
      `invalid targets: ${targets.length} values for ${loss} of ${batch} × ${outputs} outputs; expected ${needed}`,
    );
  }
  for (let i = 0; i < targets.length; i++) {
    const t = targets[i]!;
    if (loss === 'softmax-cross-entropy' && !(Number.isInteger(t) && t >= 0 && t < outputs)) {
      throw new RangeError(`invalid label ${i}: ${t}; expected a class from 0 to ${outputs - 1}`);
    }
    if (loss === 'bce-with-logits' && !(t >= 0 && t <= 1)) {
      throw new RangeError(`invalid target ${i}: ${t}; expected a probability from 0 to 1`);
    }
    if (!Number.isFinite(t)) throw new RangeError(`invalid target ${i}: ${t}; expected a finite number`);
  }
}
