import type { Loss } from '../loss.ts';
import { DenseStack, type StackSpec } from './denseStack.ts';
import { type FastTargets, fastLoss, type LossScratch } from './fastLoss.ts';
import { layerAt, readWeights, writeLayer } from './layerViews.ts';
import { readRows } from './paddedRows.ts';
import type { Workspace } from './workspace.ts';

export interface FastMlpSpec extends StackSpec {
  readonly loss: Loss;
}

export interface StepOptions {
  /** Learning rate η. */
  readonly rate: number;
  /** μ of v ← μ·v + ∂L/∂w, w ← w − η·v (PyTorch's convention); default 0, plain gradient descent. */
  readonly momentum?: number;
  /** λ: adds λw to every ∂L/∂w first; default 0. */
  readonly weightDecay?: number;
}

/**
 * A perceptron trained in float32 by the fast kernels: h_l = W_l·a_{l−1} + b_l, a_l = φ(h_l), the last layer affine.
 * Parameters start at 0: copy them in with `setLayer`, for instance from a float64 `Network`. Layers count from 0; matrices are
 * row-major with one row per output unit, inputs and outputs one row per sample. Paths differ by rounding (relative 1e-6 a step).
 */
export class FastMlp {
  readonly #stack: DenseStack;
  readonly #loss: Loss;
  #scratch: LossScratch = { labels: 0, sums: 0 };
  #velocity = 0;

  /** Takes the workspace over. Throws RangeError for invalid sizes, batch or activations. */
  constructor(workspace: Workspace, spec: FastMlpSpec) {
    this.#loss = spec.loss;
    this.#stack = new DenseStack(workspace, spec, (layers) => {
      this.#scratch = { sums: workspace.reserve(8), labels: workspace.reserve(spec.batch) };
      // A copy of the parameters' layout, gaps included.
      const first = layers[0]!.weights;
      const last = layers.at(-1)!;
      this.#velocity = workspace.reserve((last.bias - first) / 4 + last.columns);
    });
  }

  /** Throws RangeError for wrong lengths. */
  setLayer(l: number, weights: ArrayLike<number>, biases?: ArrayLike<number>): void {
    writeLayer(this.#stack, l, weights, biases);
  }

  /** A copy of W_l, units × inputs. */
  weights(l: number): Float32Array {
    return readWeights(this.#stack, l);
  }

  /** A copy of b_l. */
  biases(l: number): Float32Array {
    const { bias, units } = layerAt(this.#stack, l);
    return this.#stack.workspace.floats(bias, units).slice();
  }

  /** The outputs (rows × outputs; logits where the loss has them). */
  predict(inputs: ArrayLike<number>): Float32Array {
    const stack = this.#stack;
    const rows = stack.load(inputs);
    stack.forward(rows);
    const last = stack.layers.at(-1)!;
    return readRows(stack.workspace, last.out, rows, last.units);
  }

  /** The mean loss over the samples. */
  loss(inputs: ArrayLike<number>, targets: FastTargets): number {
    const rows = this.#stack.load(inputs);
    this.#stack.forward(rows);
    return fastLoss(this.#loss, this.#stack, rows, targets, this.#scratch);
  }

  /**
   * One step of gradient descent on a batch; answers the loss before it. A loss that is not finite is answered without a step:
   * the parameters stay as they were. Throws RangeError for wrong shapes or labels.
   */
  step(inputs: ArrayLike<number>, targets: FastTargets, options: StepOptions): number {
    const { rate, momentum = 0, weightDecay = 0 } = options;
    const stack = this.#stack;
    const loss = this.loss(inputs, targets);
    if (!Number.isFinite(loss)) return loss;
    const { ops } = stack.workspace;
    const { parameters, parameterCount } = stack;
    const rows = inputs.length / stack.inputs;
    if (momentum === 0 && weightDecay === 0) this.#descend(rows, 0, -rate);
    else {
      ops.scale(parameterCount, this.#velocity, momentum);
      this.#descend(rows, this.#velocity - parameters, 1);
      if (weightDecay > 0) ops.addScaled(parameterCount, this.#velocity, parameters, weightDecay);
      ops.addScaled(parameterCount, parameters, this.#velocity, -rate);
    }
    return loss;
  }

  /** Adds factor·∂L/∂w to the parameters, or to the copy of them that lies `offset` bytes further on. */
  #descend(rows: number, offset: number, factor: number): void {
    const stack = this.#stack;
    const { ops } = stack.workspace;
    for (let l = stack.layers.length - 1; l >= 0; l--) {
      const { weights, bias, row, columns } = stack.layers[l]!;
      if (l > 0) stack.passDown(l, rows);
      stack.addWeightGradient(l, rows, weights + offset, factor);
      ops.addColumnSums(rows, columns, stack.delta(l), row, bias + offset, factor);
    }
  }
}
