import { assertGradientFinite, assertLayerFinite } from './blame.ts';
import { createLayerBuffers, type LayerBuffers } from './buffers.ts';
import { type LayerContext, layerBackward, layerBackwardInput, layerForward } from './layer.ts';
import { float64Linear, type LinearKernels } from './linear.ts';
import { assertFinite } from './nonFinite.ts';
import type { RunningAverages } from './normalisation.ts';
import { initialiseTensors, parameterCount, type Tensors, viewTensors } from './parameters.ts';
import { type NumberFormat, roundArray } from './precision.ts';
import { largestMagnitude, scaleBy } from './scaled.ts';
import { type Layer, type NetworkSpec, normaliseLayers } from './spec.ts';
import { subseed } from './subseed.ts';

/** One forward pass and what its backward pass added. Arrays are reused by the next pass with the same batch size. */
export interface Pass {
  readonly batch: number;
  readonly training: boolean;
  readonly step: number;
  readonly format: NumberFormat;
  /** batch × inputs. */
  readonly input: Float64Array;
  /** One per layer, l = 1 first. */
  readonly layers: readonly LayerBuffers[];
}

export interface ForwardOptions {
  /** Turns on dropout and batch statistics, and updates BatchNorm's running averages. Default false. */
  readonly training?: boolean;
  /** Selects the dropout masks: the same step gives the same masks. Default 0. */
  readonly step?: number;
  /**
   * Rounds every stored array, forward and backward, as hardware with this format and wide accumulators would, and
   * switches the gradients' powers of two off. Parameters are read as they are. Default float64.
   */
  readonly format?: NumberFormat;
}

// Gradients are rescaled before products of two of them could leave float64's range.
const largestKept = 2 ** 200;
const smallestKept = 2 ** -200;

/**
 * A multilayer perceptron in float64 with reverse-mode differentiation (Rumelhart, Hinton & Williams 1986).
 * Matrices are row-major: W_l has one row per output unit, activations one row per sample.
 * Gradients carry a power of two per layer, so that 1e−400 is as good a number as 1.
 */
export class Network {
  readonly inputs: number;
  readonly layers: readonly Layer[];
  readonly seed: number;
  /** All learned numbers, layer by layer: weight, bias, gamma, beta, slope. */
  readonly parameters: Float64Array;
  readonly tensors: readonly Tensors[];
  /** Same places as `parameters`; layer l's numbers stand for value · 2^`gradientExponents`[l − 1]. */
  readonly gradients: Float64Array;
  readonly gradientTensors: readonly Tensors[];
  readonly gradientExponents: Int32Array;
  /** δ_l of the last backward pass is `delta` · 2^`deltaExponents`[l − 1], also after `unscaleGradients`. */
  readonly deltaExponents: Int32Array;
  /** BatchNorm's running means and variances, layer by layer. */
  readonly running: Float64Array;
  readonly #runningViews: readonly (RunningAverages | null)[];
  readonly #linear: LinearKernels;
  readonly #passes = new Map<number, LayerBuffers[]>();

  /** Throws RangeError naming the layer, the option and the value. */
  constructor(spec: NetworkSpec, linear: LinearKernels = float64Linear) {
    this.inputs = spec.inputs;
    this.layers = normaliseLayers(spec);
    this.seed = spec.seed ?? 1;
    this.#linear = linear;
    const count = this.layers.reduce((sum, layer) => sum + parameterCount(layer), 0);
    this.parameters = new Float64Array(count);
    this.gradients = new Float64Array(count);
    this.tensors = viewTensors(this.parameters, this.layers);
    this.gradientTensors = viewTensors(this.gradients, this.layers);
    this.gradientExponents = new Int32Array(this.layers.length);
    this.deltaExponents = new Int32Array(this.layers.length);
    initialiseTensors(this.tensors, this.layers, this.seed);
    const normalised = this.layers.map((layer) => (layer.norm?.type === 'batch' ? layer.units : 0));
    this.running = new Float64Array(2 * normalised.reduce((sum, n) => sum + n, 0));
    let offset = 0;
    this.#runningViews = normalised.map((n) => {
      if (n === 0) return null;
      const mean = this.running.subarray(offset, offset + n);
      const variance = this.running.subarray(offset + n, offset + 2 * n).fill(1);
      offset += 2 * n;
      return { mean, variance };
    });
  }

  get outputs(): number {
    return this.layers.at(-1)!.units;
  }

  /**
   * Computes every h_l and a_l for `input` (batch × inputs).
   * Throws RangeError when the input does not fill rows, or BatchNorm trains on one sample; NonFiniteError naming the
   * layer and the value when the input, a pre-activation or an activation is not finite.
   */
  forward(input: Float64Array, options: ForwardOptions = {}): Pass {
    const { training = false, step = 0, format = 'float64' } = options;
    const batch = this.#checkInput(input, training);
    let output = format === 'float64' ? input : roundArray(format, input.slice());
    const pass: Pass = { batch, training, step, format, input: output, layers: this.#buffers(batch) };
    let preactivation: Float64Array | null = null;
    for (const layer of this.layers) {
      const buffers = pass.layers[layer.index - 1]!;
      layerForward(this.context(pass, layer), { output, preactivation }, buffers);
      assertLayerFinite(layer, this.tensors[layer.index - 1]!, buffers, format);
      ({ output, preactivation } = buffers);
    }
    return pass;
  }

  /**
   * Fills `gradients` and each layer's `delta` from ∂L/∂a_L (batch × outputs) of the last forward pass with this batch size.
   * `inputGradient`, when given, receives ∂L/∂x (batch × inputs), at the returned power of two.
   * Throws RangeError for a wrong length, NonFiniteError naming the layer whose gradient is not finite.
   */
  backward(
    pass: Pass,
    outputGradient: Float64Array,
    inputGradient?: Float64Array,
  ): { inputExponent: number } {
    const top = pass.layers.at(-1)!.outputGradient;
    if (outputGradient.length !== top.length) {
      throw new RangeError(
        `invalid output gradient: ${outputGradient.length} values; expected ${pass.batch} × ${this.outputs}`,
      );
    }
    top.set(outputGradient);
    let exponent = this.#rescale(pass, this.layers.length, 0);
    for (let l = this.layers.length; l >= 1; l--) {
      const layer = this.layers[l - 1]!;
      const context = this.context(pass, layer);
      const buffers = pass.layers[l - 1]!;
      const below = pass.layers[l - 2];
      const skipsAbove = this.layers[l]?.residual?.around === 'preactivation';
      const factor = skipsAbove ? 2 ** (this.gradientExponents[l]! - exponent) : 0;
      const above = skipsAbove ? pass.layers[l]!.delta : null;
      layerBackward(
        context,
        below?.output ?? pass.input,
        buffers,
        this.gradientTensors[l - 1]!,
        above,
        factor,
      );
      this.gradientExponents[l - 1] = exponent;
      this.deltaExponents[l - 1] = exponent;
      const out = below?.outputGradient ?? inputGradient;
      if (out === undefined) continue;
      layerBackwardInput(context, buffers, out);
      if (below !== undefined) exponent = this.#rescale(pass, l - 1, exponent);
    }
    assertGradientFinite(this.layers[0]!, pass.layers[0]!.delta, pass.format);
    return { inputExponent: exponent };
  }

  /** Folds the powers of two back into `gradients`: what an optimizer uses. Tiny gradients may underflow to 0 here. */
  unscaleGradients(): void {
    this.gradientExponents.forEach((exponent, k) => {
      if (exponent === 0) return;
      for (const tensor of Object.values(this.gradientTensors[k]!)) if (tensor) scaleBy(tensor, exponent);
    });
    this.gradientExponents.fill(0);
  }

  #checkInput(input: Float64Array, training: boolean): number {
    const batch = input.length / this.inputs;
    if (!Number.isInteger(batch) || batch === 0) {
      throw new RangeError(`invalid input: ${input.length} values; expected full rows of ${this.inputs}`);
    }
    if (batch === 1 && training) {
      const norm = this.layers.find((layer) => layer.norm?.type === 'batch');
      if (norm)
        throw new RangeError(
          `invalid batch for layer ${norm.index}: 1 sample; expected at least 2 for BatchNorm in training`,
        );
    }
    assertFinite(input, 0, 'input', [batch, this.inputs], 'expected finite inputs');
    return batch;
  }

  /** Brings ∂L/∂a_l near 1 when it nears the end of float64's range; returns its new exponent. */
  #rescale(pass: Pass, l: number, exponent: number): number {
    const { outputGradient } = pass.layers[l - 1]!;
    const largest = largestMagnitude(outputGradient);
    if (!Number.isFinite(largest)) assertGradientFinite(this.layers[l - 1]!, outputGradient, pass.format);
    if (pass.format !== 'float64' || largest === 0) return exponent;
    if (largest > smallestKept && largest < largestKept) return exponent;
    const shift = Math.floor(Math.log2(largest));
    scaleBy(outputGradient, -shift);
    return exponent + shift;
  }

  /** What `layerForward` and `layerBackward` need to know of a pass: for code that differentiates one layer alone. */
  context(pass: Pass, layer: Layer): LayerContext {
    const k = layer.index - 1;
    return {
      layer,
      tensors: this.tensors[k]!,
      running: this.#runningViews[k]!,
      linear: this.#linear,
      batch: pass.batch,
      training: pass.training,
      maskSeed: layer.dropout > 0 ? subseed(this.seed, pass.step, layer.index) : 0,
      format: pass.format,
    };
  }

  /** Arrays for a batch size; the last few sizes are kept, so that training allocates nothing per step. */
  #buffers(batch: number): LayerBuffers[] {
    const kept = this.#passes.get(batch);
    if (kept !== undefined) return kept;
    if (this.#passes.size >= 4) this.#passes.delete(this.#passes.keys().next().value!);
    const buffers = this.layers.map((layer) => createLayerBuffers(layer, batch));
    this.#passes.set(batch, buffers);
    return buffers;
  }
}
