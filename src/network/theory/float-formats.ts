/** A binary floating-point format of IEEE 754 shape. */
export interface FloatFormat {
  readonly name: string;
  /** Bits of the significand including the hidden one. */
  readonly precision: number;
  /** Exponent of the largest binade: the largest number is (2 − 2^(1−precision))·2^maxExponent. */
  readonly maxExponent: number;
  readonly bits: number;
}

export const float64: FloatFormat = { name: 'float64', precision: 53, maxExponent: 1023, bits: 64 };
export const float32: FloatFormat = { name: 'float32', precision: 24, maxExponent: 127, bits: 32 };
export const float16: FloatFormat = { name: 'float16', precision: 11, maxExponent: 15, bits: 16 };
export const bfloat16: FloatFormat = { name: 'bfloat16', precision: 8, maxExponent: 127, bits: 16 };

export const floatFormats: readonly FloatFormat[] = [float64, float32, float16, bfloat16];

/** Largest finite number. */
export function largest({ precision, maxExponent }: FloatFormat): number {
  return (2 - 2 ** (1 - precision)) * 2 ** maxExponent;
}

/** Smallest positive number with full precision, 2^(1 − maxExponent). */
export function smallestNormal({ maxExponent }: FloatFormat): number {
  return 2 ** (1 - maxExponent);
}

/** Smallest positive number; anything below half of it becomes 0. */
export function smallestSubnormal({ precision, maxExponent }: FloatFormat): number {
  return 2 ** (2 - maxExponent - precision);
}

/** Distance between neighbours around x (the unit in the last place); NaN beyond the range. */
export function spacing(format: FloatFormat, x: number): number {
  const size = Math.abs(x);
  if (!(size <= largest(format))) return Number.NaN;
  const exponent = Math.max(binaryExponent(size), 1 - format.maxExponent);
  return 2 ** (exponent + 1 - format.precision);
}

/** x rounded to the nearest number of the format, ties to even; ±Infinity on overflow, 0 on underflow. */
export function round(format: FloatFormat, x: number): number {
  if (!Number.isFinite(x) || x === 0 || format.precision === 53) return x;
  const exponent = Math.max(binaryExponent(Math.abs(x)), 1 - format.maxExponent);
  const step = 2 ** (exponent + 1 - format.precision);
  const rounded = roundHalfEven(x / step) * step;
  return Math.abs(rounded) > largest(format) ? Math.sign(x) * Number.POSITIVE_INFINITY : rounded;
}

/** Where exp leaves the format: `overflow`, the largest x with finite e^x; `toZero`, below which e^x becomes 0. */
export function exponentialRange({ precision, maxExponent }: FloatFormat): {
  overflow: number;
  toZero: number;
} {
  return {
    // Rounding reaches up to half a step beyond the largest number.
    overflow: (maxExponent + 1) * Math.LN2 + Math.log1p(-(2 ** (-precision - 1))),
    toZero: (1 - maxExponent - precision) * Math.LN2,
  };
}

/** Smallest x > 0 for which σ(x) rounds to 1, and the same for tanh: slopes computed as 1 − value are 0 from there on. */
export function saturationPoints({ precision }: FloatFormat): { sigmoid: number; tanh: number } {
  return { sigmoid: precision * Math.LN2, tanh: ((precision + 2) / 2) * Math.LN2 };
}

function binaryExponent(size: number): number {
  if (size === 0) return Number.NEGATIVE_INFINITY;
  let exponent = Math.floor(Math.log2(size));
  // log2 rounds up just below powers of two.
  if (2 ** exponent > size) exponent--;
  if (2 ** (exponent + 1) <= size) exponent++;
  return exponent;
}

function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
