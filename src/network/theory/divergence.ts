import { normalDensity } from '../../math/special.ts';

/** Standard deviations within which averages are taken; beyond them the normal density is no double any more. */
const EDGE = 38;
/** Multiplied before squaring, so that values up to 1e308 do not overflow. */
const ROOT = Math.sqrt(normalDensity(EDGE));

/**
 * E g(√q z)², z ~ N(0,1), of which `found` is what lies within 38 standard deviations; Infinity where g grows so fast that the
 * edge counts still (1e-9 of all, and more than nothing), and so what lies beyond it. For exp(x²/5), whose average diverges from
 * q = 1.25 on, that is so from q = 1.22 on.
 */
export function orInfinite(g: (x: number) => number, q: number, found: number): number {
  const at = (z: number): number => (g(z * Math.sqrt(q)) * ROOT) ** 2;
  const edge = Math.max(at(-EDGE), at(EDGE));
  return edge > Math.max(1e-9 * found, 1e-100) ? Number.POSITIVE_INFINITY : found;
}
