import { type Integrand, normalExpectations } from '../../math/quadrature.ts';
import { normalDensity } from '../../math/special.ts';
import type { Activation } from '../activation.ts';
import type { Break } from './break.ts';
import type { Scalar } from './probe.ts';

/** What the averages below need to know of a function: a catalogue record or one of the reader's. */
export type Curve = Pick<Activation, 'f' | 'df'> & { readonly kinks: readonly Corner[] };

/** A kink, jump or pole. */
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
 * kinks, and to a millionth with poles and vertical tangents among them, where E f² or E f′² may be ∞ (E f′ then comes out
 * as 0). q = 0 means the limit q → 0. Throws RangeError for a negative or non-finite q.
 */
export function moments({ f, df, kinks }: Curve, q: number, { only, ...options }: Effort = {}): Moments {
  if (!(q >= 0 && q < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid mean square q: ${q}; expected a finite number, at least 0`);
  }
  // At q = 0 only the one-sided slopes of f at 0 matter; they are read off next to it.
  const scale = q === 0 ? 1e-150 : Math.sqrt(q);
  const steep = only ? [] : kinks.filter(isSteep);
  const { ends, power, inner } = nextTo(steep, f, scale);
  const [wild, infinite] = [power < SLACK - 0.5, power < SLACK + 0.5];
  const slopeOf = infinite ? () => 0 : steep.length > 0 ? slopeBeside(steep, f, df) : df;
  // Where f jumps, f′ lacks a delta function; what E z f f′ is by parts, E (z² − 1) f²/(2 √q), needs none.
  const byParts = steep.length > 0 || kinks.some(({ of }) => of === 'f');
  const integrand: Integrand = (z, out) => {
    const y = f(scale * z);
    const slope = slopeOf(scale * z);
    out[0] = y;
    out[1] = y * y;
    out[2] = slope;
    out[3] = slope * slope;
    out[4] = z * y;
    out[5] = byParts ? (y * y * (z * z - 1)) / (2 * scale) : z * y * slope;
    if (only) for (const [i, name] of momentNames.entries()) if (name !== only) out[i] = 0;
  };
  const { values, errors, converged } = normalExpectations(momentNames.length, integrand, {
    breaks: cutsOf([...kinks, ...ends], scale),
    ...options,
    ...(steep.length > 0 && { tolerance: ROUGH }),
    ...(wild && { maxPanels: 0 }),
  });
  values[3]! += infinite ? Infinity : inner;
  if (wild) [values[1], errors[1]] = [Infinity, 0];
  const found = { q, converged: converged && !infinite, ...named(values), errors: named(errors) };
  return q === 0 ? { ...found, mean: f(0), square: f(0) ** 2, linear: 0, growth: 0 } : found;
}

/** True at a pole or a vertical tangent. */
export const isSteep = ({ of, left = 0, right = 0 }: Corner): boolean =>
  of === 'pole' || (of === 'df' && !Number.isFinite(left - right));

/** Tolerance that can be met next to a steep place, where rounding of x counts. */
export const ROUGH = 1e-9;

// Of a steep place, in units of max(1, |x|): closer than this, rounding of x distorts f.
const REACH = 1e-8;
// Of difference quotients up to NEAR a steep place, as a part of the distance to it.
const STEP = 1e-4;
const NEAR = 1 / 16;
// To which a power is known that is judged at REACH.
const SLACK = 1e-4;

/**
 * Next to a steep place f changes like a power of the distance: the least power, whose E f² is ∞ from −1/2 down and E f′² from
 * 1/2 down, and what the stretches that end at `ends`, within REACH, contribute to E f′²: much for a power little above 1/2.
 */
function nextTo(steep: readonly Corner[], f: Scalar, scale: number) {
  const ends: Corner[] = [];
  let [power, inner] = [1, 0];
  for (const { x, of } of steep) {
    const floor = of === 'pole' ? -1 : 0;
    for (const side of [-REACH, REACH]) {
      const h = side * Math.max(1, Math.abs(x));
      const [one, two, four] = [f(x + h), f(x + 2 * h), f(x + 4 * h)];
      ends.push({ x: x + h });
      const change = Math.abs(two - one);
      // Flat on this side.
      if (change <= 1e-11 * Math.abs(one)) continue;
      const p = Math.log2(Math.abs(four - two) / change);
      power = Math.min(power, Number.isNaN(p) ? floor : Math.max(floor, p));
      const slope = (p * change) / (2 ** p - 1);
      inner += (normalDensity(x / scale) * slope ** 2) / (Math.abs(h * scale) * (2 * p - 1));
    }
  }
  return { ends, power, inner };
}

/** f′, from f up to NEAR a steep place, and 0 within REACH of it. */
function slopeBeside(steep: readonly Corner[], f: Scalar, df: Scalar): Scalar {
  return (x) => {
    const gap = Math.min(...steep.map((place) => Math.abs(x - place.x)));
    if (gap > NEAR) return df(x);
    const [a, b] = [x - STEP * gap, x + STEP * gap];
    return gap < REACH * Math.max(1, Math.abs(x)) ? 0 : (f(b) - f(a)) / (b - a);
  };
}

/** Where the integral over z is cut. */
export const cutsOf = (kinks: Curve['kinks'], scale: number): number[] =>
  [...kinks.map(({ x }) => x), ...CUTS, ...CUTS.map((c) => -c)].map((x) => x / scale);
