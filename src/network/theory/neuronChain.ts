import type { Curve } from '../../activations/properties/moments.ts';
import { findRoot } from '../../math/roots.ts';

/**
 * Length of the interval of inputs a where a sigmoid unit keeps gain |w σ′(wa + b)| ≥ 1:
 * (4/|w|) artanh √(1 − 4/|w|), which is (2/|w|) ln(|w|(1 + √(1 − 4/|w|))/2 − 1); 0 for |w| ≤ 4. Source: Bengio et al. 1994, worked for the logistic.
 */
export function sigmoidWindow(w: number): number {
  const size = Math.abs(w);
  if (size <= 4) return 0;
  return (4 / size) * Math.atanh(Math.sqrt(1 - 4 / size));
}

/** The weight with the widest window, and that width. */
export function widestSigmoidWindow(): { readonly w: number; readonly width: number } {
  // With t = √(1 − 4/w) the window is (1 − t²) artanh t; setting its derivative to 0 gives t·artanh t = ½.
  const t = findRoot((s) => s * Math.atanh(s) - 0.5, 0.1, 0.9);
  const w = 4 / (1 - t * t);
  return { w, width: sigmoidWindow(w) };
}

/** One pass through a chain of one-unit layers, a_l = φ(h_l), h_l = w a_{l−1} + b. */
export interface ChainPass {
  /** h_1 … h_L. */
  readonly h: readonly number[];
  /** a_0 … a_L. */
  readonly a: readonly number[];
  /** Factors f_l = w φ′(h_l) of da_L/da_0. */
  readonly factors: readonly number[];
  /** log₁₀|f_1 ⋯ f_l|, running. */
  readonly log10Product: readonly number[];
}

/** Signal and slope of a chain of equal units. Throws RangeError for a depth that is not a positive integer. */
export function chainPass(
  phi: Curve,
  {
    weight,
    bias = 0,
    depth,
    input,
  }: { readonly weight: number; readonly bias?: number; readonly depth: number; readonly input: number },
): ChainPass {
  if (!Number.isInteger(depth) || depth < 1) {
    throw new RangeError(`invalid depth: ${depth}; expected a positive integer`);
  }
  const h: number[] = [];
  const a = [input];
  const factors: number[] = [];
  const log10Product: number[] = [];
  let sum = 0;
  for (let l = 0; l < depth; l++) {
    h.push(weight * a[l]! + bias);
    a.push(phi.f(h[l]!));
    factors.push(weight * phi.df(h[l]!));
    sum += Math.log10(Math.abs(factors[l]!));
    log10Product.push(sum);
  }
  return { h, a, factors, log10Product };
}
