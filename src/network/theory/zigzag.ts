import { normalCdf } from '../../math/special.ts';

/** Gradient descent on ½(w·x − t)² for inputs x = m(1,1) + s z: what a mean that is not zero does to the valley. */
export interface Valley {
  /** Eigenvalues of H = s²I + m²[[1,1],[1,1]]: s² and s² + 2m². */
  readonly eigenvalues: readonly [number, number];
  /** κ, the ratio of the two. */
  readonly condition: number;
  /** η = 2/(λ₁ + λ₂), the fastest fixed step. */
  readonly bestRate: number;
  /** (κ − 1)/(κ + 1), factor of the error per step at that rate. */
  readonly contraction: number;
}

/** Curvature of the valley. Throws RangeError unless spread > 0 and both are finite. */
export function valley(mean: number, spread: number): Valley {
  if (!Number.isFinite(mean)) throw new RangeError(`invalid mean: ${mean}; expected a finite number`);
  if (!(spread > 0 && spread < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid spread: ${spread}; expected a finite number above 0`);
  }
  const low = spread * spread;
  const high = low + 2 * mean * mean;
  return {
    eigenvalues: [low, high],
    condition: high / low,
    bestRate: 2 / (low + high),
    contraction: (high - low) / (high + low),
  };
}

/** Steps until the error has shrunk by `factor` (default 1e-3); 1 in a round valley. */
export function stepsToShrink({ contraction }: Valley, factor = 1e-3): number {
  return contraction > 0 ? Math.ceil(Math.log(factor) / Math.log(contraction)) : 1;
}

/** Start and every step of descent w ← w − η H (w − target); default start (0, 0), target (1.5, −1), best rate. */
export function descent(
  mean: number,
  spread: number,
  {
    steps,
    rate,
    start = [0, 0],
    target = [1.5, -1],
  }: {
    readonly steps: number;
    readonly rate?: number;
    readonly start?: readonly [number, number];
    readonly target?: readonly [number, number];
  },
): (readonly [number, number])[] {
  const step = rate ?? valley(mean, spread).bestRate;
  const path: (readonly [number, number])[] = [start];
  for (let i = 0; i < steps; i++) {
    const [w1, w2] = path[i]!;
    const [e1, e2] = [w1 - target[0], w2 - target[1]];
    const shared = mean * mean * (e1 + e2);
    path.push([w1 - step * (spread * spread * e1 + shared), w2 - step * (spread * spread * e2 + shared)]);
  }
  return path;
}

/** κ = 1 + n μ²/Var for n independent inputs of equal mean and variance. Source: LeCun et al. 1998, section 4.3. */
export function inputCondition(inputs: number, mean: number, variance: number): number {
  return 1 + (inputs * mean * mean) / variance;
}

/**
 * P(all n gradient components of one sample share a sign) when inputs are independent and m + s z, z ~ N(0,1), s > 0:
 * Φ(m/s)ⁿ + Φ(−m/s)ⁿ. With m = 0 it is 2^(1−n), as for all inputs symmetric about 0.
 */
export function sharedSignProbability(inputs: number, mean = 0, spread = 1): number {
  return normalCdf(mean / spread) ** inputs + normalCdf(-mean / spread) ** inputs;
}
