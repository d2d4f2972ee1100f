import { negativeSlope } from './gain.ts';
import { initialise } from './init.ts';
import { createReplayedRandom } from './replayedRandom.ts';
import type { Layer } from './spec.ts';

/** The learned tensors of a layer. */
export type TensorName = 'weight' | 'bias' | 'gamma' | 'beta' | 'slope';

/** Views of one layer's tensors into a flat array: weight units × inputs, gamma, beta and bias of length units, slope 1 or units. */
export type Tensors = Readonly<Record<Exclude<TensorName, 'weight'>, Float64Array | null>> & {
  readonly weight: Float64Array;
};

/** Lengths of a layer's tensors in the order they lie in the flat array; 0 for those it does not have. */
function tensorLengths(layer: Layer): Readonly<Record<TensorName, number>> {
  const { units, inputs, norm, slope } = layer;
  return {
    weight: units * inputs,
    bias: layer.bias ? units : 0,
    gamma: norm ? units : 0,
    beta: norm && norm.type !== 'rms' ? units : 0,
    slope: slope === 'fixed' ? 0 : slope === 'layer' ? 1 : units,
  };
}

/** Number of learned parameters of a layer. */
export function parameterCount(layer: Layer): number {
  return Object.values(tensorLengths(layer)).reduce((sum, n) => sum + n, 0);
}

/** Cuts a flat array into the tensors of the layers, one after another. */
export function viewTensors(flat: Float64Array, layers: readonly Layer[]): readonly Tensors[] {
  let offset = 0;
  return layers.map((layer) => {
    const lengths = tensorLengths(layer);
    const take = (name: TensorName) => {
      const view = flat.subarray(offset, offset + lengths[name]);
      offset += lengths[name];
      return view;
    };
    const optional = (name: TensorName) => (lengths[name] === 0 ? null : take(name));
    return {
      weight: take('weight'),
      bias: optional('bias'),
      gamma: optional('gamma'),
      beta: optional('beta'),
      slope: optional('slope'),
    };
  });
}

/** Fills the tensors as each layer's `init` says, from one stream in the order of the layers. */
export function initialiseTensors(tensors: readonly Tensors[], layers: readonly Layer[], seed: number): void {
  const random = createReplayedRandom(seed);
  layers.forEach((layer, k) => {
    const { weight, bias, gamma, beta, slope } = tensors[k]!;
    initialise(layer.init, weight, bias, layer.inputs, layer.units, random);
    gamma?.fill(1);
    beta?.fill(0);
    slope?.fill(negativeSlope(layer.activation));
  });
}
