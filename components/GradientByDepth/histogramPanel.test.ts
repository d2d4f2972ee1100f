import { expect, it } from 'vitest';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { compare } from './compare.ts';
import { draw } from './figure.ts';
import { controls } from './settings.ts';

/** Heights of the panels under the gradient's, by key. */
async function heightsOf(count: string, width: number): Promise<Record<string, number>> {
  const settings = { ...defaults(controls), count, depth: 3, width: 16, batch: 2, seeds: 1 };
  const panels = draw(await compare(settings), frameAt(serverDocument(), 'x', width));
  return Object.fromEntries(panels.map(({ key, svg }) => [key, Number(svg.getAttribute('height'))]));
}

it.each(['1', '2'])('histograms of %s networks stand as tall as the plane beside them', async (count) => {
  const { pre, act, phase } = await heightsOf(count, 900);
  expect(pre).toBe(act);
  expect(Math.abs(pre! - phase!)).toBeLessThan(4);
});

it('histograms under each other, and those of three networks, keep their height', async () => {
  expect((await heightsOf('1', 358))['pre']).toBe(80);
  expect((await heightsOf('3', 900))['pre']).toBe(236);
});
