import { expect, it } from 'vitest';
import { histogram } from './histogram.ts';

const of = (...values: number[]) => histogram(Float64Array.from(values), 4);
const total = ({ counts, below, above }: ReturnType<typeof of>) =>
  counts.reduce((sum, count) => sum + count, below + above);

it('sorts into bins from the smallest to the largest value', () => {
  expect(of(0, 1, 2, 4)).toEqual({ min: 0, max: 4, counts: Uint32Array.of(1, 1, 1, 1), below: 0, above: 0 });
});

it.each([
  [[-1.7e308, 1.7e308]],
  [[-Infinity, 0, Infinity]],
  [[Infinity]],
  [[7e20, 7e20]],
  [[Number.MAX_VALUE]],
])('has finite ends for %j', (values) => {
  const found = of(...values);
  expect(found.min).toBeLessThan(found.max);
  expect(Number.isFinite(found.max - found.min)).toBe(true);
  expect(total(found)).toBe(values.length);
});

it('leaves out what is no number', () => {
  expect(total(of(Number.NaN, 1, 2))).toBe(2);
});
