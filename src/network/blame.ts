import type { LayerBuffers } from './buffers.ts';
import { assertFinite, firstNonFinite, NonFiniteError } from './nonFinite.ts';
import type { Tensors } from './parameters.ts';
import type { NumberFormat } from './precision.ts';
import type { Layer } from './spec.ts';

/**
 * Throws NonFiniteError when a layer's h or a holds a NaN or an infinity, with the first cause: a value of the activation,
 * a learned number, or growth beyond the format. Activations may hide such an h (ReLU makes 0 of −Infinity): ask for each layer.
 */
export function assertLayerFinite(
  layer: Layer,
  tensors: Tensors,
  b: LayerBuffers,
  format: NumberFormat,
): void {
  const { index, inputs, units } = layer;
  const shape = [b.preactivation.length / units, units];
  const growth = `the numbers grew beyond the largest ${format}`;
  if (firstNonFinite(b.preactivation) >= 0) {
    for (const [name, tensor] of Object.entries(tensors)) {
      const tensorShape = name === 'weight' ? [units, inputs] : [tensor?.length ?? 0];
      if (tensor) assertFinite(tensor, index, name, tensorShape, 'the parameter is not a finite number');
    }
    assertFinite(b.preactivation, index, 'preactivation', shape, growth);
  }
  const at = firstNonFinite(b.output);
  if (at < 0) return;
  const x = b.activationInput[at]!;
  const value = b.activationOutput[at]!;
  if (Number.isFinite(x) && !Number.isFinite(value)) {
    const cause = `${layer.activation?.label} is not finite at ${x}`;
    throw new NonFiniteError({ layer: index, quantity: 'activation', value, at, shape }, cause);
  }
  assertFinite(b.output, index, 'activation', shape, growth);
}

/** Throws NonFiniteError when a gradient of the layer (batch × units) holds a NaN or an infinity. */
export function assertGradientFinite(layer: Layer, gradient: Float64Array, format: NumberFormat): void {
  const shape = [gradient.length / layer.units, layer.units];
  const cause = `it grew beyond the largest ${format}, or a slope above is not finite`;
  assertFinite(gradient, layer.index, 'gradient', shape, cause);
}
