import { expect, test } from 'vitest';
import { wholeNumber } from './wholeNumber.ts';

test.each([
  [0, '0'],
  [1500, '1500'],
  [-9999, '-9999'],
  [10_000, '10\u202f000'],
  [16_777_216, '16\u202f777\u202f216'],
])('%s is written %s', (n, written) => {
  expect(wholeNumber(n)).toBe(written);
});
