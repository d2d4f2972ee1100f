import { describe, expect, it } from 'vitest';
import { assertFinite, firstNonFinite } from './nonFinite.ts';

describe('firstNonFinite', () => {
  it('finds the first bad value at every place of every length', () => {
    for (let n = 1; n <= 9; n++) {
      const values = Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1e308 : 5e-324));
      expect(firstNonFinite(values)).toBe(-1);
      for (let at = 0; at < n; at++) {
        for (const bad of [NaN, Infinity, -Infinity]) expect(firstNonFinite(values.with(at, bad))).toBe(at);
      }
      expect(firstNonFinite(values.fill(Infinity))).toBe(0);
    }
  });
});

describe('assertFinite', () => {
  it('names layer, quantity, place, shape and value', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, -Infinity);
    expect(() => assertFinite(values, 3, 'weight', [2, 3], 'expected finite weights')).toThrow(
      'non-finite layer 3 weight [1, 2] of shape 2 × 3: -Infinity; expected finite weights',
    );
    expect(() => assertFinite(values.subarray(0, 5), 3, 'weight', [5], '')).not.toThrow();
  });
});
