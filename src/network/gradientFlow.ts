import type { Activation } from '../activations/activation.ts';
import { createRandom } from '../math/random.ts';
import type { Init } from './init.ts';
import { Network } from './network.ts';
import { type NonFinite, NonFiniteError } from './nonFinite.ts';
import { type NumberFormat, roundArray } from './precision.ts';
import { type LayerProbe, type ProbeOptions, probe } from './probe.ts';
import type { LayerSpec, NormSpec, ResidualSpec } from './spec.ts';
import { subseed } from './subseed.ts';

export interface GradientFlowOptions extends ProbeOptions {
  readonly activation: Activation;
  readonly init: Init;
  /** Affine layers, L ≥ 1; the last one has no activation. */
  readonly depth: number;
  readonly width: number;
  /** Samples; default 1. */
  readonly batch?: number;
  readonly seed?: number;
  /** In every layer but the last. */
  readonly norm?: NormSpec | null;
  /** Around layers 2 … L; around the activation, the last layer has none. */
  readonly residual?: ResidualSpec | null;
  /** Computes in this format throughout, weights included; default float64. */
  readonly format?: NumberFormat;
}

/** A layer's measurements; both gradients count in units of ‖δ_L‖. */
export interface FlowLayer extends LayerProbe {
  /** log₁₀ ‖δ_l‖/‖δ_L‖; 0 for the last layer. */
  readonly log10Delta: number;
}

export type GradientFlow =
  | { readonly status: 'finite'; readonly layers: readonly FlowLayer[] }
  | { readonly status: 'overflow'; readonly failure: NonFinite; readonly message: string };

/**
 * Back-propagation through a random network of `depth` square layers: how the gradient norm and the length of the signal
 * change with depth. Input rows are Gaussian with mean square 1 (so q_1 = σ_w² + σ_b²); the loss is ⟨v, h_L⟩ with a random v of
 * norm 1 over the batch, so δ_L = v. The setting of Schoenholz et al. 2017, arXiv:1611.01232.
 * A network whose signal leaves float64 (or `format`) answers with `overflow` and the layer. Throws RangeError for bad options.
 */
export function gradientFlow(options: GradientFlowOptions): GradientFlow {
  const { batch = 1, seed = 1, format = 'float64', width } = options;
  const network = randomNetwork(options, seed);
  roundArray(format, network.parameters);
  const { input, outputGradient } = randomEnds(width, batch, seed);
  try {
    const pass = network.forward(input, { training: batch > 1, format });
    network.backward(pass, outputGradient);
    return { status: 'finite', layers: probe(network, pass, options) };
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return { status: 'overflow', failure: error.where, message: error.message };
  }
}

/** The two ends of a gradient flow: input rows of mean square 1, and δ_L of norm 1 over the batch; both batch × width. */
export function randomEnds(
  width: number,
  batch: number,
  seed: number,
): { readonly input: Float64Array; readonly outputGradient: Float64Array } {
  const random = createRandom(subseed(seed, 1));
  const input = gaussianRows(batch, width, Math.sqrt(width), () => random.normal());
  return { input, outputGradient: gaussianRows(1, batch * width, 1, () => random.normal()) };
}

function randomNetwork(options: GradientFlowOptions, seed: number): Network {
  const { activation, init, depth, width, norm, residual } = options;
  if (!Number.isInteger(depth) || depth < 1)
    throw new RangeError(`invalid depth: ${depth}; expected a positive integer`);
  const layers = Array.from({ length: depth }, (_, k): LayerSpec => {
    const skip = k > 0 ? residual : null;
    if (k < depth - 1) return { units: width, activation, norm, residual: skip };
    return { units: width, residual: skip?.around === 'preactivation' ? skip : null };
  });
  return new Network({ inputs: width, layers, init, seed });
}

/** Random directions, each row of the given length. */
function gaussianRows(rows: number, columns: number, norm: number, normal: () => number): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let first = 0; first < out.length; first += columns) {
    let square = 0;
    for (let i = first; i < first + columns; i++) {
      out[i] = normal();
      square += out[i]! ** 2;
    }
    const factor = norm / Math.sqrt(square);
    for (let i = first; i < first + columns; i++) out[i] = out[i]! * factor;
  }
  return out;
}
