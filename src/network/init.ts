import type { Random } from '../math/random.ts';
import { fillOrthogonal } from './orthogonal.ts';

type Distribution = 'normal' | 'uniform';

/**
 * How the weights (units × inputs) and biases of a layer start; fanIn = inputs, fanOut = units. Var is the variance of one weight.
 *
 * - `xavier`: Var = gain²·2/(fanIn+fanOut), gain 1. Glorot & Bengio 2010.
 * - `he`: Var = gain²/fan, gain √2, fan = fanIn (default) or fanOut. He et al. 2015, arXiv:1502.01852.
 * - `lecun`: Var = 1/fanIn. LeCun et al. 1998.
 * - `pytorch`: weights and biases U(−1/√fanIn, 1/√fanIn), what `nn.Linear` does; Var = 1/(3 fanIn).
 * - `orthogonal`: gain times a uniformly random orthogonal matrix, gain 1. Saxe et al. 2014.
 * - `sparse`: N(0, std²), std 0.01; a share `sparsity` (0.1) of each input's outgoing weights, rounded up, is 0. Martens 2010.
 * - `zeros`: everything 0.
 * - `custom`: Var W = sigmaW²/fanIn, Var b = sigmaB²; the notation of mean-field theory. Poole et al. 2016.
 *
 * Uniform weights lie in ±√(3 Var). Biases are 0 except under `pytorch` and `custom`.
 */
export type Init =
  | { readonly type: 'xavier'; readonly distribution?: Distribution; readonly gain?: number }
  | {
      readonly type: 'he';
      readonly distribution?: Distribution;
      readonly gain?: number;
      readonly fan?: 'in' | 'out';
    }
  | { readonly type: 'lecun'; readonly distribution?: Distribution }
  | { readonly type: 'pytorch' }
  | { readonly type: 'orthogonal'; readonly gain?: number }
  | { readonly type: 'sparse'; readonly sparsity?: number; readonly std?: number }
  | { readonly type: 'zeros' }
  | {
      readonly type: 'custom';
      readonly sigmaW: number;
      readonly sigmaB?: number;
      readonly distribution?: Distribution;
    };

/**
 * Fills `weights` (units × inputs) and, unless null, `bias` from `random`, weights first.
 * Throws RangeError naming a gain, share or sigma that is negative or not finite.
 */
export function initialise(
  init: Init,
  weights: Float64Array,
  bias: Float64Array | null,
  inputs: number,
  units: number,
  random: Random,
): void {
  checkInit(init);
  bias?.fill(0);
  switch (init.type) {
    case 'zeros':
      weights.fill(0);
      return;
    case 'orthogonal':
      fillOrthogonal(weights, units, inputs, init.gain ?? 1, random);
      return;
    case 'sparse':
      fillSparse(weights, inputs, units, init.sparsity ?? 0.1, init.std ?? 0.01, random);
      return;
    case 'pytorch':
      fill(weights, 'uniform', Math.sqrt(1 / (3 * inputs)), random);
      if (bias !== null) fill(bias, 'uniform', Math.sqrt(1 / (3 * inputs)), random);
      return;
    default:
      fill(weights, init.distribution ?? 'normal', weightDeviation(init, inputs, units), random);
      if (init.type === 'custom' && bias !== null) {
        fill(bias, init.distribution ?? 'normal', init.sigmaB ?? 0, random);
      }
  }
}

/** Standard deviation of one weight under `init`; for `sparse`, of the weights that are not zero. */
export function weightDeviation(init: Init, inputs: number, units: number): number {
  switch (init.type) {
    case 'xavier':
      return (init.gain ?? 1) * Math.sqrt(2 / (inputs + units));
    case 'he':
      return (init.gain ?? Math.SQRT2) / Math.sqrt(init.fan === 'out' ? units : inputs);
    case 'lecun':
      return 1 / Math.sqrt(inputs);
    case 'pytorch':
      return 1 / Math.sqrt(3 * inputs);
    case 'orthogonal':
      return (init.gain ?? 1) / Math.sqrt(Math.max(inputs, units));
    case 'sparse':
      return init.std ?? 0.01;
    case 'zeros':
      return 0;
    case 'custom':
      return init.sigmaW / Math.sqrt(inputs);
  }
}

function fill(out: Float64Array, distribution: Distribution, deviation: number, random: Random): void {
  const bound = Math.sqrt(3) * deviation;
  for (let i = 0; i < out.length; i++) {
    out[i] = distribution === 'normal' ? deviation * random.normal() : bound * (2 * random.uniform() - 1);
  }
}

function fillSparse(
  out: Float64Array,
  inputs: number,
  units: number,
  sparsity: number,
  std: number,
  random: Random,
): void {
  fill(out, 'normal', std, random);
  const zeros = Math.ceil(sparsity * units);
  const order = Uint32Array.from({ length: units }, (_, unit) => unit);
  for (let i = 0; i < inputs; i++) {
    random.shuffle(order);
    for (let k = 0; k < zeros; k++) out[order[k]! * inputs + i] = 0;
  }
}

function checkInit(init: Init): void {
  for (const [name, value] of Object.entries(init)) {
    if (typeof value !== 'number') continue;
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`invalid ${name} of init ${init.type}: ${value}; expected a finite number ≥ 0`);
    }
    if (name === 'sparsity' && value > 1) {
      throw new RangeError(`invalid sparsity: ${value}; expected a share from 0 to 1`);
    }
  }
}
