import { describe, expect, it } from 'vitest';
import { at, mistakeIn, read } from './testing.ts';

describe('a link', () => {
  it('to a place in the chapter must find it', () => {
    expect(mistakeIn('## One unit\n\n[see](#one-unti)')).toBe(
      `${at(3)}: dead link #one-unti: no place "one-unti" there; nearest: one-unit`,
    );
    expect(read('## One unit\n\n[see](#one-unit)').json).toContain('"url":"#one-unit"');
  });

  it('to another chapter is checked there and gets the base', () => {
    expect(read('[see](/3-ideal-properties/#centred-on-zero)').json).toContain(
      '"url":"/book/3-ideal-properties/#centred-on-zero"',
    );
    expect(read('[see](../3-ideal-properties/)').json).toContain('"url":"/book/3-ideal-properties/"');
    expect(mistakeIn('[see](/3-ideal-properties/#centered)')).toBe(
      `${at(1)}: dead link /3-ideal-properties/#centered: no place "centered" there; nearest: centred-on-zero`,
    );
  });

  it('to a page that does not exist is dead', () => {
    expect(mistakeIn('[see](/3-ideal-propertys/)')).toBe(
      `${at(1)}: dead link /3-ideal-propertys/: no page at /3-ideal-propertys/; nearest: /3-ideal-properties/`,
    );
  });

  it('without words gets the number of its target', () => {
    const text =
      '[](#neuron-bench) and [](#eq-sum), [](/3-ideal-properties/#gradient-by-depth)\n\n<NeuronBench>c</NeuronBench>\n\n$$ sum\na\n$$';
    const { json } = read(text);
    for (const label of ['Figure 1.1', '(1.1)', 'Figure 3.2']) expect(json).toContain(`"value":"${label}"`);
    expect(mistakeIn('[](/3-ideal-properties/)')).toBe(
      `${at(1)}: [](/3-ideal-properties/) has no words, and its target has no number to show; expected [words](/3-ideal-properties/)`,
    );
  });

  it('leaves the book by https only, with words', () => {
    expect(mistakeIn('[paper](https://example.org/x)')).toBe('no mistake');
    expect(mistakeIn('[](https://example.org/x)')).toBe(
      `${at(1)}: [](https://example.org/x) has no words; expected [words](https://example.org/x)`,
    );
    expect(mistakeIn('[run](javascript:alert)')).toBe(
      `${at(1)}: link to javascript:alert; expected https:, mailto:, or a page of this site`,
    );
  });

  it('may lead to a plain file', () => {
    expect(read('[data](/digits.csv)').json).toContain('"url":"/book/digits.csv"');
  });
});
