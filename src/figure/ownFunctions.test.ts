import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findActivation, registry } from '../activations/index.ts';
import { announceOwn, awakenOwn, keepOwn, linkOwn, ownFunction, recallOwn } from './ownFunctions.ts';
import { ownKey } from './ownIds.ts';
import { mayHaveOwn } from './ownPresence.ts';

const entries = new Map<string, string>();
const box = {
  getItem: (key: string) => entries.get(key) ?? null,
  setItem: (key: string, value: string) => void entries.set(key, value),
};

beforeEach(() => vi.stubGlobal('localStorage', box));
afterEach(() => {
  entries.clear();
  vi.unstubAllGlobals();
});

describe('a function of the reader’s own', () => {
  it('stands in the registry of every figure once it is announced', () => {
    const own = ownFunction('bend', 'max(0.1x, min(x, 6))');
    const leave = announceOwn(own);
    expect(findActivation(own.id).label).toBe('bend');
    expect(findActivation(own.id).f(-2)).toBeCloseTo(-0.2, 15);
    expect(registry.readers().map((a) => a.id)).toContain(own.id);
    leave();
    expect(() => findActivation(own.id)).toThrow('unknown function');
  });

  it('has the same id on every device, and another for another formula', () => {
    expect(ownFunction('a', 'x^3').id).toBe(ownFunction('b', ' x^3 ').id);
    expect(ownFunction('a', 'x^3').id).not.toBe(ownFunction('a', 'x^5').id);
  });

  it('is kept on the device', () => {
    const own = ownFunction('bend', 'x * sigmoid(1.5x)');
    expect(keepOwn([own])).toBe(true);
    expect(recallOwn()).toEqual([own]);
    expect(mayHaveOwn('')).toBe(true);
  });

  it.each(['{', '7', '[null, 5, {"label":"x"}, {"label":"","formula":"x"}, {"label":"x","formula":"1/"}]'])(
    'that is damaged on the device (%#) harms nothing',
    (text) => {
      entries.set(ownKey, text);
      expect(recallOwn()).toEqual([]);
    },
  );

  it('travels in a link and is used there, but not kept', () => {
    const own = ownFunction('a & b ~ c', 'x > 0 ? x : 0.2x');
    const leave = announceOwn(own);
    const query = `?${new URLSearchParams([['hero.phi', own.id], ...linkOwn([own.id, 1])])}`;
    leave();
    expect(mayHaveOwn(query)).toBe(true);
    expect(awakenOwn(query)).toEqual([
      expect.stringContaining('“a & b ~ c” came with this link: f(x) = x > 0'),
    ]);
    expect(awakenOwn(query)).toEqual([]);
    expect(findActivation(own.id).label).toBe('a & b ~ c');
    expect(entries.size).toBe(0);
  });

  it('from a link leaves one of the same name on the device alone', () => {
    const mine = ownFunction('a name of 24 characters', 'x^3 + 1');
    const theirs = ownFunction('a name of 24 characters', 'x^5 + 1');
    const leave = announceOwn(theirs);
    const query = `?${new URLSearchParams(linkOwn([theirs.id]))}`;
    leave();
    keepOwn([mine]);
    expect(awakenOwn(query)).toHaveLength(1);
    expect(findActivation(mine.id).label).toBe('a name of 24 characters');
    expect(findActivation(theirs.id).label).toBe('a name of (from a link)');
    expect(recallOwn()).toEqual([mine]);
  });

  it('from a link is numbered where several bear one name', () => {
    const same = [7, 8, 9].map((number) => ownFunction('one name', `x^3 + ${number}`));
    const query = `?${new URLSearchParams(same.map(({ id, label, formula }) => [`fn.${id}`, `${formula}~${label}`]))}`;
    awakenOwn(query);
    expect(same.map(({ id }) => findActivation(id).label)).toEqual([
      'one name',
      'one name (from a link)',
      'one nam (from a link, 2)',
    ]);
  });

  it.each([
    ['fn.own_00000000=x^3~bend', 'its formula was changed on the way'],
    ['fn.own_00000000=alert(1)~bend', 'unknown name'],
    ['fn.own_00000000=x^3', 'invalid name'],
  ])('that arrives as %s is refused with a sentence', (query, why) => {
    expect(awakenOwn(`?${query}`)).toEqual([expect.stringContaining(why)]);
  });

  it('with a name of the book is told apart from the book’s', () => {
    entries.set(ownKey, JSON.stringify([{ label: 'relu', formula: 'x^3 + 2' }]));
    expect(recallOwn().map(({ label }) => label)).toEqual(['relu (yours)']);
    const theirs = ownFunction('Identity', 'x^5 + 2');
    awakenOwn(`?${new URLSearchParams([[`fn.${theirs.id}`, `${theirs.formula}~${theirs.label}`]])}`);
    expect(findActivation(theirs.id).label).toBe('Identity (yours)');
  });

  it('that is kept twice stands in the list once', () => {
    const twice = { label: 'bend', formula: 'x^3 + 3' };
    entries.set(ownKey, JSON.stringify([twice, { ...twice, label: 'again' }]));
    expect(recallOwn().map(({ label }) => label)).toEqual(['bend']);
  });

  it('comes with two dozen others from a link that holds more, in two sentences', () => {
    const many = Array.from({ length: 30 }, (_, i) => ownFunction(`f${i}`, `x^3 + ${100 + i}`));
    const query = `?${new URLSearchParams(many.map(({ id, label, formula }) => [`fn.${id}`, `${formula}~${label}`]))}`;
    expect(awakenOwn(query)).toEqual([
      '24 functions came with this link: “f0”, “f1”, “f2” and 21 more. This page uses them, and nothing is kept.',
      'The link brings 6 more than a page takes.',
    ]);
    expect(() => findActivation(many[24]!.id)).toThrow('unknown function');
    const broken = Array.from({ length: 9 }, (_, i) => `fn.own_0000000${i}=foo~f`).join('&');
    expect(awakenOwn(`?${broken}`)).toEqual([expect.stringMatching(/foo.* So it is with 8 more of them\.$/)]);
    expect(awakenOwn(`?${broken}&${'a'.repeat(6000)}`)).toEqual([]);
  });

  it('does without a storage', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(recallOwn()).toEqual([]);
    expect(keepOwn([])).toBe(false);
    expect(mayHaveOwn('')).toBe(false);
  });
});
