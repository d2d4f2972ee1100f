import { describe, expect, it } from 'vitest';
import { findMaximum, findRoot } from './roots.ts';

describe('findRoot', () => {
  it('finds roots to the last bits', () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(findRoot(Math.cos, 0, 3)).toBeCloseTo(Math.PI / 2, 15);
    expect(findRoot((x) => x ** 9, -1, 2)).toBeCloseTo(0, 15);
    expect(findRoot((x) => Math.exp(x) - 1e-200, -1e4, 1)).toBeCloseTo(-200 * Math.LN10, 10);
  });
  it('returns the place of a jump', () => {
    expect(findRoot((x) => (x > 0.1 ? 1 : -1), -3, 5)).toBeCloseTo(0.1, 14);
  });
  it('takes at most 200 evaluations', () => {
    let count = 0;
    findRoot(
      (x) => {
        count++;
        return Math.sign(x - 1 / 3) * Math.exp(-1 / Math.abs(x - 1 / 3));
      },
      -1e9,
      1,
    );
    expect(count).toBeLessThanOrEqual(202);
  });
  it('refuses ends of equal sign', () => {
    expect(() => findRoot(Math.exp, 0, 1)).toThrow('no change of sign: f(0) = 1, f(1) = 2.7');
  });
});

describe('findMaximum', () => {
  it('finds smooth and kinked maxima', () => {
    expect(findMaximum((x) => x * Math.exp(-x), 0, 5)).toBeCloseTo(1, 7);
    expect(findMaximum((x) => -Math.abs(x - 0.3), -1, 1)).toBeCloseTo(0.3, 8);
  });
  it('walks to the end of a monotone function, and around NaN', () => {
    expect(findMaximum((x) => x, 0, 1)).toBeCloseTo(1, 7);
    expect(findMaximum((x) => Math.sqrt(x) - x, -1, 1)).toBeGreaterThan(0);
  });
});
