import type { Curve } from './activationKind.ts';

/** φ at one end of the scale: x ↦ positive·x above 0, negative·x below, to the precision of float32. */
export interface LimitSlopes {
  readonly positive: number;
  readonly negative: number;
}

/**
 * From this power of two on numbers count as tiny (below its inverse) or huge. Well within float32, whose end is 2^±126, so
 * that one more layer cannot leave it; and so far out that what φ does near 1 is below the rounding of float32 (2⁻²⁴).
 */
export const regimeBound = 40;

const probes: Readonly<Record<'tiny' | 'huge', readonly number[]>> = {
  tiny: [-36, -60, -100],
  huge: [36, 60, 100],
};

// A tenth of float32's rounding would be 6e-9: what is told apart here must not show in six digits.
const tolerance = 1e-6;

/**
 * The slopes that φ tends to on both sides of 0 for tiny or for huge |x|, or null where it does not become homogeneous
 * (squared ReLU), does not settle (Snake), or has no slope above 0 there to be measured by.
 */
export function limitSlopes({ f, df }: Curve, regime: 'tiny' | 'huge'): LimitSlopes | null {
  const side = (sign: number): number | null => {
    const xs = probes[regime].map((power) => sign * 2 ** power);
    const slope = df(xs.at(-1)!);
    const settles = xs.every(
      (x) => Math.abs(f(x) / x - slope) <= tolerance && Math.abs(df(x) - slope) <= tolerance,
    );
    return settles && Number.isFinite(slope) ? slope : null;
  };
  const [positive, negative] = [side(1), side(-1)];
  if (positive === null || negative === null || Math.abs(positive) < 1e-3) return null;
  return { positive, negative };
}

/** The curve x ↦ x above 0, ratio·x below: what is left of φ in a limit once `positive` is taken out. */
export const limitCurve = ({ positive, negative }: LimitSlopes): Curve => {
  const ratio = negative / positive;
  return {
    id: 'leaky_relu',
    values: { negativeSlope: ratio },
    f: (x) => (x > 0 ? x : ratio * x),
    df: (x) => (x > 0 ? 1 : ratio),
  };
};
