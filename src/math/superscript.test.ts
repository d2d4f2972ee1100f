import { expect, test } from 'vitest';
import { fromSuperscript, superscript } from './superscript.ts';

test.each([
  [0, '⁰'],
  [5, '⁵'],
  [-17, '⁻¹⁷'],
  [1234567890, '¹²³⁴⁵⁶⁷⁸⁹⁰'],
])('%d is written %s, and read back', (n, text) => {
  expect(superscript(n)).toBe(text);
  expect(fromSuperscript(text)).toBe(n);
});

// By its name in Unicode; ¹, ² and ³ stand apart from the others.
test('the digits are the raised ones', () => {
  expect([...superscript(1234567890)].map((letter) => letter.normalize('NFKD')).join('')).toBe('1234567890');
  expect(superscript(-1).normalize('NFKD')).toBe('−1');
});

test.each(['', '⁻', '12', '¹2', '⁵⁻'])('“%s” is no raised integer', (text) => {
  expect(fromSuperscript(text)).toBeNaN();
});
