import { type Curve, moments } from '../../activations/properties/moments.ts';
import { findRoot } from '../../math/roots.ts';

/** An ensemble with χ_1 = 1: gradients neither vanish nor explode, on average, once q has settled at q*. */
export interface CriticalPoint {
  readonly q: number;
  /** σ_w² = 1/E φ′². */
  readonly sigmaW2: number;
  /** σ_b² = q* − σ_w² E φ²; negative values cannot be built. */
  readonly sigmaB2: number;
  /** V′(q*). */
  readonly slope: number;
  /** True when σ_b² ≥ 0 and V′(q*) < 1, so that a net really settles there. */
  readonly usable: boolean;
}

/**
 * The critical ensemble whose lengths settle at q > 0. Throws RangeError for q ≤ 0.
 * Source: Pennington et al. 2017, arXiv:1711.04735.
 */
export function criticalPoint(phi: Curve, q: number): CriticalPoint {
  if (!(q > 0)) throw new RangeError(`invalid q*: ${q}; expected a number above 0`);
  const m = moments(phi, q);
  const sigmaW2 = 1 / m.slopeSquare;
  const sigmaB2 = q - sigmaW2 * m.square;
  const slope = (sigmaW2 * m.growth) / Math.sqrt(q);
  return { q, sigmaW2, sigmaB2, slope, usable: sigmaB2 >= 0 && slope < 1 };
}

/** The critical line at each q, for drawing the phase diagram. */
export function criticalLine(phi: Curve, qs: readonly number[]): CriticalPoint[] {
  return qs.map((q) => criticalPoint(phi, q));
}

/**
 * The critical point with the given σ_b² and q* in (low, high). Throws RangeError when there is no such point or σ_b²
 * takes the value twice.
 */
export function criticalPointAtBias(
  phi: Curve,
  sigmaB2: number,
  { low = 1e-3, high = 50 }: { readonly low?: number; readonly high?: number } = {},
): CriticalPoint {
  return criticalPoint(
    phi,
    findRoot((q) => criticalPoint(phi, q).sigmaB2 - sigmaB2, low, high),
  );
}
