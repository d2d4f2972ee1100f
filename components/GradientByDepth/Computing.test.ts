import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/figure/settings.ts';
import { workOf } from './Computing.tsx';
import { compare } from './compare.ts';
import { controls } from './settings.ts';

const settings = { ...defaults(controls), depth: 3, width: 16, batch: 2, seeds: 2 };

describe('the line about work', () => {
  it('is empty when picture and controls agree', async () => {
    expect(workOf(await compare(settings), settings)).toBeNull();
    // Beyond the last layer there is nothing to look into.
    expect(workOf(await compare(settings), { ...settings, layer: 3 })).not.toBeNull();
    expect(workOf(await compare({ ...settings, layer: 90 }), { ...settings, layer: 90 })).toBeNull();
  });

  it('counts the networks of a picture that is not complete', async () => {
    const part = { ...(await compare(settings)), progress: { done: 2, of: 6 } };
    expect(workOf(part, settings)).toEqual({ text: 'Computing, 2 of 6 networks', stale: false });
  });

  it.each([{ seeds: 3 }, { width: 32 }, { count: '2' }, { b_phi: 'gelu' }, { a_skip: true }] as const)(
    'says that the picture is of other settings after %o',
    async (change) => {
      const next = { ...settings, ...change };
      expect(workOf(await compare(settings), next)).toMatchObject({
        text: expect.stringContaining('Computing, 0 of '),
        stale: true,
      });
    },
  );
});
