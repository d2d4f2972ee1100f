import { type Curve, moments } from '../../activations/properties/moments.ts';
import type { Ensemble } from './lengthMap.ts';

/**
 * χ per layer when every pre-activation vector is normalised to mean 0 and variance 1 before φ, σ_b = 0:
 * E φ′²/E φ². The weight variance cancels. Holds from the second layer on. Source: Ba et al. 2016 in wide nets.
 */
export function layerNormChi(phi: Curve): number {
  const { slopeSquare, square } = moments(phi, 1);
  return slopeSquare / square;
}

/**
 * χ per layer with BatchNorm before φ, for large batches and widths: E φ′²/Var φ. For ReLU π/(π − 1).
 * Source: Yang et al. 2019, arXiv:1902.08129.
 */
export function batchNormChi(phi: Curve): number {
  const { slopeSquare, square, mean } = moments(phi, 1);
  return slopeSquare / (square - mean * mean);
}

export interface NormalisedNet {
  /** Before the activation, in every layer but the last. */
  readonly norm: 'layer' | 'batch';
  readonly depth: number;
  /** Variance of h_1 that the first normaliser divides by: over the units of a sample, or over the batch. */
  readonly v1: number;
  /** Added to every variance; default 1e−5. */
  readonly epsilon?: number;
}

export interface NormalisedProfile {
  /** log₁₀(‖δ_l‖/‖δ_L‖) by layer, index 0 = layer 1. */
  readonly log10Gradient: readonly number[];
  /** χ of the steady state. */
  readonly chi: number;
}

/**
 * Gradients of a wide net normalised before φ, layer by layer. With v_l the variance of h_l the normaliser hands on u = h/√(v_l + ε)
 * of variance s_l = v_l/(v_l + ε), so that χ_l = σ_w² E φ′(√s_l z)²/(v_l + ε); then v_{l+1} = σ_w² E φ² + σ_b² under LayerNorm,
 * and σ_w² Var φ under BatchNorm, which takes biases out. Only v_1 knows the input: χ_1 = E φ′² for inputs of mean square 1
 * and σ_b = 0, not E φ′²/E φ². BatchNorm for large batches. Throws RangeError for an invalid depth. Sources as above.
 */
export function normalisedProfile(
  phi: Curve,
  { sigmaW2, sigmaB2 = 0 }: Ensemble,
  { norm, depth, v1, epsilon = 1e-5 }: NormalisedNet,
): NormalisedProfile {
  if (!Number.isInteger(depth) || depth < 1)
    throw new RangeError(`invalid depth: ${depth}; expected a positive integer`);
  const step = (v: number) => {
    const { slopeSquare, square, mean } = moments(phi, v / (v + epsilon));
    const next = norm === 'layer' ? sigmaW2 * square + sigmaB2 : sigmaW2 * (square - mean * mean);
    return { chi: (sigmaW2 * slopeSquare) / (v + epsilon), next };
  };
  const chi: number[] = [];
  let v = v1;
  let here = step(v);
  for (let l = 0; l < Math.max(depth, SETTLED); l++) {
    chi.push(here.chi);
    // φ sees a variance of nearly 1 whatever the layer: a few steps settle all digits.
    if (Math.abs(here.next - v) <= 1e-14 * v) continue;
    v = here.next;
    here = step(v);
  }
  const log10Gradient = new Array<number>(depth).fill(0);
  for (let l = depth - 2; l >= 0; l--) log10Gradient[l] = log10Gradient[l + 1]! + Math.log10(chi[l]!) / 2;
  return { log10Gradient, chi: chi.at(-1)! };
}

const SETTLED = 12;
