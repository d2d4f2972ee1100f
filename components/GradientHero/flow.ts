import type { Activation } from '../../src/activations/activation.ts';
import { createRandom } from '../../src/math/random.ts';
import { Network } from '../../src/network/network.ts';
import { NonFiniteError } from '../../src/network/nonFinite.ts';
import { probe } from '../../src/network/probe.ts';
import { subseed } from '../../src/network/subseed.ts';
import { depth, width } from './size.ts';

/** One network's random numbers: weights of deviation 1/√width, an input of mean square 1, a gradient of length 1. */
interface Draw {
  readonly parameters: Float64Array;
  readonly input: Float64Array;
  readonly outputGradient: Float64Array;
}

/** Drawing a million normals takes longer than the passes; a drag of the slider only rescales them. */
const drawn = new Map<number, Draw>();
const mostDraws = 24;

function draw(seed: number): Draw {
  const known = drawn.get(seed);
  if (known) return known;
  if (drawn.size >= mostDraws) drawn.clear();
  const layers = Array.from({ length: depth }, () => ({ units: width }));
  const { parameters } = new Network({ inputs: width, layers, init: { type: 'custom', sigmaW: 1 }, seed });
  const random = createRandom(subseed(seed, 1));
  const row = (length: number) =>
    ofLength(
      length,
      Float64Array.from({ length: width }, () => random.normal()),
    );
  const fresh = { parameters, input: row(Math.sqrt(width)), outputGradient: row(1) };
  drawn.set(seed, fresh);
  return fresh;
}

function ofLength(length: number, row: Float64Array): Float64Array {
  const norm = Math.hypot(...row);
  return row.map((x) => (x * length) / norm);
}

/**
 * log₁₀ ‖δ_l‖/‖δ_L‖ for l = L … 1, by back-propagation through one random network with Var W = sigmaW²/width and zero biases;
 * all Infinity when the signal leaves float64. The setting of Schoenholz et al. 2017, arXiv:1611.01232.
 */
export function flow(activation: Activation, sigmaW: number, seed: number): number[] {
  const { parameters, input, outputGradient } = draw(seed);
  const layers = Array.from({ length: depth }, (_, k) => ({
    units: width,
    activation: k < depth - 1 ? activation : null,
  }));
  const network = new Network({ inputs: width, layers, init: { type: 'zeros' }, seed });
  network.parameters.set(parameters.map((w) => w * sigmaW));
  try {
    const pass = network.forward(input);
    network.backward(pass, outputGradient);
    return probe(network, pass)
      .map((layer) => layer.log10Delta)
      .reverse();
  } catch (error) {
    if (error instanceof NonFiniteError) return new Array<number>(depth).fill(Number.POSITIVE_INFINITY);
    throw error;
  }
}
