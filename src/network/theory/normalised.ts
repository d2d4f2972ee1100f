import { type Curve, moments } from '../../activations/properties/moments.ts';

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
