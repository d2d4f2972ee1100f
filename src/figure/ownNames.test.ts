import { describe, expect, it } from 'vitest';
import { ownName } from '../activations/formula/index.ts';
import { activations } from '../activations/index.ts';
import { bookName, problemOfName, remarked } from './ownNames.ts';

describe('a name of a reader’s function', () => {
  it.each([
    ['nothing', '', 'A function needs a name.'],
    ['blanks', '   ', 'A function needs a name.'],
    ['a space of no width', '\u200b', 'A name needs something that can be seen.'],
    ['a Hangul filler', '\u3164', 'A name needs something that can be seen.'],
    ['a blank of Braille', '\u2800\u2800', 'A name needs something that can be seen.'],
    ['accents on nothing', '\u0301\u0302', 'A name needs something that can be seen.'],
    ['25 letters', 'W'.repeat(25), 'A name has at most 24 characters.'],
    ['a name of the book', 'relu', 'The book has a function called “ReLU”; yours needs another name.'],
    [
      'a name of the book, padded',
      ' \u200bIDENTITY',
      'The book has a function called “identity”; yours needs another name.',
    ],
  ])('of %s is refused with the right sentence', (_, name, sentence) => {
    expect(problemOfName(name)).toBe(sentence);
  });

  it.each(['my bend', 'f', 'ƒ₂', '曲线', '🙂', 'a & b ~ c', '№ 7', 'é', 'my ReLU'])('may be %s', (name) => {
    expect(problemOfName(name)).toBe('');
    expect(ownName(name)).toBe(name.normalize('NFC'));
  });

  it('keeps two accents of a tower', () => {
    expect(ownName(`z${'\u0338'.repeat(23)}`)).toBe('z\u0338\u0338');
  });

  it('is told apart within 24 characters', () => {
    expect(remarked('W'.repeat(24), '(yours)')).toBe(`${'W'.repeat(16)} (yours)`);
    for (const { label } of activations) expect(bookName(label.toUpperCase())).toBe(label);
  });
});
