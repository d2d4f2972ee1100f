import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findActivation, registry } from '../activations/index.ts';
import { admitOwn, availableOwn, keepOwn, ownFunction, presentOwn, recallOwn } from './ownFunctions.ts';
import { addOwn, followDevice, removeOwn, shelf, watchShelf } from './ownShelf.ts';

const entries = new Map<string, string>();
const box = {
  getItem: (key: string) => entries.get(key) ?? null,
  setItem: (key: string, value: string) => void entries.set(key, value),
};
const names = () => registry.readers().map(({ label }) => label);

beforeEach(() => vi.stubGlobal('localStorage', box));
afterEach(() => {
  for (const { id } of shelf()) removeOwn(id);
  entries.clear();
  vi.unstubAllGlobals();
});

describe('the shelf of the reader’s functions', () => {
  it('keeps a function on the device and puts it into every picker', () => {
    const told = vi.fn();
    const end = watchShelf(told);
    const { own, device } = addOwn('bend', 'x^3');
    end();
    expect(device).toBe(true);
    expect(recallOwn()).toEqual([own]);
    expect(names()).toEqual(['bend']);
    expect(told).toHaveBeenCalledOnce();
  });

  it('gives a formula that is kept already its new name, in its old place', () => {
    addOwn('first', 'x^3');
    addOwn('second', 'x^5');
    addOwn('renamed', ' x^3 ');
    expect(shelf().map(({ label }) => label)).toEqual(['renamed', 'second']);
    expect(names()).toEqual(['renamed', 'second']);
  });

  it('refuses a second function of the same name', () => {
    addOwn('bend', 'x^3');
    expect(() => addOwn('bend', 'x^5')).toThrow('there is already a function called “bend”');
    expect(shelf()).toHaveLength(1);
  });

  it.each(['ReLU', 'relu', 'IDENTITY', 'gelu '])('refuses %s, a name of the book', (name) => {
    expect(() => addOwn(name, 'x^3')).toThrow('there is already a function called');
    expect(shelf()).toEqual([]);
  });

  it('follows another tab, but leaves alone what a link brought and what a figure shows', () => {
    const { own: gone } = addOwn('bend', 'x^3');
    const guest = admitOwn(ownFunction('guest', 'x^7'))!;
    const told = vi.fn();
    const end = watchShelf(told);
    keepOwn([ownFunction('theirs', 'x^5')]);
    followDevice();
    expect(told).toHaveBeenCalledOnce();
    expect(names()).toEqual(['guest', 'theirs']);
    expect(findActivation(gone.id).label).toBe('bend');
    expect(presentOwn()).toContainEqual(gone);
    keepOwn([gone]);
    followDevice();
    expect(names()).toEqual(['guest', 'bend']);
    end();
    for (const { id } of [guest, ...presentOwn()]) removeOwn(id);
  });

  it('refuses the 25th function instead of dropping the first', () => {
    for (let i = 1; i <= 24; i++) addOwn(`f${i}`, `x + ${i}`);
    expect(() => addOwn('one more', 'x^7')).toThrow('24 functions already; delete one of them');
    expect(names()).toHaveLength(24);
  });

  it('takes a function away from device and pickers', () => {
    const { own } = addOwn('bend', 'x^3');
    removeOwn(own.id);
    expect(recallOwn()).toEqual([]);
    expect(names()).toEqual([]);
  });

  it('may get a deleted function again, from a cell or a link, while a figure still shows it', () => {
    const { own } = addOwn('bend', 'x^3');
    expect(admitOwn(own)).toBeNull();
    removeOwn(own.id);
    expect(findActivation(own.id).label).toBe('bend');
    expect(availableOwn()).toEqual([]);
    expect(admitOwn(own)).toEqual(own);
    expect(names()).toEqual(['bend']);
    removeOwn(own.id);
  });

  it('works for this visit where the device keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    const { own, device } = addOwn('bend', 'x^3');
    expect(device).toBe(false);
    expect(shelf()).toEqual([own]);
    removeOwn(own.id);
    expect(shelf()).toEqual([]);
  });
});
