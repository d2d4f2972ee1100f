import { describe, expect, it } from 'vitest';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { compare } from './compare.ts';
import { draggedTo } from './dragLetter.ts';
import { draw } from './figure.ts';
import type { Comparison } from './model.ts';
import { phaseText } from './phaseNotes.ts';
import { phasePanel } from './phasePanel.ts';
import { lettersOf, phaseArea, pixelOf } from './plane.ts';
import { controls, type DepthSettings } from './settings.ts';

const comparisonOf = (change: Partial<DepthSettings> = {}): Promise<Comparison> =>
  compare({ ...defaults(controls), depth: 3, width: 16, batch: 2, seeds: 1, ...change });

const drawn = (comparison: Comparison, width = 280): SVGElement =>
  phasePanel(comparison, frameAt(serverDocument(), 'x', width), {
    title: 't',
    description: phaseText(comparison),
  });

const words = (picture: SVGElement): string =>
  [...picture.querySelectorAll('text')].map((text) => text.textContent).join(' ');

describe('the plane', () => {
  it('shows the line of every function, or says where it is', async () => {
    const picture = drawn(await comparisonOf());
    expect(picture.querySelectorAll('g[stroke="var(--fn-relu)"] path')).toHaveLength(1);
    expect(picture.querySelectorAll('g[stroke="var(--fn-tanh)"] path')).toHaveLength(1);
    expect(words(picture)).toContain('sigmoid: line at 103, outside');
    const said = picture.querySelector('desc')!.textContent!;
    expect(said).toContain('the line of ReLU is upright at 2');
    expect(said).toMatch(/the line of tanh goes from 1, 0 to 3\.\d+, 1/);
    expect(said).toContain('sigmoid has no line here');
  });

  it('has no line for a function without averages, normalised or not', async () => {
    const own = ownFunction('wild', 'tan(x)');
    const leave = announceOwn(own);
    for (const a_norm of ['none', 'layer'] as const) {
      const picture = drawn(await comparisonOf({ count: '1', a_phi: own.id, a_norm }));
      expect(picture.querySelectorAll('g[stroke-width="1.75"], g[stroke-width="0.75"]')).toHaveLength(0);
      expect(words(picture)).toContain('no theory, its averages');
    }
    leave();
  });

  it('says in sight what a negative ξ means', async () => {
    expect(words(drawn(await comparisonOf()))).toContain('negative: growth');
  });

  it('leaves out networks for which it does not hold, with a note', async () => {
    const picture = drawn(await comparisonOf({ a_skip: true, b_norm: 'layer' }), 900);
    expect(picture.querySelectorAll('[class^="point-"]')).toHaveLength(1);
    expect(words(picture)).toContain('A: skips keep χ at 1 or above everywhere, so without a place here');
    expect(words(picture)).toContain('B: normalised, so without a place here');
  });

  it('marks what lies outside with an arrow and its numbers', async () => {
    const picture = drawn(await comparisonOf({ a_init: 'custom', a_sigmaW: 5, a_sigmaB: 2 }));
    expect(words(picture)).toContain('25, 4');
    expect(picture.innerHTML).toContain('rotate(-45)');
    expect(picture.querySelector('desc')!.textContent).toContain('A at 25, 4, outside');
  });

  it.each([280, 172, 334])('keeps its letters apart and inside %d px', async (width) => {
    const same = { b_init: 'xavier', c_init: 'xavier' } as const;
    const letters = lettersOf(await comparisonOf(same), width);
    const { left, right, top, bottom } = phaseArea(width);
    for (const [i, { at, place }] of letters.entries()) {
      expect(place).toEqual(pixelOf(1, 0, width));
      expect(at[0]).toBeGreaterThanOrEqual(left);
      expect(at[0]).toBeLessThanOrEqual(right);
      expect(at[1]).toBeGreaterThanOrEqual(top);
      expect(at[1]).toBeLessThanOrEqual(bottom);
      for (const other of letters.slice(0, i))
        expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1])).toBeGreaterThanOrEqual(19);
    }
  });
});

it('no panel has negative widths, however little room there is for the moment', async () => {
  const panels = draw(await comparisonOf(), frameAt(serverDocument(), 'x', 24));
  for (const { svg } of panels) expect(svg.outerHTML).not.toMatch(/width="-/);
});

describe('a letter in the hand', () => {
  const held = { slot: 'b', pointer: 1, figure: null, from: [0, 0] } as const;

  it('moves by as much as the pointer, whatever stands on its place', () => {
    const moved = draggedTo({ ...held, variances: [1, 0] }, [1, 0], 280);
    expect(moved).toEqual({ b_init: 'custom', b_sigmaW: expect.closeTo(1.01, 2), b_sigmaB: 0 });
    const [x, y] = pixelOf(1, 0, 280);
    const far = draggedTo({ ...held, variances: [1, 0] }, [60, -50], 280);
    const [x1, y1] = pixelOf(Number(far['b_sigmaW']) ** 2, Number(far['b_sigmaB']) ** 2, 280);
    expect(Math.abs(x1 - x - 60)).toBeLessThan(1.5);
    expect(Math.abs(y1 - y + 50)).toBeLessThan(1.5);
  });

  it('stays outside the plane until it is pulled in, and then starts at the edge', () => {
    const outside = { ...held, variances: [25, 0.25] } as const;
    expect(draggedTo(outside, [0, -10], 280)['b_sigmaW']).toBe(5);
    expect(Number(draggedTo(outside, [-20, 0], 280)['b_sigmaW'])).toBeLessThan(2);
    expect(draggedTo(outside, [-20, 0], 280)['b_sigmaB']).toBe(0.5);
  });

  it('never leaves what the sliders allow', () => {
    const { b_sigmaW, b_sigmaB } = draggedTo({ ...held, variances: [1, 0] }, [-900, 900], 280);
    expect([b_sigmaW, b_sigmaB]).toEqual([0.1, 0]);
  });
});
