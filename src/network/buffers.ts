import { groupCount, type NormBuffers } from './normalisation.ts';
import type { Layer } from './spec.ts';

/**
 * Everything one layer computes for one batch; all arrays are batch × units. Where a layer has no norm, activation, dropout
 * or skip connection, neighbouring names share one array.
 */
export interface LayerBuffers {
  /** h_l = W a + b, with the skip connection around it if there is one. */
  readonly preactivation: Float64Array;
  /** What the activation sees: h_l, or norm(h_l). */
  readonly activationInput: Float64Array;
  readonly activationOutput: Float64Array;
  /** The activation's output after the norm behind it. */
  readonly branch: Float64Array;
  /** a_l: after dropout and the skip connection; what the next layer reads. */
  readonly output: Float64Array;
  readonly norm: NormBuffers | null;
  readonly mask: Float64Array | null;
  /** ∂L/∂a_l. */
  readonly outputGradient: Float64Array;
  /** δ_l = ∂L/∂h_l. */
  readonly delta: Float64Array;
  /** scale · δ_l, the gradient of the affine part inside a skip connection; δ_l itself elsewhere. */
  readonly affineGradient: Float64Array;
}

export function createLayerBuffers(layer: Layer, batch: number): LayerBuffers {
  const size = batch * layer.units;
  const array = () => new Float64Array(size);
  const { norm, residual } = layer;
  const preactivation = array();
  const activationInput = norm?.position === 'before' ? array() : preactivation;
  const activationOutput = layer.activation ? array() : activationInput;
  const branch = norm?.position === 'after' ? array() : activationOutput;
  const delta = array();
  return {
    preactivation,
    activationInput,
    activationOutput,
    branch,
    output: layer.dropout > 0 || residual?.around === 'activation' ? array() : branch,
    norm: norm && {
      unit: array(),
      inverse: new Float64Array(groupCount(norm.type, batch, layer.units)),
    },
    mask: layer.dropout > 0 ? array() : null,
    outputGradient: array(),
    delta,
    affineGradient: residual?.around === 'preactivation' ? array() : delta,
  };
}
