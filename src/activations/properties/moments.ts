import { type Integrand, normalExpectations } from '../../math/quadrature.ts';
import { normalDensity } from '../../math/special.ts';
import type { Activation } from '../activation.ts';
import type { Break } from './break.ts';

/** What the averages below need to know of a function: a catalogue record or one of the reader's. */
export type Curve = Pick<Activation, 'f' | 'df'> & { readonly kinks: readonly Corner[] };

/** A kink, jump or pole; the one-sided values of f are needed where f jumps. */
type Corner = { readonly x: number } & Partial<Omit<Break, 'x'>>;

/** Averages over z ~ N(0,1) of f, f′ taken at x = √q z. */
export interface Moments {
  readonly q: number;
  /** E f. */
  readonly mean: number;
  /** E f². */
  readonly square: number;
  /** E f′. */
  readonly slope: number;
  /** E f′². */
  readonly slopeSquare: number;
  /** E z f: the slope of the best straight line through f, in units of z. */
  readonly linear: number;
  /** E z f f′ = √q · d/dq E f², jumps of f included. */
  readonly growth: number;
  /** False when an average is not finite or could not be found to about 1e-14. */
  readonly converged: boolean;
  /** Estimated absolute errors of the averages; NaN or Infinity where nothing is known. */
  readonly errors: Readonly<Record<MomentName, number>>;
}

/** In the order in which they are integrated. */
const momentNames = ['mean', 'square', 'slope', 'slopeSquare', 'linear', 'growth'] as const;
export type MomentName = (typeof momentNames)[number];

/** How hard to try. */
interface Effort {
  /** Most panels, see `integrateMany`. */
  readonly maxPanels?: number;
  /** The only average that is asked for; the others come out as 0. */
  readonly only?: MomentName;
}

const named = (values: Float64Array): Record<MomentName, number> =>
  Object.fromEntries(momentNames.map((name, i) => [name, values[i]!])) as Record<MomentName, number>;

// In units of x: f bends near 0 on the scale of 1, so panels are cut there whatever the scale √q of the input.
const CUTS = [1, 4, 16, 64];

/**
 * The moments of f under x ~ N(0, q), q ≥ 0, to about 1e-13 relative for any f that is smooth between its listed
 * kinks. q = 0 means the limit q → 0. Throws RangeError for a negative or non-finite q.
 */
export function moments({ f, df, kinks }: Curve, q: number, { only, maxPanels }: Effort = {}): Moments {
  if (!(q >= 0 && q < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid mean square q: ${q}; expected a finite number, at least 0`);
  }
  // At q = 0 only the one-sided slopes of f at 0 matter; they are read off next to it.
  const scale = q === 0 ? 1e-150 : Math.sqrt(q);
  const integrand: Integrand = (z, out) => {
    const y = f(scale * z);
    const slope = df(scale * z);
    out[0] = y;
    out[1] = y * y;
    out[2] = slope;
    out[3] = slope * slope;
    out[4] = z * y;
    out[5] = z * y * slope;
    if (only) for (const [i, name] of momentNames.entries()) if (name !== only) out[i] = 0;
  };
  const options = { breaks: cutsOf(kinks, scale), ...(maxPanels !== undefined && { maxPanels }) };
  const { values, errors, converged } = normalExpectations(momentNames.length, integrand, options);
  const found = { q, converged, ...named(values), errors: named(errors) };
  if (q === 0) return { ...found, mean: f(0), square: f(0) ** 2, linear: 0, growth: 0 };
  return { ...found, growth: found.growth + jumpGrowth(kinks, scale) };
}

/** Where the integral over z is cut. */
export const cutsOf = (kinks: Curve['kinks'], scale: number): number[] =>
  [...kinks.map(({ x }) => x), ...CUTS, ...CUTS.map((c) => -c)].map((x) => x / scale);

/** What jumps add to E z f f′: f′ holds a delta function there, and f f′ = (f²)′/2. */
function jumpGrowth(kinks: readonly Corner[], scale: number): number {
  let sum = 0;
  for (const { x, of, left = Number.NaN, right = Number.NaN } of kinks) {
    if (of !== 'f') continue;
    const z = x / scale;
    sum += ((right * right - left * left) * z * normalDensity(z)) / (2 * scale);
  }
  return sum;
}
