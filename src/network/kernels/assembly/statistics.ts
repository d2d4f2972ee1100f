/** Σ xᵢ² over n floats (a multiple of 4), summed in float64: nothing overflows, nothing vanishes. */
export function sumOfSquares(n: i32, x: usize): f64 {
  let low = f64x2.splat(0), high = low;
  for (const end = x + 4 * n; x < end; x += 16) {
    const v = v128.load(x);
    const a = f64x2.promote_low_f32x4(v);
    const b = f64x2.promote_low_f32x4(i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  low = f64x2.add(low, high);
  return f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1);
}

/** How many of n floats (a multiple of 4) have |xᵢ| < bound. */
export function countBelow(n: i32, x: usize, bound: f32): i32 {
  const limit = f32x4.splat(bound);
  let count = i32x4.splat(0);
  for (const end = x + 4 * n; x < end; x += 16) count = i32x4.sub(count, f32x4.lt(f32x4.abs(v128.load(x)), limit));
  return (
    i32x4.extract_lane(count, 0) + i32x4.extract_lane(count, 1) + i32x4.extract_lane(count, 2) + i32x4.extract_lane(count, 3)
  );
}
