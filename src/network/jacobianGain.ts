import { createRandom } from '../math/random.ts';
import type { LayerBuffers } from './buffers.ts';
import { layerBackward, layerBackwardInput } from './layer.ts';
import type { Network, Pass } from './network.ts';
import { parameterCount, viewTensors } from './parameters.ts';
import { log10Norm } from './scaled.ts';
import type { Layer } from './spec.ts';

/**
 * The factor by which layer l = 2, 3, …, L stretches a random gradient on its way down: √(E‖Jᵀv‖²/‖v‖²) for Gaussian v,
 * that is ‖J‖_F/√(rows of J), the root mean square singular value for square J. Its square is the χ of mean-field theory.
 * J = ∂h_l/∂h_{l−1} at the point of `pass`, batch and all; for a layer with a skip around its activation ∂a_l/∂a_{l−1}.
 * One random v per layer (Hutchinson 1989): the relative error is about 1/√(batch · units). Call any time after `forward`.
 */
export function jacobianGains(network: Network, pass: Pass, seed: number): readonly number[] {
  const random = createRandom(seed);
  return network.layers.slice(1).map((layer) => {
    const v = Float64Array.from({ length: pass.batch * layer.units }, () => random.normal());
    return 10 ** (log10Norm(pullBack(network, pass, layer, v)) - log10Norm(v));
  });
}

/** Jᵀv for the Jacobian of `layer` described at `jacobianGains`. */
function pullBack(network: Network, pass: Pass, layer: Layer, v: Float64Array): Float64Array {
  const around = layer.residual?.around;
  const upper = withOwnGradients(pass.layers[layer.index - 1]!);
  const below = pass.layers[layer.index - 2]!;
  const down = new Float64Array(below.output.length);
  if (around === 'activation') {
    upper.outputGradient.set(v);
    backward(network, pass, layer, upper, null);
    layerBackwardInput(network.context(pass, layer), upper, down);
    return down;
  }
  const scale = around === 'preactivation' ? layer.residual!.scale : 1;
  for (let i = 0; i < v.length; i++) upper.affineGradient[i] = scale * v[i]!;
  layerBackwardInput(network.context(pass, layer), upper, down);
  const lower = { ...withOwnGradients(below), outputGradient: down };
  backward(network, pass, network.layers[layer.index - 2]!, lower, around === 'preactivation' ? v : null);
  return lower.delta;
}

function backward(
  network: Network,
  pass: Pass,
  layer: Layer,
  b: LayerBuffers,
  above: Float64Array | null,
): void {
  const unused = viewTensors(new Float64Array(parameterCount(layer)), [layer])[0]!;
  const belowOutput = pass.layers[layer.index - 2]?.output ?? pass.input;
  layerBackward(network.context(pass, layer), belowOutput, b, unused, above, 1);
}

/** The same forward numbers with gradient arrays of their own, so that a pass's gradients survive. */
function withOwnGradients(b: LayerBuffers): LayerBuffers {
  const array = () => new Float64Array(b.delta.length);
  const delta = array();
  return {
    ...b,
    outputGradient: array(),
    delta,
    affineGradient: b.affineGradient === b.delta ? delta : array(),
  };
}
