import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOf, namesOf, parseReferences, type Work } from './references.ts';

const words = { and: 'and', others: 'and colleagues' };
const work = (authors: string[]): Work => ({ authors, year: 2010, title: 'A title' });

describe('the list of works', () => {
  it('can be read, and its keys are in alphabetical order', () => {
    const works = parseReferences(
      readFileSync(new URL('../../content/references.yaml', import.meta.url), 'utf8'),
    );
    const keys = [...works.keys()];
    expect(keys.length).toBeGreaterThan(80);
    expect(keys).toEqual([...keys].sort());
  });

  it('names the key and the field of a mistake', () => {
    expect(() => parseReferences('He2015: {}')).toThrow(
      'content/references.yaml: invalid key: He2015; expected author and year, like glorot2010 or he2016b',
    );
    expect(() => parseReferences('he2015: { authors: [He], year: 20155, title: T }')).toThrow(
      'content/references.yaml: he2015: year: ',
    );
    expect(() => parseReferences('he2015: { authors: [He], year: 2015, title: T, link: x }')).toThrow(
      'content/references.yaml: he2015: entry: Unrecognized key: "link"',
    );
  });
});

describe('a work', () => {
  it('is called by its authors’ family names', () => {
    expect(namesOf(work(['Hanin, B.']), words)).toBe('Hanin');
    expect(namesOf(work(['Glorot, X.', 'Bengio, Y.']), words)).toBe('Glorot and Bengio');
    expect(namesOf(work(['He, K.', 'Zhang, X.', 'Ren, S.']), words)).toBe('He and colleagues');
    expect(namesOf(work(['Dong, H.', 'et al.']), words)).toBe('Dong and colleagues');
  });

  it('is found at its own address, else at arXiv, else by its DOI', () => {
    expect(addressOf({ ...work(['A']), arxiv: '1502.01852', doi: '10.1/x' })).toBe(
      'https://arxiv.org/abs/1502.01852',
    );
    expect(addressOf({ ...work(['A']), doi: '10.24432/C50P49' })).toBe('https://doi.org/10.24432/C50P49');
    expect(addressOf(work(['A']))).toBeNull();
  });
});
