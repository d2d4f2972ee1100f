/** The floating-point formats whose rounding this book can show, each a subset of float64. */
export type NumberFormat = 'float64' | 'float32' | 'float16' | 'bfloat16';

/** A binary format: significand bits with the hidden one, and the exponents of its normal numbers. */
export interface FormatLimits {
  readonly significandBits: number;
  readonly minExponent: number;
  readonly maxExponent: number;
  /** Largest finite number, smallest normal and smallest subnormal number. */
  readonly max: number;
  readonly minNormal: number;
  readonly minSubnormal: number;
}

function limits(significandBits: number, minExponent: number, maxExponent: number): FormatLimits {
  return {
    significandBits,
    minExponent,
    maxExponent,
    max: (2 - 2 ** (1 - significandBits)) * 2 ** maxExponent,
    minNormal: 2 ** minExponent,
    minSubnormal: 2 ** (minExponent + 1 - significandBits),
  };
}

/** IEEE 754-2019 binary64, binary32 and binary16, and Google's bfloat16 (the upper half of a float32). */
export const formats: Readonly<Record<NumberFormat, FormatLimits>> = {
  float64: limits(53, -1022, 1023),
  float32: limits(24, -126, 127),
  float16: limits(11, -14, 15),
  bfloat16: limits(8, -126, 127),
};

const cell = new Float64Array(1);
const words = new Uint32Array(cell.buffer);
// Which 32-bit half of a float64 holds the exponent depends on the machine's byte order.
const highWord = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * Distance between neighbours of `format` around x, the unit in the last place; that of the subnormals at 0, NaN beyond
 * the largest number.
 */
export function spacing(format: NumberFormat, x: number): number {
  const { significandBits, minExponent, max } = formats[format];
  if (!(Math.abs(x) <= max)) return NaN;
  return 2 ** (Math.max(exponentOf(x), minExponent) + 1 - significandBits);
}

/** Where e^x leaves the format: `overflow`, the largest x with a finite e^x; `toZero`, below which e^x becomes 0. */
export function exponentialRange(format: NumberFormat): {
  readonly overflow: number;
  readonly toZero: number;
} {
  const { significandBits, minExponent, maxExponent } = formats[format];
  return {
    // Rounding reaches up to half a step beyond the largest number.
    overflow: (maxExponent + 1) * Math.LN2 + Math.log1p(-(2 ** (-significandBits - 1))),
    toZero: (minExponent - significandBits) * Math.LN2,
  };
}

/** Smallest x > 0 for which σ(x), and for which tanh x, rounds to 1: slopes computed as 1 − value are 0 from there on. */
export function saturationPoints(format: NumberFormat): { readonly sigmoid: number; readonly tanh: number } {
  const { significandBits } = formats[format];
  return { sigmoid: significandBits * Math.LN2, tanh: ((significandBits + 2) / 2) * Math.LN2 };
}

/** Exponent e of a finite non-zero float64 with 2^e ≤ |x| < 2^(e+1); −1023 for every float64 subnormal. */
function exponentOf(x: number): number {
  cell[0] = x;
  return ((words[highWord]! >>> 20) & 0x7ff) - 1023;
}

/**
 * The number of `format` nearest to x, ties to even, subnormals kept, overflow to ±Infinity; NaN, ±0 and ±Infinity
 * stay. Adding and subtracting 1.5·2^52 units in the last place makes the float64 adder do the one exact rounding.
 */
export function roundTo(format: NumberFormat, x: number): number {
  if (format === 'float64' || x === 0 || !Number.isFinite(x)) return x;
  const { significandBits, minExponent, max } = formats[format];
  const exponent = Math.max(exponentOf(x), minExponent);
  // Beyond every narrow format's range; also keeps the constant below from overflowing.
  if (exponent > 128) return x > 0 ? Infinity : -Infinity;
  const unit = 2 ** (exponent + 1 - significandBits);
  const anchor = x > 0 ? 6755399441055744 * unit : -6755399441055744 * unit;
  const rounded = x + anchor - anchor;
  if (rounded > max) return Infinity;
  if (rounded < -max) return -Infinity;
  // The sign of a number that rounds to zero survives, as in hardware.
  return rounded === 0 && x < 0 ? -0 : rounded;
}

/** Rounds every element to `format` in place and returns the array. */
export function roundArray(format: NumberFormat, values: Float64Array): Float64Array {
  if (format === 'float64') return values;
  for (let i = 0; i < values.length; i++) values[i] = roundTo(format, values[i]!);
  return values;
}
