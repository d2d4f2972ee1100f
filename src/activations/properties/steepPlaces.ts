import type { Break } from './break.ts';
import type { Scalar } from './probe.ts';

// In units of max(1, |x|).
const DISTANCES = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10];

/**
 * ±Infinity where g grows without end towards 0: every tenth of the distance adds no less than the one before, in steady
 * proportion, as for a power or a logarithm. Otherwise g at 1e-6.
 */
function limitAtZero(g: Scalar): number {
  const values = DISTANCES.map(g);
  const [first, last] = [values[0]!, values.at(-1)!];
  const steps = values.slice(1).map((y, i) => y - values[i]!);
  const ratios = steps.slice(1).map((step, i) => step / steps[i]!);
  const grows = ratios.every(
    (ratio, i) => ratio > 0.95 && Math.abs(Math.log(ratio / (ratios[i - 1] ?? ratio))) < 1,
  );
  if (isInfinite(last)) return last;
  // Rounding grows as well, but from less.
  return grows && Math.abs(last - first) > 1e-3 * Math.abs(first)
    ? (last - first) * Infinity
    : values[2]! + 0;
}

const isInfinite = (y: number): boolean => Math.abs(y) === Infinity;

/**
 * The pole of f at x, or its vertical tangent, like that of a root or of x log|x|, with the slopes on both sides; null for any
 * other place. f is never asked at x itself.
 */
export function steepPlace(f: Scalar, x: number): Break | null {
  const unit = Math.max(1, Math.abs(x));
  const at = (h: number) => f(x + h * unit);
  const limits = (g: Scalar) => [-1, 1].map((side) => limitAtZero((h) => g(side * h))) as [number, number];
  if (limits(at).some(isInfinite)) return { x, of: 'pole', left: at(-1e-7), right: at(1e-7) };
  const [left, right] = limits((h) => (at(2 * h) - at(h)) / (h * unit));
  // Next to a jump f may be as steep, but the change across it does not shrink with h.
  const change = (h: number) => Math.abs(at(h) - at(-h)) + Math.abs(at(2 * h) - at(h));
  const isSteep = isInfinite(left) || isInfinite(right);
  return isSteep && change(1e-10) < 0.8 * change(1e-6) ? { x, of: 'df', left, right } : null;
}

/** The place near x about which f changes most at every scale, from `step` down to rounding. */
export function steepestNear(f: Scalar, x: number, step: number): number {
  let best = x;
  for (let h = step; h > 1e-15 * Math.max(1, Math.abs(x)); h /= 2) {
    const from = best - 3 * h;
    let most = -1;
    for (let i = 0; i < 6; i++) {
      const change = Math.abs(f(from + (i + 1) * h) - f(from + i * h));
      if (change > most) [most, best] = [change, from + (i + 0.5) * h];
    }
  }
  return best;
}
