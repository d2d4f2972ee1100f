import { type Curve, moments } from '../../activations/properties/moments.ts';
import { orInfinite } from './divergence.ts';

/** A random wide layer h = W a + b: Var W_ij = sigmaW2/fan_in, Var b_i = sigmaB2. */
export interface Ensemble {
  /** σ_w² ≥ 0. */
  readonly sigmaW2: number;
  /** σ_b² ≥ 0; default 0. */
  readonly sigmaB2?: number;
}

/** One step of the length map and of the gradient map at mean squared pre-activation q. */
export interface LengthStep {
  /** V(q) = σ_w² E[φ(√q z)²] + σ_b², the next layer's q. */
  readonly next: number;
  /** χ(q) = σ_w² E[φ′(√q z)²]: E‖δ_l‖² = χ(q_l)·E‖δ_{l+1}‖². */
  readonly chi: number;
  /** V′(q) = σ_w² E[z φ φ′]/√q; a fixed point is stable when |V′| < 1. */
  readonly slope: number;
  /** E φ(√q z). */
  readonly mean: number;
}

/**
 * Length and gradient map of an infinitely wide layer at q ≥ 0; V and χ are Infinity where their averages diverge. Throws
 * RangeError for a negative variance or q.
 * Source: Poole et al. 2016, arXiv:1606.05340; Schoenholz et al. 2017, arXiv:1611.01232.
 */
export function lengthStep(phi: Curve, { sigmaW2, sigmaB2 = 0 }: Ensemble, q: number): LengthStep {
  checkVariance('sigmaW2', sigmaW2);
  checkVariance('sigmaB2', sigmaB2);
  const m = moments(phi, q);
  const chi = sigmaW2 * orInfinite(phi.df, q, m.slopeSquare);
  return {
    next: sigmaW2 * orInfinite(phi.f, q, m.square) + sigmaB2,
    chi,
    slope: q === 0 ? (m.square === 0 ? chi : Number.NaN) : (sigmaW2 * m.growth) / Math.sqrt(q),
    mean: m.mean,
  };
}

/**
 * q_1 … q_depth alone, of which `square` (E φ²) is all that is needed; q_1 as for inputs of mean square 1. Ends with the first
 * that is no finite number. `depthProfile` has the gradients too. Throws RangeError for a negative variance. Source: Poole et al. 2016.
 */
export function lengthsOf(
  square: (q: number) => number,
  { sigmaW2, sigmaB2 = 0 }: Ensemble,
  depth: number,
): number[] {
  checkVariance('sigmaW2', sigmaW2);
  checkVariance('sigmaB2', sigmaB2);
  const lengths: number[] = [];
  let q = sigmaW2 + sigmaB2;
  while (lengths.length < depth) {
    const settled = q === lengths.at(-1);
    lengths.push(q);
    if (!Number.isFinite(q)) break;
    if (!settled) q = sigmaW2 * square(q) + sigmaB2;
  }
  return lengths;
}

/** Throws RangeError unless the variance is a finite number, at least 0. */
export function checkVariance(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid ${name}: ${value}; expected a finite variance, at least 0`);
  }
}
