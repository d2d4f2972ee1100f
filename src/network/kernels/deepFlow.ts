import { checkSizes } from './checkSizes.ts';
import { deepBackward } from './deepBackward.ts';
import { type DeepFlowSpec, layOutDeepFlow } from './deepFlowMemory.ts';
import type { DeepFlowResult, DeepFlowState, RandomAffine } from './deepFlowState.ts';
import { deepForward, type Forward, type Watcher } from './deepForward.ts';
import type { Workspace } from './workspace.ts';

/** Which layers, from 0, are handed to a watcher on the way up. */
export interface Watch {
  readonly layers: (layer: number) => boolean;
  readonly see: Watcher;
}

/**
 * Forward and backward pass through a deep random network in float32, a layer per step of a generator, so that a caller can
 * stop or see to something else in between. Weights come layer by layer as numbers of variance 1 and are scaled inside the
 * products: one stream of random numbers serves every deviation, and memory holds the weights of one layer.
 * Signals and gradients carry a power of two. Where a signal leaves 2^±40, φ is replaced by its homogeneous limit, which is exact
 * there to the rounding of float32: a hundred layers of ReLU with σ_w = 0.1 keep their gradient of 1e−115.
 */
export class DeepFlow {
  readonly #state: DeepFlowState;

  /**
   * Takes the workspace over. `affine` gives layer l, from 0, and is asked twice for each. Throws RangeError for invalid sizes or batch.
   */
  constructor(workspace: Workspace, spec: DeepFlowSpec, affine: (l: number) => RandomAffine) {
    checkSizes(spec.sizes, spec.batch);
    const memory = layOutDeepFlow(workspace, this, spec);
    const empty = () => new Float64Array(memory.layers.length).fill(Number.NaN);
    const result = {
      log10Delta: empty(),
      log10WeightGradient: empty(),
      rmsPreactivation: empty(),
      saturated: empty(),
    };
    this.#state = { workspace, spec, memory, affine, scales: [], result };
  }

  /**
   * From batch × sizes[0] inputs to the outputs, unless float32 cannot follow: a number is not finite, or φ is not homogeneous
   * where the signal went. Throws RangeError when the inputs do not fit.
   */
  *forward(inputs: ArrayLike<number>, watch?: Watch): Generator<void, Forward> {
    const { spec, workspace } = this.#state;
    workspace.check(this);
    const [columns] = spec.sizes;
    if (inputs.length !== spec.batch * columns!)
      throw new RangeError(`invalid inputs: ${inputs.length} numbers; expected ${spec.batch} × ${columns}`);
    return yield* deepForward(this.#state, inputs, watch?.layers ?? (() => false), watch?.see ?? (() => {}));
  }

  /** From ∂L/∂h of the last layer, batch × units, down to the first. Call after `forward`. */
  *backward(outputGradient: Float64Array): Generator<void, DeepFlowResult> {
    const { spec, workspace } = this.#state;
    workspace.check(this);
    const columns = spec.sizes.at(-1)!;
    if (outputGradient.length !== spec.batch * columns)
      throw new RangeError(
        `invalid output gradient: ${outputGradient.length} numbers; expected ${spec.batch} × ${columns}`,
      );
    return yield* deepBackward(this.#state, outputGradient);
  }
}
