import type { DenseLayer } from './denseLayer.ts';
import type { DenseStack } from './denseStack.ts';

/** Copies W (units × inputs, one row per unit) and b into a layer. Throws RangeError for wrong lengths. */
export function writeLayer(
  stack: DenseStack,
  l: number,
  weights: ArrayLike<number>,
  biases?: ArrayLike<number>,
): void {
  const { workspace } = stack;
  workspace.check(stack);
  const layer = layerAt(stack, l);
  const { inputs, units, columns, inputColumns } = layer;
  if (weights.length !== inputs * units)
    throw new RangeError(
      `invalid weights of layer ${l + 1}: ${weights.length} numbers; expected ${units} × ${inputs}`,
    );
  if (biases && biases.length !== units)
    throw new RangeError(`invalid biases of layer ${l + 1}: ${biases.length} numbers; expected ${units}`);
  const w = workspace.floats(layer.weights, inputColumns * columns);
  for (let j = 0; j < units; j++) {
    for (let i = 0; i < inputs; i++) w[i * columns + j] = weights[j * inputs + i]!;
  }
  if (biases) workspace.floats(layer.bias, units).set(biases);
}

/** A copy of W_l as units × inputs numbers, one row per unit. Throws RangeError when there is no such layer. */
export function readWeights(stack: DenseStack, l: number): Float32Array {
  stack.workspace.check(stack);
  const { inputs, units, columns, weights } = layerAt(stack, l);
  const w = stack.workspace.floats(weights, inputs * columns);
  const out = new Float32Array(units * inputs);
  for (let j = 0; j < units; j++) {
    for (let i = 0; i < inputs; i++) out[j * inputs + i] = w[i * columns + j]!;
  }
  return out;
}

/** Layers count from 0. Throws RangeError when there is no such layer. */
export function layerAt(stack: DenseStack, l: number): DenseLayer {
  const layer = stack.layers[l];
  if (layer) return layer;
  throw new RangeError(`invalid layer: ${l}; expected 0 … ${stack.layers.length - 1}`);
}
