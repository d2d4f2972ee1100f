import { describe, expect, it } from 'vitest';
import { chapterPath, cleanBase, placeOf, underBase } from './address.ts';

describe('addresses', () => {
  it('read a chapter’s place from its path', () => {
    const place = { number: 3, folder: '3-ideal-properties', language: 'en' };
    expect(placeOf('/book/content/3-ideal-properties/en.mdx')).toEqual(place);
    expect(placeOf('3-ideal-properties/en')).toEqual(place);
    expect(placeOf('components/Predict/example.mdx')).toBeNull();
  });

  it('put the first language at the root', () => {
    expect(chapterPath('3-ideal-properties', 'en')).toBe('/3-ideal-properties/');
    expect(chapterPath('3-ideal-properties', 'tr')).toBe('/tr/3-ideal-properties/');
  });

  it('stand under any base', () => {
    for (const base of ['book', '/book', '/book/']) expect(underBase('/404', base)).toBe('/book/404');
    expect(underBase('', '/')).toBe('/');
    expect(cleanBase('')).toBe('/');
  });
});
