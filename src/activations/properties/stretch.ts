import type { Scalar } from './probe.ts';

const POINTS = 64;
// The fractions of its multiples lie evenly and share no period with f.
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a stretch [R, 2R] is looked at, as multiples of R in order: no swing of f keeps step with them. */
export const OFFSETS: readonly number[] = Array.from(
  { length: POINTS },
  (_, i) => 1 + (((i + 1) * GOLDEN) % 1),
).sort((a, b) => a - b);

/** Largest |g| seen on [x, 2x], 0 where g is not a number. */
export const peakBeyond = (g: Scalar, x: number): number =>
  Math.max(0, ...OFFSETS.map((k) => Math.abs(g(k * x))).filter((y) => !Number.isNaN(y)));
