import { afterEach, describe, expect, it } from 'vitest';
import { longestQuery } from './longestQuery.ts';
import { announceOwn, ownFunction, presentOwn, withdrawOwn } from './ownFunctions.ts';
import { defaults } from './settings.ts';
import { LongLink, shareLink } from './shareLink.ts';
import { type AnyWidget, defineWidget } from './widget.ts';

const controls = {
  phi: { kind: 'activation', label: 'φ', default: 'relu' },
  other: { kind: 'activation', label: 'ψ', default: 'tanh' },
  seed: { kind: 'seed', label: 'Seed', default: 1 },
} as const;
const widget: AnyWidget = defineWidget({
  tag: 'Test',
  layout: 'text',
  controls,
  compute: () => 0,
  draw: () => [],
  read: () => ({ title: '', description: '' }),
  table: () => ({ columns: [], rows: [] }),
});
const wall: AnyWidget = { ...widget, showsOwn: () => true };
const start = defaults(controls);

const long = (i: number): string => `x+${'(x)+'.repeat(230)}${i}`;
const announce = (label: string, formula: string): string => {
  const own = ownFunction(label, formula);
  announceOwn(own);
  return own.id;
};
afterEach(() => {
  for (const { id } of presentOwn()) withdrawOwn(id);
});

describe('the link of a figure', () => {
  it('holds what differs from the author’s start', async () => {
    expect(await shareLink('fig', widget, start, start)).toBe('#fig');
    expect(await shareLink('fig', widget, { ...start, seed: 1 }, { ...start, seed: 5 })).toBe(
      '?fig.seed=1#fig',
    );
  });

  it('carries the functions of our own that are chosen, and no other', async () => {
    const id = announce('bend', 'max(0.1x, x)');
    announce('other', 'x^3');
    const link = await shareLink('fig', widget, { ...start, phi: id }, start);
    const query = new URLSearchParams(link.split('#')[0]);
    expect([...query]).toEqual([
      ['fig.phi', id],
      [`fn.${id}`, 'max(0.1x, x)~bend'],
    ]);
  });

  it('carries all where the figure shows all, with a setting that wakes it', async () => {
    const ids = [announce('bend', 'max(0.1x, x)'), announce('other', 'x^3')];
    const query = new URLSearchParams((await shareLink('fig', wall, start, start)).split('#')[0]);
    expect([...query.keys()]).toEqual(['fig.phi', ...ids.map((id) => `fn.${id}`)]);
  });

  it('leaves out what does not fit, and says so when a chosen one does not', async () => {
    const ids = [0, 1, 2].map((i) => announce(`long ${i}`, long(i)));
    const link = await shareLink('fig', wall, start, start);
    expect(link.length).toBeLessThan(longestQuery + 10);
    expect([...new URLSearchParams(link).keys()].filter((key) => key.startsWith('fn.'))).toHaveLength(2);
    const chosen = { ...start, phi: ids[0]!, other: ids[1]! };
    await expect(shareLink('fig', widget, chosen, start)).resolves.toContain(ids[1]);
    const three: AnyWidget = { ...widget, controls: { ...controls, third: controls.phi } };
    await expect(
      shareLink('fig', three, { ...chosen, third: ids[2]! }, { ...start, third: 'relu' }),
    ).rejects.toThrow(LongLink);
  });
});
