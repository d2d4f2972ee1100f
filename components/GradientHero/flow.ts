import type { Activation } from '../../src/activations/activation.ts';
import { createRandom } from '../../src/math/random.ts';
import { Network } from '../../src/network/network.ts';
import { subseed } from '../../src/network/subseed.ts';
import { depth, width } from './size.ts';

/** One network's random numbers: weights of deviation 1/√width, an input of mean square 1, a gradient of length 1. */
interface Draw {
  /** By layer, width × width, one row per unit. */
  readonly weights: readonly Float64Array[];
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
  const { tensors } = new Network({ inputs: width, layers, init: { type: 'custom', sigmaW: 1 }, seed });
  const random = createRandom(subseed(seed, 1));
  const row = (length: number) =>
    ofLength(
      length,
      Float64Array.from({ length: width }, () => random.normal()),
    );
  const weights = tensors.map(({ weight }) => weight);
  const fresh = { weights, input: row(Math.sqrt(width)), outputGradient: row(1) };
  drawn.set(seed, fresh);
  return fresh;
}

const lengthOf = (row: Float64Array): number => Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));

function ofLength(length: number, row: Float64Array): Float64Array {
  const norm = lengthOf(row);
  return row.map((x) => (x * length) / norm);
}

/**
 * log₁₀ ‖δ_l‖/‖δ_L‖ for l = L … 1, by back-propagation through one random network with Var W = sigmaW²/width and zero biases;
 * all Infinity when the signal or the gradient leaves float64, all NaN when φ or φ′ has no value on the way. The setting of
 * Schoenholz et al. 2017, arXiv:1611.01232.
 * A drag asks for two dozen networks per frame: weights stay as drawn, sigmaW multiplies sums, ∂L/∂W is left out.
 */
export function flow(activation: Activation, sigmaW: number, seed: number): number[] {
  const { weights, input, outputGradient } = draw(seed);
  const slopes = forward(activation, weights, sigmaW, input);
  const sizes = typeof slopes === 'number' ? slopes : backward(weights, sigmaW, slopes, outputGradient);
  return typeof sizes === 'number' ? new Array<number>(depth).fill(sizes) : sizes;
}

/** Why there are no sizes: a row holds a value that does not exist, or one that is too large. */
const lost = (row: Float64Array): number => (row.some(Number.isNaN) ? Number.NaN : Number.POSITIVE_INFINITY);

/** φ′(h_l) of every layer but the last, which is affine, row by row; see `lost` when some h is no finite number. */
function forward(
  { f, df }: Activation,
  weights: readonly Float64Array[],
  sigmaW: number,
  input: Float64Array,
): Float64Array | number {
  const slopes = new Float64Array((depth - 1) * width);
  let [signal, next] = [input.slice(), new Float64Array(width)];
  for (const [l, layer] of weights.entries()) {
    for (let unit = 0; unit < width; unit++) {
      let sum = 0;
      for (let j = 0, at = unit * width; j < width; j++, at++) sum += layer[at]! * signal[j]!;
      const h = sigmaW * sum;
      if (!Number.isFinite(h)) return lost(signal);
      if (l === depth - 1) continue;
      next[unit] = f(h);
      slopes[l * width + unit] = df(h);
    }
    [signal, next] = [next, signal];
  }
  return slopes;
}

/**
 * log₁₀ ‖δ_l‖/‖δ_L‖, from the last layer to the first; see `lost` when a gradient is no finite number. Every layer hands down a
 * gradient of length 1, so none underflows.
 */
function backward(
  weights: readonly Float64Array[],
  sigmaW: number,
  slopes: Float64Array,
  outputGradient: Float64Array,
): number[] | number {
  const sizes = [0];
  let [delta, below] = [outputGradient.slice(), new Float64Array(width)];
  for (let l = depth - 2; l >= 0; l--) {
    const layer = weights[l + 1]!;
    below.fill(0);
    for (let unit = 0, at = 0; unit < width; unit++) {
      const share = sigmaW * delta[unit]!;
      for (let j = 0; j < width; j++, at++) below[j]! += share * layer[at]!;
    }
    for (let j = 0; j < width; j++) below[j]! *= slopes[l * width + j]!;
    const length = lengthOf(below);
    if (!Number.isFinite(length)) return lost(slopes);
    sizes.push(sizes.at(-1)! + Math.log10(length));
    if (length > 0) for (let j = 0; j < width; j++) below[j]! /= length;
    [delta, below] = [below, delta];
  }
  return sizes;
}
