/** Largest |x|; 0 for an empty array, NaN when an element is NaN. */
export function largestMagnitude(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]!);
    if (magnitude > largest) largest = magnitude;
    else if (Number.isNaN(magnitude)) return NaN;
  }
  return largest;
}

/** x · 2^exponent for any exponent: exact while the result is a normal number. */
export function scaleByPowerOfTwo(x: number, exponent: number): number {
  let rest = exponent;
  let y = x;
  // 2^exponent alone may overflow or vanish although the product does not.
  while (rest > 1000) {
    y *= 2 ** 1000;
    rest -= 1000;
  }
  while (rest < -1000 && y !== 0) {
    y *= 2 ** -1000;
    rest += 1000;
  }
  return y * 2 ** Math.max(rest, -1000);
}

/** Multiplies every element by 2^exponent in place. */
export function scaleBy(values: Float64Array, exponent: number): void {
  for (let i = 0; i < values.length; i++) values[i] = scaleByPowerOfTwo(values[i]!, exponent);
}

/**
 * log₁₀ of the Euclidean norm of values · 2^exponent; −Infinity when all are 0, NaN when one is. Finite wherever the
 * elements are: where squares would leave the range, they are taken after scaling the largest element to 1.
 */
export function log10Norm(values: Float64Array, exponent = 0): number {
  let square = 0;
  for (let i = 0; i < values.length; i++) square += values[i]! * values[i]!;
  // Far enough from both ends of the range that no square that matters was lost.
  if (square > 1e-280 && square < Infinity) return 0.5 * Math.log10(square) + exponent * Math.log10(2);
  const largest = largestMagnitude(values);
  if (largest === 0 || !Number.isFinite(largest)) return Math.log10(largest);
  // Clamped because 2^1074, which the smallest subnormal number asks for, is not a float64.
  const shift = Math.max(-1000, Math.floor(Math.log2(largest)));
  const factor = 2 ** -shift;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! * factor) ** 2;
  return 0.5 * Math.log10(sum) + (exponent + shift) * Math.log10(2);
}
