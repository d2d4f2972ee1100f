import { formats, type NumberFormat, roundTo } from './precision.ts';
import { log10Norm, scaleByPowerOfTwo } from './scaled.ts';

/** What a format keeps of an array of numbers when each is rounded to it. */
export interface Kept {
  /** Shares of all elements that are not 0 and become 0, a subnormal number, or ±Infinity. */
  readonly flushed: number;
  readonly subnormal: number;
  readonly overflowed: number;
  /** log₁₀ of the norm of the rounded array: −Infinity when nothing is left, Infinity when something overflowed. */
  readonly log10Norm: number;
}

/** Rounds values · 2^exponent to `format` and says what is left. The values stay as they are. */
export function keptBy(format: NumberFormat, values: Float64Array, exponent = 0): Kept {
  const { minNormal } = formats[format];
  const rounded = new Float64Array(values.length);
  let flushed = 0;
  let subnormal = 0;
  let overflowed = 0;
  for (let i = 0; i < values.length; i++) {
    // Below float64's own range the product is 0 or so small that every narrower format flushes it too.
    const kept = roundTo(format, scaleByPowerOfTwo(values[i]!, exponent));
    rounded[i] = kept;
    if (values[i] === 0) continue;
    if (kept === 0) flushed++;
    else if (!Number.isFinite(kept)) overflowed++;
    else if (Math.abs(kept) < minNormal) subnormal++;
  }
  const n = values.length;
  return {
    flushed: flushed / n,
    subnormal: subnormal / n,
    overflowed: overflowed / n,
    log10Norm: overflowed > 0 ? Infinity : log10Norm(rounded),
  };
}
