import type { Scalar } from './probe.ts';

const POINTS = 64;
// The fractions of its multiples lie evenly and share no period with f.
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a stretch [R, 2R] is looked at, as multiples of R in order: no swing of f keeps step with them. */
export const OFFSETS: readonly number[] = Array.from(
  { length: POINTS },
  (_, i) => 1 + (((i + 1) * GOLDEN) % 1),
).sort((a, b) => a - b);

/** Largest |g| seen on [x, 2x]; NaN where g is nowhere a number there. */
export function peakBeyond(g: Scalar, x: number): number {
  const sizes = OFFSETS.map((k) => Math.abs(g(k * x))).filter((y) => !Number.isNaN(y));
  return sizes.length > 0 ? Math.max(...sizes) : Number.NaN;
}
