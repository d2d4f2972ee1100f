import { averagesOf } from './averages.ts';
import type { Break } from './break.ts';
import { findBreaks } from './breaks.ts';
import { largest } from './extremes.ts';
import { findHoles, type Hole } from './holes.ts';
import type { Curve } from './moments.ts';
import { isPolynomial } from './polynomial.ts';
import type { Scalar } from './probe.ts';
import { slopeShare } from './slopeShare.ts';

/**
 * The report card of a function. Averages are over z ~ N(0,1): NaN where one cannot be found, ∞ where it diverges. There is
 * no total score, on purpose.
 */
export interface Scorecard {
  /** M0: finite on [−30, 30] and 1e-6 < E f² < 1e6; `x` is the first place where it is not finite, or has a pole. */
  readonly valid: {
    readonly holds: boolean;
    readonly x: number | null;
    readonly pole: boolean;
    readonly square: number;
  };
  /** E f² and E f′² are known numbers: false where they diverge or swing too fast to be found. */
  readonly converged: boolean;
  /** M1. */
  readonly nonlinear: {
    /** NL = 1 − (E z f)²/Var f in [0, 1]: the share of the variance no straight line explains; NaN for a constant. */
    readonly index: number;
    /** NL below 1e-6. */
    readonly straight: boolean;
    /** Var f ≤ 1e-14 E f². */
    readonly constant: boolean;
    /** A polynomial of degree 8 fits, see `isPolynomial`. */
    readonly polynomial: boolean;
  };
  /** M2, in a net of unit variance: σ_w² = 1/E f². */
  readonly gradient: {
    readonly sigmaW2: number;
    /** χ_n = E f′²/E f². */
    readonly chi: number;
    /** D50 = 25 log₁₀ χ_n, decades of gradient norm over 50 layers. */
    readonly decades: number;
    /** G = max(0, 1 − |D50|/10). */
    readonly score: number;
    /** S = P(|f′| < 0.1 √(E f′²)). */
    readonly saturatedShare: number;
    /** P(f′ = 0). */
    readonly zeroShare: number;
    /** sup |f′| on [−10, 10]. */
    readonly lipschitz: number;
    /** V′ = E z f f′/E f²; below 1 a length that is off returns by itself. */
    readonly stability: number;
    /** χ_BN = E f′²/Var f, with BatchNorm before f. */
    readonly batchNorm: number;
  };
  /** M3. */
  readonly zeroCentred: {
    /** E f; a mean within the error of its integral counts as 0. */
    readonly mean: number;
    /** Z = 1 − (E f)²/E f². */
    readonly score: number;
    /** κ₁₀₀ = 1 + 100 (E f)²/Var f. */
    readonly condition: number;
  };
  /** M5: 1 no break, 0.75 only f″ jumps, 0.5 f′ jumps, 0 if f jumps or P(f′ = 0) > 0.99. */
  readonly differentiable: { readonly score: number; readonly breaks: readonly Break[] };
}

/**
 * Grades a function by the blueprint's metrics M0, M1, M2, M3 and M5; M4 is `costScore`, M6 is a training run. A
 * function that is not a number somewhere gets NaN where that matters. `breaks` are searched for when they are not given.
 */
export function scorecard(
  phi: Curve & { readonly d2f?: Scalar },
  breaks: readonly Break[] = findBreaks(phi),
): Scorecard {
  const holes = findHoles(
    phi.f,
    breaks.map(({ x }) => x),
  );
  const a = averagesOf(phi, [...breaks, ...holes.filter(({ pole }) => pole).map(asBreak)]);
  const x = holes[0]?.x ?? null;
  const decades = 25 * Math.log10(a.chi);
  const small = Math.sqrt(a.slopeSquare) / 10;
  const zeroShare = slopeShare(phi, (slope) => slope === 0);
  return {
    valid: {
      holds: x === null && a.square > 1e-6 && a.square < 1e6,
      x,
      pole: holes[0]?.pole ?? false,
      square: a.square,
    },
    converged: Number.isFinite(a.square) && Number.isFinite(a.slopeSquare),
    nonlinear: {
      index: a.bend,
      straight: a.bend < 1e-6,
      constant: a.constant,
      polynomial: isPolynomial(phi.f),
    },
    gradient: {
      sigmaW2: 1 / a.square,
      chi: a.chi,
      decades,
      score: Math.max(0, 1 - Math.abs(decades) / 10),
      saturatedShare: Number.isFinite(small)
        ? slopeShare(phi, (slope) => Math.abs(slope) < small)
        : Number.NaN,
      zeroShare,
      lipschitz: lipschitz(phi, breaks),
      stability: a.stability,
      batchNorm: a.batchNorm,
    },
    zeroCentred: {
      mean: a.mean,
      score: a.centred,
      condition: a.condition,
    },
    differentiable: { score: smoothnessScore(breaks, zeroShare), breaks },
  };
}

const asBreak = ({ x }: Hole): Break => ({ x, of: 'pole', left: Number.NaN, right: Number.NaN });

/** M4: C = 1/(1 + ρ), ρ = (t_f − t_copy)/(t_sigmoid − t_copy) from medians on the reader's machine; ρ < 0 counts as 0. */
export function costScore(time: {
  readonly f: number;
  readonly copy: number;
  readonly sigmoid: number;
}): number {
  const ratio = (time.f - time.copy) / (time.sigmoid - time.copy);
  return 1 / (1 + Math.max(0, ratio));
}

function smoothnessScore(breaks: readonly Break[], zeroShare: number): number {
  if (zeroShare > 0.99 || breaks.some(({ of }) => of === 'f' || of === 'pole')) return 0;
  if (breaks.some(({ of }) => of === 'df')) return 0.5;
  return breaks.length > 0 ? 0.75 : 1;
}

function lipschitz({ df }: Curve, breaks: readonly Break[]): number {
  if (breaks.some(({ of }) => of === 'f' || of === 'pole')) return Number.POSITIVE_INFINITY;
  const slopes = breaks
    .filter(({ of }) => of === 'df')
    .flatMap(({ left, right }) => [Math.abs(left), Math.abs(right)]);
  return Math.max(largest((x) => Math.abs(df(x)), [-10, 10])?.y ?? Number.NaN, ...slopes);
}
