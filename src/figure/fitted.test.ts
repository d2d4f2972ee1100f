import { expect, it } from 'vitest';
import { activations } from '../activations/index.ts';
import { fitted } from './fitted.ts';

it.each([
  ['my bend', 24, 'my bend'],
  ['a name of 24 characters!', 24, 'a name of 24 characters!'],
  ['my two-sided leaky ReLU6', 24, 'my two-sided leaky ReLU6'],
  ['x'.repeat(25), 24, `${'x'.repeat(23)}…`],
  ['W'.repeat(24), 24, `${'W'.repeat(13)}…`],
  ['🙂'.repeat(24), 16, `${'🙂'.repeat(7)}…`],
  ['曲'.repeat(9), 10, `${'曲'.repeat(4)}…`],
  ['e\u0301'.repeat(10), 10, `${'e\u0301'.repeat(9)}…`],
  ['ends with blank', 11, 'ends with…'],
])('%s in the room of %d letters', (text, most, cut) => {
  expect(fitted(text, most)).toBe(cut);
});

it('leaves the names of the book whole where 26 letters have room', () => {
  for (const { label } of activations) expect(fitted(label, 26)).toBe(label);
});
