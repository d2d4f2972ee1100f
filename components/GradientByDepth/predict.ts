import type { Activation } from '../../src/activations/activation.ts';
import { weightDeviation } from '../../src/network/init.ts';
import { depthProfile, residualProfile } from '../../src/network/theory/depthProfile.ts';
import { averagesExist, hasMeanField } from '../../src/network/theory/exists.ts';
import { type FixedPoint, fixedPoint } from '../../src/network/theory/fixedPoint.ts';
import type { Ensemble } from '../../src/network/theory/lengthMap.ts';
import { normalisedProfile } from '../../src/network/theory/normalised.ts';
import { initOf, type Shape } from './measure.ts';
import { ensembleOf, type Setting } from './settings.ts';

/** What mean-field theory says of a setting, for infinite width. */
export interface Prediction {
  /** log₁₀ ‖δ_l‖/‖δ_L‖ by layer, from layer 1; null where no exact theory is at hand. */
  readonly log10Delta: readonly number[] | null;
  /** χ_1: squared gradient norms change by this factor per layer in the long run; null without theory. */
  readonly chi: number | null;
  /** Where the mean squared pre-activation settles, for plain networks. */
  readonly settled: FixedPoint | null;
  /**
   * `large batch`: BatchNorm’s rate for infinitely many samples; `lawless`: the averages of φ do not exist, or not at a length that a signal comes to; `none`: no theory
   * of such networks is at hand.
   */
  readonly valid: 'exact' | 'large batch' | 'lawless' | 'none';
}

/** What a network is fed with, per input unit: the mean square, and the mean of its variances over the batch. */
export interface Inputs {
  readonly square: number;
  readonly variance: number;
}

/** Rows of mean square 1 and random directions, as `randomEnds` makes them. */
export const randomInputs = (batch: number): Inputs => ({ square: 1, variance: 1 - 1 / batch });

const none: Prediction = { log10Delta: null, chi: null, settled: null, valid: 'none' };
const lawless: Prediction = { ...none, valid: 'lawless' };

/**
 * The exact prediction for plain networks at any depth, residual ones (Yang & Schoenholz 2017), and those with LayerNorm
 * or BatchNorm before the activation (Yang et al. 2019). BatchNorm of one sample has nothing to normalise with: no theory.
 * Nor is there any where averages of the function do not exist.
 */
export function predict(
  setting: Setting,
  activation: Activation,
  shape: Shape,
  inputs: Inputs = randomInputs(shape.batch),
): Prediction {
  if (!hasMeanField(activation)) return lawless;
  const { depth, width, batch } = shape;
  const ensemble = ensembleOf(setting, width);
  const first = firstLayer(setting, shape, ensemble);
  const q1 = first.sigmaW2 * inputs.square + first.sigmaB2;
  if (setting.norm === 'none' && !setting.skip) {
    const settled = fixedPoint(activation, ensemble, { q1 });
    const { q, chi, log10Gradient } = depthProfile(activation, ensemble, { depth, q1 });
    if (!averagesExist(q, chi)) return lawless;
    return { log10Delta: log10Gradient.map(clean), chi: settled.chi, settled, valid: 'exact' };
  }
  if (setting.norm === 'none') {
    const { scale } = setting;
    const { q, chi, log10Gradient } = residualProfile(activation, ensemble, { depth, q1, scale });
    if (!averagesExist(q, chi)) return lawless;
    return {
      log10Delta: log10Gradient.map(clean),
      chi: chi.at(-1) ?? null,
      settled: null,
      valid: 'exact',
    };
  }
  const layerNorm = setting.norm === 'layer';
  if (setting.skip || setting.norm === 'batchAfter' || (!layerNorm && batch < 2)) return none;
  const v1 = layerNorm ? q1 : first.sigmaW2 * inputs.variance;
  const norm = layerNorm ? 'layer' : 'batch';
  const { log10Gradient, chi } = normalisedProfile(activation, ensemble, { depth, v1, norm });
  const valid = layerNorm ? 'exact' : 'large batch';
  return { log10Delta: log10Gradient.map(clean), chi, settled: null, valid };
}

/** σ_w² and σ_b² of the first layer, which for digits is not square. */
function firstLayer(setting: Setting, { loss, width }: Shape, square: Ensemble): Required<Ensemble> {
  const { sigmaW2, sigmaB2 = 0 } = square;
  if (loss === 'projection') return { sigmaW2, sigmaB2 };
  const pixels = 64;
  return {
    sigmaW2: pixels * weightDeviation(initOf(setting, width), pixels, width) ** 2,
    sigmaB2: setting.init === 'pytorch' ? 1 / (3 * pixels) : sigmaB2,
  };
}

/** Sums of logarithms of 1 leave rounding errors where the exact value is 0. */
const clean = (decades: number): number => (Math.abs(decades) < 1e-12 ? 0 : decades);

/**
 * The bound of one chain of units with |w| = 1: (sup |f′|)^(L−l), in decades; null where sup |f′| is not below 1, so that
 * it bounds nothing. For the sigmoid it is 4^−(L−l).
 */
export function chainBound(activation: Activation, depth: number): readonly number[] | null {
  const steepest = activation.claims.lipschitz;
  // A constant has slope 0 and hands nothing on, and what is as good as one has a rate beyond all numbers: none to draw.
  if (!(steepest < 1 && 1 / steepest < Number.POSITIVE_INFINITY)) return null;
  return Array.from({ length: depth }, (_, i) => (depth - 1 - i) * Math.log10(steepest));
}
