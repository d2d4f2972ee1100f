import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownAmong } from './ownAmong.ts';
import { announceOwn, ownFunction } from './ownFunctions.ts';
import { isOwnId } from './ownIds.ts';

const [bend, wave] = [ownFunction('bend', 'max(x, 0.3x)'), ownFunction('wave', 'x + sin(x)')];
const leaves = [bend, wave].map((own) => announceOwn(own));

afterEach(() => vi.doUnmock('./ownFunctions.ts'));

describe('the reader’s functions among settings', () => {
  it('are told from the book’s, and from what is no name', () => {
    expect(
      [bend.id, 'relu', 'leaky_relu(negativeSlope=0.2)', 'down_own_', 3, true, null].filter(isOwnId),
    ).toEqual([bend.id]);
  });

  it('are those that are named and known', async () => {
    expect(await ownAmong(['relu', 20, wave.id, 'own_00000000'])).toEqual([wave]);
    expect(await ownAmong([wave.id, bend.id])).toEqual([bend, wave]);
    for (const leave of leaves) leave();
    expect(await ownAmong([wave.id])).toEqual([]);
  });

  it('need no parser where none is named', async () => {
    vi.resetModules();
    vi.doMock('./ownFunctions.ts', () => {
      throw new Error('no network');
    });
    const fresh = await import('./ownAmong.ts');
    expect(await fresh.ownAmong(['relu', 20, true])).toEqual([]);
    await expect(fresh.ownAmong([bend.id])).rejects.toThrow();
  });
});
