import type { Curve } from '../../activations/properties/moments.ts';
import type { Start } from './fixedPoint.ts';
import { type Ensemble, type LengthStep, lengthStep } from './lengthMap.ts';
import { slopeSquareAtInfinity } from './limits.ts';

/** Predicted sizes by layer, index 0 = layer 1. */
export interface DepthProfile {
  /** q_l, mean squared pre-activation; Infinity once it passes the range of doubles. */
  readonly q: readonly number[];
  /** χ(q_l): E‖δ_l‖² = χ(q_l)·E‖δ_{l+1}‖². */
  readonly chi: readonly number[];
  /** log₁₀(‖δ_l‖/‖δ_L‖) = ½ Σ_{k=l}^{L−1} log₁₀ χ(q_k); 0 for the last layer. */
  readonly log10Gradient: readonly number[];
  /** log₁₀(‖∂L/∂W_l‖/‖∂L/∂W_L‖) per sample, from ‖∂L/∂W_l‖ = ‖δ_l‖‖a_{l−1}‖. */
  readonly log10WeightGradient: readonly number[];
}

export interface Depth extends Start {
  /** Number of layers L ≥ 1. */
  readonly depth: number;
}

/**
 * Exact finite-depth prediction for an infinitely wide plain net of equal widths: what a measurement at width 256
 * scatters around. Throws RangeError for an invalid depth or variance. Source: Schoenholz et al. 2017.
 */
export function depthProfile(phi: Curve, ensemble: Ensemble, { depth, q1 }: Depth): DepthProfile {
  const { sigmaW2, sigmaB2 = 0 } = ensemble;
  return follow(depth, q1 ?? sigmaW2 + sigmaB2, {
    step: (q) => lengthStep(phi, ensemble, q),
    limit: () => sigmaW2 * slopeSquareAtInfinity(phi),
    // The layer that makes q_l out of ‖a_{l−1}‖² multiplies it by σ_w² and adds σ_b².
    input: (q) => Math.max(0, q - sigmaB2),
  });
}

/**
 * The same for residual layers h_{l+1} = h_l + s(Wφ(h_l) + b): q_{l+1} = q_l + s²V(q_l),
 * χ_l = 1 + s²σ_w² E φ′(√q_l z)². Source: Yang & Schoenholz 2017, arXiv:1712.08969.
 */
export function residualProfile(
  phi: Curve,
  ensemble: Ensemble,
  { depth, q1, scale }: Depth & { readonly scale: number },
): DepthProfile {
  const { sigmaW2, sigmaB2 = 0 } = ensemble;
  const weight = scale * scale;
  return follow(depth, q1 ?? sigmaW2 + sigmaB2, {
    step(q) {
      const { next, chi, slope, mean } = lengthStep(phi, ensemble, q);
      return { next: q + weight * next, chi: 1 + weight * chi, slope: 1 + weight * slope, mean };
    },
    limit: () => 1 + weight * sigmaW2 * slopeSquareAtInfinity(phi),
    input: (q, before) => Math.max(0, q - before - weight * sigmaB2),
  });
}

interface Recursion {
  readonly step: (q: number) => LengthStep;
  /** χ as q → ∞. */
  readonly limit: () => number;
  /** Something proportional to ‖a_{l−1}‖², from q_l and q_{l−1}. */
  readonly input: (q: number, before: number) => number;
}

function follow(depth: number, q1: number, { step, limit, input }: Recursion): DepthProfile {
  if (!Number.isInteger(depth) || depth < 1) {
    throw new RangeError(`invalid depth: ${depth}; expected a positive integer`);
  }
  const q = [q1];
  const chi: number[] = [];
  for (let l = 0; l < depth; l++) {
    const here = q[l]!;
    const repeats = l > 0 && here === q[l - 1];
    const { next, chi: factor } = repeats
      ? { next: here, chi: chi[l - 1]! }
      : here < Number.POSITIVE_INFINITY
        ? step(here)
        : { next: here, chi: limit() };
    chi.push(factor);
    if (l + 1 < depth) q.push(next);
  }
  const log10Gradient = new Array<number>(depth).fill(0);
  for (let l = depth - 2; l >= 0; l--) log10Gradient[l] = log10Gradient[l + 1]! + Math.log10(chi[l]!) / 2;
  // The first layer's input is the data: unit mean square, like q_1 = σ_w² + σ_b² assumes.
  const inputs = q.map((value, l) => Math.log10(input(value, l > 0 ? q[l - 1]! : 0)) / 2);
  const log10WeightGradient = inputs.map((size, l) => log10Gradient[l]! + size - inputs[depth - 1]!);
  return { q, chi, log10Gradient, log10WeightGradient };
}
