import type { DenseLayer } from './denseLayer.ts';
import { DenseStack, type StackSpec } from './denseStack.ts';
import { layerAt, readRows, readWeights, writeLayer } from './layerViews.ts';
import type { Workspace } from './workspace.ts';

export interface FastFlowSpec extends StackSpec {
  /** Keeps every ∂L/∂W_l for `weightGradient`; default false. */
  readonly keepGradients?: boolean;
  /** Works out ∂L/∂W_l; default true. Without, a third of the work is saved and `log10WeightGradient` is NaN. */
  readonly weightGradients?: boolean;
  /** Measures what `FlowStatistics` holds; default true. Without, gradients are worked out and all measurements are NaN. */
  readonly statistics?: boolean;
  /** Bins over [low, high) for each layer's h; what lies outside counts in the first or last bin. Default none. */
  readonly histogram?: { readonly low: number; readonly high: number; readonly bins: number };
}

/** Per-layer measurements of one pass, index 0 for the first layer; the same quantities as the float64 `probe`. */
export interface FlowStatistics {
  /** log₁₀ ‖δ_l‖ with δ_l = ∂L/∂h_l, and log₁₀ ‖∂L/∂W_l‖_F; −Infinity when the gradient is 0. */
  readonly log10Delta: Float64Array;
  readonly log10WeightGradient: Float64Array;
  /** Root mean square of h_l over samples and units. */
  readonly rmsPreactivation: Float64Array;
  /** Share of |φ′(h_l)| < 0.01 over samples and units; 0 in the affine last layer. */
  readonly saturated: Float64Array;
  /** Counts of h_l by bin, or null when none were asked for. */
  readonly histograms: readonly Uint32Array[] | null;
  /** h and a of the watched layer, rows × units; null when none was asked for. */
  readonly watched: { readonly preactivations: Float32Array; readonly activations: Float32Array } | null;
  /** The first layer, from 0, whose h is not finite in float32; gradients are NaN then. Null when all is well. */
  readonly overflow: number | null;
}

/**
 * Forward and backward pass through a deep network in float32 with per-layer statistics, made for redrawing while a knob is turned.
 * δ_l is carried as stored·2^e and rescaled by powers of two on its way down, so a hundred sigmoid layers keep their gradients.
 * Weights start at 0: copy them in with `setLayer`. Layers count from 0.
 */
export class FastGradientFlow {
  readonly #stack: DenseStack;
  readonly #spec: FastFlowSpec;
  readonly #measures: boolean;
  #gradients: readonly number[] = [];
  #zeros = 0;
  #counts = 0;
  readonly #exponents: Int32Array;

  /** Takes the workspace over. Throws RangeError for invalid sizes, batch, activations or histogram. */
  constructor(workspace: Workspace, spec: FastFlowSpec) {
    const { histogram } = spec;
    if (
      histogram &&
      !(histogram.high > histogram.low && Number.isInteger(histogram.bins) && histogram.bins > 0)
    )
      throw new RangeError(
        `invalid histogram: ${histogram.bins} bins over [${histogram.low}, ${histogram.high}); expected low < high and one bin or more`,
      );
    this.#spec = spec;
    this.#measures = spec.statistics ?? true;
    this.#stack = new DenseStack(workspace, spec, (layers) => {
      const sizes = layers.map((layer) => layer.inputColumns * layer.columns);
      const shared = spec.keepGradients ? 0 : workspace.reserve(Math.max(...sizes));
      this.#gradients = sizes.map((size) => (spec.keepGradients ? workspace.reserve(size) : shared));
      this.#zeros = workspace.reserve(Math.max(...layers.map((layer) => layer.columns)));
      this.#counts = workspace.reserve(layers.length * (histogram?.bins ?? 0));
    });
    this.#exponents = new Int32Array(this.#stack.layers.length);
  }

  /** Copies W_l (units × inputs, one row per unit) and b_l in. Throws RangeError for wrong lengths. */
  setLayer(l: number, weights: ArrayLike<number>, biases?: ArrayLike<number>): void {
    writeLayer(this.#stack, l, weights, biases);
  }

  /**
   * One pass: inputs are rows × sizes[0], `outputGradient` is ∂L/∂h of the last layer, rows × outputs; `watch` copies
   * one layer's numbers out. Throws RangeError when they do not fit, or there is no such layer.
   */
  run(inputs: ArrayLike<number>, outputGradient: ArrayLike<number>, watch?: number): FlowStatistics {
    const stack = this.#stack;
    const rows = stack.load(inputs);
    stack.loadDelta(outputGradient, rows);
    const empty = (): Float64Array => new Float64Array(stack.layers.length).fill(Number.NaN);
    const statistics = {
      log10Delta: empty(),
      log10WeightGradient: empty(),
      rmsPreactivation: empty(),
      saturated: empty(),
    };
    this.#clearCounts();
    if (watch !== undefined) layerAt(stack, watch);
    let preactivations: Float32Array | null = null;
    stack.forward(rows, (layer, l) => {
      if (l === watch) preactivations = this.#copy(layer, rows);
      if (this.#measures) this.#measure(layer, l, rows, statistics.rmsPreactivation);
    });
    if (this.#measures) this.#countSaturated(rows, statistics.saturated);
    const watched = preactivations && {
      preactivations,
      activations: this.#copy(layerAt(stack, watch!), rows),
    };
    const first = statistics.rmsPreactivation.findIndex((rms) => !Number.isFinite(rms));
    const overflow = this.#measures && first >= 0 ? first : null;
    if (overflow === null) this.#backward(rows, statistics);
    return { ...statistics, histograms: this.#histograms(), watched, overflow };
  }

  #copy({ out, units, columns }: DenseLayer, rows: number): Float32Array {
    return readRows(this.#stack, out, rows, units, columns);
  }

  #measure(layer: DenseLayer, l: number, rows: number, rms: Float64Array): void {
    rms[l] = Math.sqrt(this.#squares(rows * layer.columns, layer.out) / (rows * layer.units));
    this.#countHistogram(layer, l, rows);
  }

  #countSaturated(rows: number, out: Float64Array): void {
    const { layers, workspace } = this.#stack;
    layers.forEach((layer, l) => {
      const count = layer.curve ? workspace.ops.countBelow(rows * layer.columns, layer.slope, 0.01) : 0;
      out[l] = count / (rows * layer.units);
    });
  }

  /** ∂L/∂W_l of the last run, units × inputs; far below 1e-38 it is 0. Throws Error unless `keepGradients` was set. */
  weightGradient(l: number): Float32Array {
    if (!this.#spec.keepGradients) throw new Error('no gradients kept; expected keepGradients: true');
    layerAt(this.#stack, l);
    const factor = 2 ** this.#exponents[l]!;
    return readWeights(this.#stack, l, this.#gradients[l]!).map((g) => g * factor);
  }

  #backward(rows: number, out: Pick<FlowStatistics, 'log10Delta' | 'log10WeightGradient'>): void {
    const stack = this.#stack;
    let exponent = 0;
    for (let l = stack.layers.length - 1; l >= 0; l--) {
      // A few layers cannot leave float32's range: without measurements every fourth is looked after.
      if (this.#measures || l % 4 === 0) {
        const { squares, shift } = this.#normalise(l, rows);
        exponent -= shift;
        if (this.#measures) out.log10Delta[l] = log10Norm(squares, exponent);
      }
      if (this.#spec.weightGradients ?? true) {
        const squares = this.#weightGradient(l, rows);
        if (this.#measures) out.log10WeightGradient[l] = log10Norm(squares, exponent);
      }
      this.#exponents[l] = exponent;
      if (l > 0) stack.passDown(l, rows);
    }
  }

  /** Works out ∂L/∂W_l, and its squared norm where it is measured. */
  #weightGradient(l: number, rows: number): number {
    const stack = this.#stack;
    const { columns, inputColumns } = stack.layers[l]!;
    const gradient = this.#gradients[l]!;
    stack.weightGradient(l, rows, gradient, this.#zeros, 0, 1);
    return this.#measures ? this.#squares(inputColumns * columns, gradient) : Number.NaN;
  }

  /** Multiplies δ_l by 2^shift if it has grown very small or large; answers the shift and ‖δ_l‖² afterwards. */
  #normalise(l: number, rows: number): { squares: number; shift: number } {
    const stack = this.#stack;
    const { columns, units } = stack.layers[l]!;
    const size = rows * columns;
    const squares = this.#squares(size, stack.delta(l));
    const shift = shiftFor(squares / (rows * units));
    if (shift === 0) return { squares, shift };
    stack.workspace.ops.scale(size, stack.delta(l), 2 ** shift);
    return { squares: this.#squares(size, stack.delta(l)), shift };
  }

  #squares(n: number, pointer: number): number {
    return this.#stack.workspace.ops.sumOfSquares(n, pointer);
  }

  #clearCounts(): void {
    const bins = this.#spec.histogram?.bins ?? 0;
    this.#stack.workspace.integers(this.#counts, this.#stack.layers.length * bins).fill(0);
  }

  #countHistogram(layer: DenseLayer, l: number, rows: number): void {
    const { histogram } = this.#spec;
    if (!histogram) return;
    const { low, high, bins } = histogram;
    const perUnit = bins / (high - low);
    const at = this.#counts + 4 * bins * l;
    const { workspace } = this.#stack;
    workspace.ops.histogram(rows * layer.columns, layer.out, low, perUnit, bins, at);
    // Padding columns hold zeros and were counted as such.
    const place = Math.fround(Math.fround(-low) * Math.fround(perUnit));
    const zero = Math.trunc(Math.max(0, Math.min(bins - 1, place)));
    const spare = rows * (layer.columns - layer.units);
    workspace.integers(at, bins)[zero]! -= spare;
  }

  #histograms(): Uint32Array[] | null {
    const { histogram } = this.#spec;
    if (!histogram) return null;
    const { bins } = histogram;
    return this.#stack.layers.map((_, l) =>
      Uint32Array.from(this.#stack.workspace.integers(this.#counts + 4 * bins * l, bins)),
    );
  }
}

/** log₁₀ √squares·2^exponent. */
function log10Norm(squares: number, exponent: number): number {
  return Math.log10(squares) / 2 + exponent * Math.log10(2);
}

/** The power of two that brings a mean square outside [2⁻⁴⁰, 2⁴⁰] to about 1; float32 holds the factor and the result. */
function shiftFor(meanSquare: number): number {
  if (!(meanSquare > 0) || !Number.isFinite(meanSquare)) return 0;
  const log2 = Math.log2(meanSquare) / 2;
  return Math.abs(log2) < 20 ? 0 : -Math.round(Math.max(-120, Math.min(120, log2)));
}
