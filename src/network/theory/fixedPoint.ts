import type { Curve } from '../../activations/properties/moments.ts';
import { findRoot } from '../../math/roots.ts';
import { checkVariance, type Ensemble, lengthStep } from './lengthMap.ts';
import { isHomogeneous, slopeSquareAtInfinity, slopeSquareAtZero } from './limits.ts';
import { type MeanSquare, meanSquareOf } from './meanSquare.ts';

/** Where q_{l+1} = V(q_l) ends up when it starts from q_1, and what gradients do there. */
export type FixedPoint = {
  /** χ_1 = χ(q*), or its limit; squared gradient norms change by this factor per layer. */
  readonly chi: number;
  /** ξ_∇ = −1/ln χ_1 in layers; negative: growth; ±Infinity at χ_1 = 1. */
  readonly depthScale: number;
} & (
  | {
      /** `unstable`: V(q*) = q* but |V′(q*)| ≥ 1, so q oscillates or moves away. */
      readonly kind: 'stable' | 'unstable';
      readonly q: number;
      /** V′(q*). */
      readonly slope: number;
      /** E φ(√q* z). */
      readonly mean: number;
    }
  /** q decays to 0; `marginal`: χ_1 = 1, so only like a power of depth. */
  | { readonly kind: 'zero'; readonly q: 0; readonly marginal: boolean }
  /** Every q is a fixed point; `q` is q_1. */
  | { readonly kind: 'any'; readonly q: number }
  | { readonly kind: 'infinite'; readonly q: number }
  /** V is not a finite number on the way. */
  | { readonly kind: 'undefined'; readonly q: number }
);

export interface Start {
  /** q_1; default σ_w² + σ_b², a first layer fed with inputs of mean square 1. */
  readonly q1?: number;
}

// V(q)/q − 1 is known to about 1e-14; below this it is taken as 0, i.e. q stands still.
const STILL = 5e-14;
const REACH = 2 ** 60;

/**
 * Limit of the length map for an infinitely wide net. q is followed by doublings (or halvings) from q_1 until V(q)
 * crosses q, then refined to about 1e-12. Assumes that V crosses q at most once per doubling.
 * Throws RangeError for negative variances. Source: Poole et al. 2016; Schoenholz et al. 2017.
 */
export function fixedPoint(phi: Curve, ensemble: Ensemble, { q1 }: Start = {}): FixedPoint {
  const { sigmaW2, sigmaB2 = 0 } = ensemble;
  const start = q1 ?? sigmaW2 + sigmaB2;
  if (isHomogeneous(phi)) return homogeneous(phi, ensemble, start);
  const { kind, q } = limitOf(phi, ensemble, start, meanSquareOf(phi));
  if (kind === 'still') return describe(phi, ensemble, q);
  if (kind === 'zero') return describeZero(phi, sigmaW2);
  if (kind === 'undefined') return withDepthScale({ kind, q, chi: Number.NaN });
  return withDepthScale({ kind, q, chi: sigmaW2 * slopeSquareAtInfinity(phi) });
}

/**
 * What `fixedPoint` calls the limit, without its slopes: for functions whose slopes take long. `square`: E φ², where it is
 * known already. Throws RangeError like `fixedPoint`.
 */
export function fateOf(
  phi: Curve,
  ensemble: Ensemble,
  square: MeanSquare = meanSquareOf(phi),
): FixedPoint['kind'] {
  const { sigmaW2, sigmaB2 = 0 } = ensemble;
  const start = sigmaW2 + sigmaB2;
  if (isHomogeneous(phi)) return homogeneous(phi, ensemble, start).kind;
  const { kind, q } = limitOf(phi, ensemble, start, square);
  if (kind !== 'still') return kind;
  // V′ from φ alone: a step that is small for V and yet far above its rounding.
  const slope = (sigmaW2 * (square(q * (1 + NUDGE)) - square(q * (1 - NUDGE)))) / (2 * NUDGE * q);
  return Math.abs(slope) < 1 ? 'stable' : 'unstable';
}

const NUDGE = 1e-4;

/** Where q ends up: `still` at a fixed point of V, or nowhere. */
interface Limit {
  readonly kind: 'still' | 'zero' | 'infinite' | 'undefined';
  readonly q: number;
}

function limitOf(phi: Curve, ensemble: Ensemble, start: number, square: MeanSquare): Limit {
  const { sigmaW2, sigmaB2 = 0 } = ensemble;
  checkVariance('sigmaW2', sigmaW2);
  checkVariance('sigmaB2', sigmaB2);
  const { excess, signOf } = excessOf(ensemble, square);
  if (start === 0) return { kind: 'zero', q: 0 };
  if (Math.abs(excess(start)) <= STILL && Math.abs(lengthStep(phi, ensemble, start).slope - 1) > 1e-6)
    return { kind: 'still', q: start };
  // Where V cannot be told from q, as where waves of φ have died out, shorter signals show which way all of them creep.
  let way = signOf(start);
  for (let q = start; way === 0 && q > 1 / REACH; q /= 2) way = signOf(q);
  let q = start;
  while (q > 1 / REACH && q < REACH && !Number.isNaN(way)) {
    const next = way > 0 ? q * 2 : q / 2;
    const sign = signOf(next);
    if (sign * way < 0) {
      // At a jump that is known only roughly the start can be the fixed point and yet look like none.
      if (signOf(q) === 0) return { kind: 'still', q };
      // Averages of a function with poles settle on no value: asked again, V may lie on the other side.
      if (excess(q) * sign < 0) return { kind: 'still', q: findRoot(excess, q, next) };
      way = Number.NaN;
    }
    if (Number.isNaN(sign)) way = sign;
    q = next;
  }
  if (Number.isNaN(way)) return { kind: 'undefined', q };
  return way > 0 ? { kind: 'infinite', q: Number.POSITIVE_INFINITY } : { kind: 'zero', q: 0 };
}

/** V(q)/q − 1, and its sign: 0 where it is no larger than what V is known to. */
function excessOf({ sigmaW2, sigmaB2 = 0 }: Ensemble, square: MeanSquare) {
  const excess = (q: number): number => (sigmaW2 * square(q) + sigmaB2) / q - 1;
  const signOf = (q: number): number => {
    const value = excess(q);
    return Math.abs(value) <= STILL + (sigmaW2 * square.errorAt(q)) / q ? 0 : Math.sign(value);
  };
  return { excess, signOf };
}

/**
 * Unstable fixed points of V between 2^−8 and 2^14.5: below such a q the length decays, above it grows, so the fate of
 * a net depends on q_1.
 */
export function thresholds(phi: Curve, ensemble: Ensemble): number[] {
  if (isHomogeneous(phi)) return [];
  const { excess, signOf } = excessOf(ensemble, meanSquareOf(phi));
  const found: number[] = [];
  let low = 2 ** -8;
  let before = signOf(low);
  for (let k = -15; k < 30; k++) {
    const high = 2 ** (k / 2);
    const after = signOf(high);
    // A place that is the threshold itself to all digits lies between its neighbours.
    if (after === 0) continue;
    if (before < 0 && after > 0) found.push(findRoot(excess, low, high));
    [low, before] = [high, after];
  }
  return found;
}

/** −1/ln χ: layers over which squared gradient norms change by a factor e. */
export function depthScale(chi: number): number {
  return -1 / Math.log(chi);
}

function homogeneous(phi: Curve, ensemble: Ensemble, start: number): FixedPoint {
  const { sigmaW2, sigmaB2 = 0 } = ensemble;
  const chi = sigmaW2 * slopeSquareAtZero(phi);
  const neutral = Math.abs(chi - 1) <= 1e-12;
  if (sigmaB2 === 0 && neutral) return withDepthScale({ kind: 'any', q: start, chi });
  if (neutral || chi > 1) return withDepthScale({ kind: 'infinite', q: Number.POSITIVE_INFINITY, chi });
  if (sigmaB2 === 0) return withDepthScale({ kind: 'zero', q: 0, chi, marginal: false });
  return describe(phi, ensemble, sigmaB2 / (1 - chi));
}

function describeZero(phi: Curve, sigmaW2: number): FixedPoint {
  const chi = sigmaW2 * slopeSquareAtZero(phi);
  return withDepthScale({ kind: 'zero', q: 0, chi, marginal: Math.abs(chi - 1) <= 1e-9 });
}

function describe(phi: Curve, ensemble: Ensemble, q: number) {
  const { chi, slope, mean } = lengthStep(phi, ensemble, q);
  const kind: 'stable' | 'unstable' = Math.abs(slope) < 1 ? 'stable' : 'unstable';
  return withDepthScale({ kind, q, chi, slope, mean });
}

function withDepthScale<T extends { readonly chi: number }>(point: T): T & { readonly depthScale: number } {
  return { ...point, depthScale: depthScale(point.chi) };
}
