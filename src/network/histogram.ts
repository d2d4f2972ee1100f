/** Counts in equal bins over [min, max]; values outside are counted in `below` and `above`, the upper end in the last bin. */
export interface Histogram {
  readonly min: number;
  readonly max: number;
  readonly counts: Uint32Array;
  readonly below: number;
  readonly above: number;
}

/**
 * Sorts values into `bins` bins; NaN is left out. Without `range` the smallest and largest value are its ends, within half
 * of what doubles hold, so that their distance is a number (a lone value gets a width of 1, or a few steps of doubles). Throws RangeError for fewer than one bin or an empty range.
 */
export function histogram(values: Float64Array, bins = 40, range?: readonly [number, number]): Histogram {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`invalid bins: ${bins}; expected a positive integer`);
  const [min, max] = range ?? spanOf(values);
  if (!(min < max && Number.isFinite(max - min))) {
    throw new RangeError(`invalid range: [${min}, ${max}]; expected finite ends in ascending order`);
  }
  const counts = new Uint32Array(bins);
  let below = 0;
  let above = 0;
  for (const x of values) {
    if (x < min) below++;
    else if (x > max) above++;
    else {
      const bin = Math.min(bins - 1, Math.floor(((x - min) / (max - min)) * bins));
      counts[bin] = counts[bin]! + 1;
    }
  }
  return { min, max, counts, below, above };
}

function spanOf(values: Float64Array): readonly [number, number] {
  let min = Infinity;
  let max = -Infinity;
  for (const x of values) {
    if (x < min) min = x;
    if (x > max) max = x;
  }
  if (min > max) return [0, 1];
  const [low, high] = [within(min), within(max)];
  if (low < high) return [low, high];
  const half = Math.max(0.5, Math.abs(low) * 2 ** -50);
  return [within(low - half), within(low + half)];
}

const within = (x: number): number => Math.min(Math.max(x, -Number.MAX_VALUE / 2), Number.MAX_VALUE / 2);
