import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, suggest } from './suggest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('editDistance', () => {
  test.each([
    ['relu', 'relu', 0],
    ['relu', 'rleu', 1],
    ['relu', 'elu', 1],
    ['sigmoid', 'sigmiod', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('counts the edits from %s to %s', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
  });

  test('is symmetric, zero only for equal words, and never longer than the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
      { seed: 1 },
    );
  });
});

test('suggest finds near names only', () => {
  expect(suggest('Plto', ['Plot', 'Inputs'])).toBe('Plot');
  expect(suggest('plot', ['Plot'])).toBe('Plot');
  expect(suggest('banana', ['Plot', 'Inputs'])).toBeNull();
  expect(suggest('ab', ['cd'])).toBeNull();
});
