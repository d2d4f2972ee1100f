import { normalExpectations } from '../../math/quadrature.ts';
import type { Break } from './break.ts';
import { type Curve, cutsOf, isSteep, type MomentName, moments, ROUGH } from './moments.ts';
import type { Scalar } from './probe.ts';

/**
 * Averages of a function over z ~ N(0,1), each only where it is known to a millionth: NaN where an integral could not be
 * found, ∞ where a pole or a vertical tangent makes it diverge.
 */
export interface Averages {
  /** E f; 0 when it is 0 within the estimated error of the integral. */
  readonly mean: number;
  /** E f². */
  readonly square: number;
  /** E f′². */
  readonly slopeSquare: number;
  /** Z = 1 − (E f)²/E f² = Var f/E f². */
  readonly centred: number;
  /** κ₁₀₀ = 1 + 100 (E f)²/Var f. */
  readonly condition: number;
  /** χ_BN = E f′²/Var f. */
  readonly batchNorm: number;
  /** Var f ≤ 1e-14 E f²: standard normal inputs all get the same answer. */
  readonly constant: boolean;
  /** NL = 1 − (E z f)²/Var f, as the variance that the best straight line leaves over Var f; NaN for a constant. */
  readonly bend: number;
  /** χ_n = E f′²/E f². */
  readonly chi: number;
  /** V′ = E z f f′/E f². */
  readonly stability: number;
}

const KNOWN = 1e-6;
const CONSTANT = 1e-14;
// Rounding leaves a straight line a bend of about this size.
const NOTHING = 1e-26;
// Enough for 30 periods per unit of z; functions that are tame need a few dozen.
const PANELS = 2000;

/** The averages of a function whose kinks, jumps and poles are `breaks`; a tame one takes some thousand calls. */
export function averagesOf(curve: Curve, breaks: readonly Break[]): Averages {
  const unit = unitOf(curve.f);
  const poles = breaks.filter(({ of }) => of === 'pole');
  const scaled = inUnits({ ...curve, kinks: [...curve.kinks, ...poles] }, unit);
  const known = knownAverages(scaled);
  const { variance, rest } = spreadOf(scaled, known);
  const constant = variance <= CONSTANT * known.square;
  const bend = rest / variance;
  return {
    mean: known.mean * unit,
    square: known.square * unit * unit,
    slopeSquare: known.slopeSquare * unit * unit,
    condition: 1 + (100 * known.mean * known.mean) / (constant ? 0 : variance),
    batchNorm: known.slopeSquare / (constant ? 0 : variance),
    centred: constant && known.square > 0 ? 0 : variance / known.square,
    constant,
    bend: constant ? Number.NaN : bend < NOTHING ? 0 : bend,
    // Stairs too fine to be averaged still have no slope.
    chi: known.slopeSquare === 0 && Number.isNaN(known.square) ? 0 : known.slopeSquare / known.square,
    stability: known.growth / known.square,
  };
}

/** 1, or the power of two that keeps squares of a tiny or huge function within the range of numbers. */
function unitOf(f: Scalar): number {
  const size = Math.max(...[-3, -1, -0.3, 0, 0.3, 1, 3].map((z) => Math.abs(f(z))).filter(Number.isFinite));
  return size > 0 && (size < 1e-100 || size > 1e100) && size < Infinity
    ? 2 ** Math.round(Math.log2(size))
    : 1;
}

/** The curve in units of `unit`, and 0 at its steep places: poles have no weight, even where rounding ends on one. */
function inUnits({ f, df, kinks }: Curve, unit: number): Curve {
  const holes = new Set(kinks.filter(isSteep).map(({ x }) => x));
  const corner = ({ left = Number.NaN, right = Number.NaN, ...kink }: Curve['kinks'][number]) => ({
    ...kink,
    left: left / unit,
    right: right / unit,
  });
  return {
    f: (x) => (holes.has(x) ? 0 : f(x) / unit),
    df: (x) => df(x) / unit,
    kinks: kinks.map(corner),
  };
}

type Known = Record<Exclude<MomentName, 'slope'>, number>;

function knownAverages(curve: Curve): Known {
  const found = moments(curve, 1, { maxPanels: PANELS });
  const judged = (value: number, error: number, size: number): number => {
    if (error === 0) return value;
    if (!(error <= KNOWN * size && Number.isFinite(value))) return Number.NaN;
    return Math.abs(value) <= error ? 0 : value;
  };
  const known = (name: keyof Known, size?: number): number => {
    const value = judged(found[name], found.errors[name], size ?? found[name]);
    if (!Number.isNaN(value) || found.converged || curve.kinks.some(isSteep)) return value;
    // One that is hard to find, as E f′² from difference quotients, takes the panels that the others need.
    const alone = moments(curve, 1, { maxPanels: PANELS, only: name });
    return judged(alone[name], alone.errors[name], size ?? alone[name]);
  };
  const square = known('square');
  const slopeSquare = known('slopeSquare');
  // A mean is 0 or not against the size of f, and no average is known where that is not.
  const rms = Number.isFinite(square) ? Math.sqrt(square) : Number.NaN;
  return {
    square,
    slopeSquare,
    mean: known('mean', rms),
    linear: known('linear', rms),
    growth: known('growth', rms * rms),
  };
}

/** Var f and what of it the line mean + linear·z does not explain, by a second pass: no large terms cancel. */
function spreadOf({ f, kinks }: Curve, { mean, linear }: Known): { variance: number; rest: number } {
  if (Number.isNaN(mean + linear)) return { variance: Number.NaN, rest: Number.NaN };
  const { values } = normalExpectations(
    2,
    (z, out) => {
      const deviation = f(z) - mean;
      out[0] = deviation ** 2;
      out[1] = (deviation - linear * z) ** 2;
    },
    { breaks: cutsOf(kinks, 1), maxPanels: PANELS, ...(kinks.some(isSteep) && { tolerance: ROUGH }) },
  );
  return { variance: values[0]!, rest: values[1]! };
}
