import { afterEach, expect, it, vi } from 'vitest';
import { findActivation } from '../../src/activations/index.ts';
import { ownFunction } from '../../src/figure/ownFunctions.ts';
import { defaults } from '../../src/figure/settings.ts';
import { workerSide } from '../../src/figure/testing/workerSide.ts';
import { compare } from './compare.ts';
import type { Comparison } from './model.ts';
import { controls, type DepthSettings } from './settings.ts';

afterEach(() => vi.unstubAllGlobals());

it('compares a function of the reader’s, and keeps what it knows of it', async () => {
  const ask = await workerSide<DepthSettings, Comparison>(() => import('./worker.ts'));
  const bend = ownFunction('bend', 'max(x, 0.3x)');
  const settings = { ...defaults(controls), depth: 3, width: 16, batch: 2, seeds: 2, a_phi: bend.id };
  const [first] = (await ask(settings, [bend])).slice(-1);
  const met = findActivation(bend.id);
  expect(first).toMatchObject({ status: 'done', result: { progress: null } });
  await ask({ ...settings, depth: 4 }, [bend]);
  expect(findActivation(bend.id)).toBe(met);
  const [again] = (await ask(settings, [bend])).slice(-1);
  expect(again).toEqual({ ...first, id: 3 });
  expect(again).toEqual({ id: 3, status: 'done', result: await compare(settings) });
  expect(await ask({ ...settings, a_phi: 'own_00000000' })).toMatchObject([
    { status: 'failed', message: expect.stringContaining('unknown function: own_00000000') },
  ]);
});
