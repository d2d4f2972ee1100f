import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { createRandom } from '../math/random.ts';
import {
  exponentialRange,
  formats,
  type NumberFormat,
  roundArray,
  roundTo,
  saturationPoints,
  spacing,
} from './precision.ts';

const narrow: readonly NumberFormat[] = ['float32', 'float16', 'bfloat16'];

/** Every finite non-negative number of a 16-bit format, built from its bit patterns; index = pattern. */
function allOf(format: 'float16' | 'bfloat16'): number[] {
  const fractionBits = formats[format].significandBits - 1;
  const numbers: number[] = [];
  for (let pattern = 0; pattern < 0x8000; pattern++) {
    const field = pattern >> fractionBits;
    const fraction = (pattern & ((1 << fractionBits) - 1)) / (1 << fractionBits);
    if (field === (1 << (15 - fractionBits)) - 1) break;
    numbers.push(
      field === 0
        ? fraction * 2 ** formats[format].minExponent
        : (1 + fraction) * 2 ** (field - 1 + formats[format].minExponent),
    );
  }
  return numbers;
}

describe('roundTo', () => {
  it.each(['float16', 'bfloat16'] as const)(
    'keeps all %s numbers and splits neighbours at the middle',
    (format) => {
      const numbers = allOf(format);
      expect(numbers.at(-1)).toBe(formats[format].max);
      let wrong = 0;
      for (let i = 0; i + 1 < numbers.length; i++) {
        const low = numbers[i]!;
        const high = numbers[i + 1]!;
        const middle = (low + high) / 2;
        // A tie goes to the neighbour whose last bit is 0, that is whose pattern is even.
        const even = i % 2 === 0 ? low : high;
        const gap = middle * 2 ** -50;
        if (roundTo(format, low) !== low || roundTo(format, -high) !== -high) wrong++;
        if (roundTo(format, middle) !== even || roundTo(format, -middle) !== -even) wrong++;
        if (roundTo(format, middle - gap) !== low || roundTo(format, middle + gap) !== high) wrong++;
      }
      expect(wrong).toBe(0);
    },
  );

  it('agrees with Math.fround and Math.f16round over the whole exponent range', () => {
    const random = createRandom(7);
    const f16round = (Math as unknown as { f16round(x: number): number }).f16round;
    let wrong = 0;
    for (let k = 0; k < 200_000; k++) {
      const x = (random.uniform() * 2 - 1) * 2 ** (random.integer(320) - 160);
      if (!Object.is(roundTo('float32', x), Math.fround(x))) wrong++;
      const y = (random.uniform() * 2 - 1) * 2 ** (random.integer(50) - 30);
      if (!Object.is(roundTo('float16', y), f16round(y))) wrong++;
    }
    expect(wrong).toBe(0);
  });

  it('agrees with Math.fround at ties, subnormals and the edge of overflow', () => {
    for (let e = -152; e <= 128; e++) {
      for (const m of [1, 1.5, 1 + 2 ** -24, 1 + 3 * 2 ** -24, 2 - 2 ** -24, 2 - 2 ** -25, 2 - 2 ** -26]) {
        for (const x of [m * 2 ** e, -m * 2 ** e]) expect(roundTo('float32', x)).toBe(Math.fround(x));
      }
    }
  });

  it('overflows from half a unit above the largest number', () => {
    expect(roundTo('float16', 65519.999)).toBe(65504);
    expect(roundTo('float16', 65520)).toBe(Infinity);
    expect(roundTo('float16', -65520)).toBe(-Infinity);
    expect(roundTo('bfloat16', 1e300)).toBe(Infinity);
    expect(formats.bfloat16.max).toBe(3.3895313892515355e38);
  });

  it('keeps zeros, infinities and NaN', () => {
    for (const format of narrow) {
      expect(roundTo(format, -0)).toBe(-0);
      expect(roundTo(format, -5e-324)).toBe(-0);
      expect(roundTo(format, Infinity)).toBe(Infinity);
      expect(roundTo(format, NaN)).toBeNaN();
    }
    expect(roundTo('float64', 0.1)).toBe(0.1);
  });

  it('rounds arrays in place', () => {
    const values = Float64Array.of(0.1, 1 / 3, 1e-9);
    expect(roundArray('float16', values)).toBe(values);
    expect([...values]).toEqual([0.0999755859375, 0.333251953125, 0]);
  });
});

describe('formats', () => {
  const { quantisation, softmax } = theory;

  it('have the limits of the reference and of the engine', () => {
    expect(formats.float16.max).toBe(quantisation.float16_max);
    expect(formats.float16.minNormal).toBe(2 ** -14);
    expect(formats.float32.minSubnormal).toBe(2 ** -149);
    expect(formats.float64.max).toBe(Number.MAX_VALUE);
    expect(formats.float64.minSubnormal).toBe(Number.MIN_VALUE);
  });

  it('have the spacings of the reference', () => {
    expect(spacing('float16', 5)).toBe(quantisation['float16_spacing_in_[4,8)']);
    expect(spacing('float16', -600)).toBe(quantisation['float16_spacing_in_[512,1024)']);
    expect(spacing('bfloat16', 4)).toBe(quantisation['bfloat16_spacing_in_[4,8)']);
    expect(spacing('bfloat16', 1023)).toBe(quantisation['bfloat16_spacing_in_[512,1024)']);
    expect(spacing('float64', 1)).toBe(Number.EPSILON);
    expect(spacing('float32', 0)).toBe(formats.float32.minSubnormal);
    expect(spacing('float16', 65505)).toBeNaN();
    expect(spacing('float16', NaN)).toBeNaN();
  });

  it('overflow and underflow exp, and saturate, where the reference says', () => {
    const { facts } = softmax;
    const { overflow, toZero } = exponentialRange('float64');
    const close = (got: number, want: number, relative: number) =>
      expect(Math.abs(got / want - 1)).toBeLessThanOrEqual(relative);
    close(overflow, facts.exp_overflow_double, 1e-15);
    close(toZero, facts.exp_underflow_double_to_zero_below, 1e-15);
    close(exponentialRange('float32').overflow, facts.exp_overflow_float32, 1e-14);
    expect(Math.exp(overflow)).toBeGreaterThan(1.79e308);
    close(saturationPoints('float64').sigmoid, facts.sigmoid_rounds_to_1_from_x, 1e-15);
    close(saturationPoints('float64').tanh, facts.tanh_rounds_to_1_from_x, 1e-15);
  });
});
