import { describe, expect, it } from 'vitest';
import { at, mistakeIn, read } from './testing.ts';

describe('a citation', () => {
  it('with an unknown key gets the nearest keys', () => {
    expect(mistakeIn('As <Cite id="he2016"/> showed.')).toBe(
      `${at(1)}: <Cite> has id="he2016"; expected a key of content/references.yaml; nearest: he2015, he2016a`,
    );
  });

  it('is counted, and works are listed in the order of their first citation', () => {
    const { built } = read('First <Cite id="he2015"/>, <Cite id="glorot2010"/>, again <Cite id="he2015"/>.');
    expect(built.cited).toEqual([
      ['he2015', 2],
      ['glorot2010', 1],
    ]);
  });
});
