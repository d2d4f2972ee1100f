import type { LayerBuffers } from './buffers.ts';
import { type Histogram, histogram } from './histogram.ts';
import { type Kept, keptBy } from './kept.ts';
import { slopeBackward } from './learnedSlope.ts';
import type { Network, Pass } from './network.ts';
import type { Tensors } from './parameters.ts';
import type { NumberFormat } from './precision.ts';
import { log10Norm } from './scaled.ts';
import type { Layer } from './spec.ts';

/** What one layer did in one forward and backward pass. Norms run over the whole batch. */
export interface LayerProbe {
  readonly layer: number;
  /** Root mean square of h_l and of a_l, mean of a_l. */
  readonly rmsPreactivation: number;
  readonly rmsActivation: number;
  readonly meanActivation: number;
  /** log₁₀ of ‖δ_l‖ and of ‖∂L/∂W_l‖_F: right also far below 1e−308; −Infinity when the gradient is 0. */
  readonly log10Delta: number;
  readonly log10WeightGradient: number;
  /** Share of |φ′| < 0.01 over samples and units. */
  readonly saturated: number;
  /** Units with φ′ = 0 on every sample: no gradient passes. */
  readonly deadUnits: number;
  /** Units whose activation sees no number above 0 on any sample. */
  readonly negativeUnits: number;
  readonly preactivations: Histogram | null;
  readonly activations: Histogram | null;
  /** What narrower formats would have kept of δ_l. */
  readonly kept: Readonly<Partial<Record<NumberFormat, Kept>>>;
}

export interface ProbeOptions {
  /** Bins of the two histograms; 0 (the default) leaves them out. */
  readonly bins?: number;
  readonly formats?: readonly NumberFormat[];
}

const saturationLimit = 0.01;

/** Measures every layer after `network.backward(pass, …)` or a training step; the numbers of an older pass are gone. */
export function probe(network: Network, pass: Pass, options: ProbeOptions = {}): readonly LayerProbe[] {
  const { bins = 0, formats = [] } = options;
  return network.layers.map((layer, k) => {
    const b = pass.layers[k]!;
    const exponent = network.deltaExponents[k]!;
    return {
      layer: layer.index,
      rmsPreactivation: rootMeanSquare(b.preactivation),
      rmsActivation: rootMeanSquare(b.output),
      meanActivation: mean(b.output),
      log10Delta: log10Norm(b.delta, exponent),
      log10WeightGradient: log10Norm(network.gradientTensors[k]!.weight, network.gradientExponents[k]),
      ...slopeStatistics(layer, network.tensors[k]!, b),
      preactivations: bins > 0 ? histogram(b.preactivation, bins) : null,
      activations: bins > 0 ? histogram(b.output, bins) : null,
      kept: Object.fromEntries(formats.map((format) => [format, keptBy(format, b.delta, exponent)])),
    };
  });
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function rootMeanSquare(values: Float64Array): number {
  return 10 ** (log10Norm(values) - 0.5 * Math.log10(values.length));
}

function slopeStatistics(layer: Layer, tensors: Tensors, b: LayerBuffers) {
  const { units } = layer;
  const slopes = activationSlopes(layer, tensors, b);
  const alive = new Uint8Array(units);
  const positive = new Uint8Array(units);
  let saturated = 0;
  for (let first = 0; first < slopes.length; first += units) {
    for (let j = 0; j < units; j++) {
      const slope = slopes[first + j]!;
      if (Math.abs(slope) < saturationLimit) saturated++;
      if (slope !== 0) alive[j] = 1;
      if (b.activationInput[first + j]! > 0) positive[j] = 1;
    }
  }
  return {
    saturated: saturated / slopes.length,
    deadUnits: units - alive.reduce((sum, flag) => sum + flag, 0),
    negativeUnits: units - positive.reduce((sum, flag) => sum + flag, 0),
  };
}

/** φ′ at every number the activation saw. */
function activationSlopes(layer: Layer, tensors: Tensors, b: LayerBuffers): Float64Array {
  const slopes = new Float64Array(b.activationInput.length).fill(1);
  if (tensors.slope !== null) {
    slopeBackward(
      b.activationInput,
      slopes,
      layer.units,
      tensors.slope,
      new Float64Array(tensors.slope.length),
    );
  } else layer.activation?.backward(b.activationInput, slopes, slopes);
  return slopes;
}
