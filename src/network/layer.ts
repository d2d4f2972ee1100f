import type { LayerBuffers } from './buffers.ts';
import { fillDropoutMask } from './dropout.ts';
import { slopeBackward, slopeForward } from './learnedSlope.ts';
import type { LinearKernels } from './linear.ts';
import { normalise, normaliseBackward, normaliseByRunning, type RunningAverages } from './normalisation.ts';
import type { Tensors } from './parameters.ts';
import { type NumberFormat, roundArray } from './precision.ts';
import type { Layer } from './spec.ts';

/** What a layer is given in both directions. */
export interface LayerContext {
  readonly layer: Layer;
  readonly tensors: Tensors;
  readonly running: RunningAverages | null;
  readonly linear: LinearKernels;
  readonly batch: number;
  /** Dropout and batch statistics are on. */
  readonly training: boolean;
  readonly maskSeed: number;
  /** Every stored array is rounded to this format. */
  readonly format: NumberFormat;
}

/** The layer below: a_{l−1}, and h_{l−1} for a skip connection around the affine part. */
interface Below {
  readonly output: Float64Array;
  readonly preactivation: Float64Array | null;
}

/** a_l from a_{l−1}: fills the forward arrays of `b`. */
export function layerForward(context: LayerContext, below: Below, b: LayerBuffers): void {
  const { layer, tensors, linear, batch, format } = context;
  const { inputs, units, residual } = layer;
  const h = b.preactivation;
  linear.forward(below.output, tensors.weight, tensors.bias, h, { batch, inputs, units });
  if (residual?.around === 'preactivation') addScaled(below.preactivation!, residual.scale, h, h);
  roundArray(format, h);
  if (layer.norm?.position === 'before') normForward(context, h, b.activationInput, b);
  if (tensors.slope !== null) slopeForward(b.activationInput, b.activationOutput, units, tensors.slope);
  else layer.activation?.forward(b.activationInput, b.activationOutput);
  if (layer.norm?.position === 'after') normForward(context, b.activationOutput, b.branch, b);
  if (b.mask !== null) {
    if (context.training) fillDropoutMask(b.mask, layer.dropout, context.maskSeed);
    else b.mask.fill(1);
    multiply(b.branch, b.mask, b.output);
  }
  if (residual?.around === 'activation') {
    addScaled(below.output, residual.scale, b.mask === null ? b.branch : b.output, b.output);
  }
  roundArray(format, b.output);
}

/**
 * δ_l and the gradients of the layer's tensors from ∂L/∂a_l, which `b.outputGradient` holds. `above` is
 * δ_{l+1} (times `aboveFactor`) when the layer above skips around its affine part, else null.
 */
export function layerBackward(
  context: LayerContext,
  belowOutput: Float64Array,
  b: LayerBuffers,
  gradients: Tensors,
  above: Float64Array | null,
  aboveFactor: number,
): void {
  const { layer, tensors, linear, batch, format } = context;
  const { inputs, units, residual, norm } = layer;
  const { delta } = b;
  const scale = residual?.around === 'activation' ? residual.scale : 1;
  for (let i = 0; i < delta.length; i++) delta[i] = scale * b.outputGradient[i]!;
  if (b.mask !== null) multiply(delta, b.mask, delta);
  if (norm?.position === 'after') normBackward(context, delta, b, gradients);
  if (tensors.slope !== null) slopeBackward(b.activationInput, delta, units, tensors.slope, gradients.slope!);
  else layer.activation?.backward(b.activationInput, delta, delta);
  if (norm?.position === 'before') normBackward(context, delta, b, gradients);
  if (above !== null) addScaled(delta, aboveFactor, above, delta);
  roundArray(format, delta);
  if (residual?.around === 'preactivation') {
    for (let i = 0; i < delta.length; i++) b.affineGradient[i] = residual.scale * delta[i]!;
  }
  linear.backwardWeights(b.affineGradient, belowOutput, gradients.weight, { batch, inputs, units });
  if (gradients.bias !== null) sumRows(b.affineGradient, gradients.bias);
}

/** ∂L/∂a_{l−1}, including what flows around the layer. Call after `layerBackward`. */
export function layerBackwardInput(context: LayerContext, b: LayerBuffers, out: Float64Array): void {
  const { layer, tensors, linear, batch, format } = context;
  const { inputs, units } = layer;
  linear.backwardInput(b.affineGradient, tensors.weight, out, { batch, inputs, units });
  if (layer.residual?.around === 'activation') addScaled(out, 1, b.outputGradient, out);
  roundArray(format, out);
}

function normForward(context: LayerContext, x: Float64Array, out: Float64Array, b: LayerBuffers): void {
  const { layer, tensors, running, training } = context;
  const norm = layer.norm!;
  if (running !== null && !training) {
    normaliseByRunning(norm, x, out, tensors.gamma!, tensors.beta, b.norm!, running);
  } else {
    normalise(norm, x, out, layer.units, tensors.gamma!, tensors.beta, b.norm!, running);
  }
}

function normBackward(
  context: LayerContext,
  gradient: Float64Array,
  b: LayerBuffers,
  gradients: Tensors,
): void {
  const fixed = context.running !== null && !context.training;
  const { type } = context.layer.norm!;
  normaliseBackward(type, gradient, context.tensors.gamma!, gradients.gamma!, gradients.beta, b.norm!, fixed);
}

/** out = a + scale · b. */
function addScaled(a: Float64Array, scale: number, b: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! + scale * b[i]!;
}

function multiply(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
}

function sumRows(rows: Float64Array, out: Float64Array): void {
  const width = out.length;
  out.fill(0);
  for (let i = 0; i < rows.length; i += width) {
    for (let j = 0; j < width; j++) out[j] = out[j]! + rows[i + j]!;
  }
}
