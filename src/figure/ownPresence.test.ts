import { afterEach, expect, it, vi } from 'vitest';
import { announceOwn, ownFunction } from './ownFunctions.ts';
import { ownKey } from './ownIds.ts';
import { knowsOwn } from './ownPresence.ts';

afterEach(() => vi.unstubAllGlobals());

it('a page knows functions of the reader’s when the device does, or once one is announced', () => {
  expect(knowsOwn()).toBe(false);
  vi.stubGlobal('localStorage', { getItem: (key: string) => (key === ownKey ? '[{}]' : null) });
  expect(knowsOwn()).toBe(true);
  vi.unstubAllGlobals();
  announceOwn(ownFunction('bend', 'x^3'))();
  expect(knowsOwn()).toBe(true);
});
