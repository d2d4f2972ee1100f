import type { Activation } from '../../src/activations/activation.ts';
import { depthProfile, residualProfile } from '../../src/network/theory/depthProfile.ts';
import { type FixedPoint, fixedPoint } from '../../src/network/theory/fixedPoint.ts';
import { batchNormChi, layerNormChi } from '../../src/network/theory/normalised.ts';
import type { Shape } from './measure.ts';
import { ensembleOf, type Setting } from './settings.ts';

/** What mean-field theory says of a setting, for infinite width. */
export interface Prediction {
  /** log₁₀ ‖δ_l‖/‖δ_L‖ by layer, from layer 1; null where no exact theory is at hand. */
  readonly log10Delta: readonly number[] | null;
  /** χ_1: squared gradient norms change by this factor per layer in the long run; null without theory. */
  readonly chi: number | null;
  /** Where the mean squared pre-activation settles, for plain networks. */
  readonly settled: FixedPoint | null;
}

/**
 * The exact prediction for plain networks at any depth, residual ones (Yang & Schoenholz 2017), and the steady factor for
 * LayerNorm and BatchNorm before the activation (Yang et al. 2019). Digits as input start with another q₁ and are only close.
 */
export function predict(setting: Setting, activation: Activation, { depth, width }: Shape): Prediction {
  const ensemble = ensembleOf(setting, width);
  if (setting.norm === 'none' && !setting.skip) {
    const settled = fixedPoint(activation, ensemble);
    const { log10Gradient } = depthProfile(activation, ensemble, { depth });
    return { log10Delta: log10Gradient, chi: settled.chi, settled };
  }
  if (setting.norm === 'none') {
    const { log10Gradient, chi } = residualProfile(activation, ensemble, { depth, scale: setting.scale });
    return { log10Delta: log10Gradient, chi: chi.at(-1) ?? null, settled: null };
  }
  if (setting.skip || setting.norm === 'batchAfter') return { log10Delta: null, chi: null, settled: null };
  const chi = setting.norm === 'layer' ? layerNormChi(activation) : batchNormChi(activation);
  return { log10Delta: steady(chi, depth), chi, settled: null };
}

/** A straight line of ½ log₁₀ χ decades per layer, 0 at the last. */
function steady(chi: number, depth: number): number[] {
  return Array.from({ length: depth }, (_, i) => ((depth - 1 - i) / 2) * Math.log10(chi));
}

/**
 * The bound of one chain of units with |w| = 1: (sup |f′|)^(L−l), in decades; null where sup |f′| is not below 1, so that
 * it bounds nothing. For the sigmoid it is 4^−(L−l).
 */
export function chainBound(activation: Activation, depth: number): readonly number[] | null {
  const steepest = activation.claims.lipschitz;
  // A constant has slope 0 and hands nothing on: there is no rate to draw.
  if (!(steepest > 0 && steepest < 1)) return null;
  return Array.from({ length: depth }, (_, i) => (depth - 1 - i) * Math.log10(steepest));
}
