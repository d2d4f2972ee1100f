import { describe, expect, it } from 'vitest';
import { activations, findActivation } from '../../src/activations/index.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls, places } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { passed } from './interact.ts';
import { type DrawSettings, drawn, heightAt, scoreOf } from './model.ts';
import { handleAt, sheet } from './sheet.ts';

const start = defaults(controls) as DrawSettings;
const withLine = (phi: string, height: (x: number) => number) =>
  drawn({ ...start, phi, ...Object.fromEntries(places.map((x, i) => [`p${i}`, height(x)])) });

describe('the score', () => {
  it('is 100 for the derivative itself and 0 for an empty sheet', () => {
    expect(withLine('identity', () => 1).score).toBe(100);
    for (const spec of ['sigmoid', 'gelu', 'relu']) expect(withLine(spec, () => 0).score).toBe(0);
    for (const spec of ['sigmoid', 'tanh', 'gelu'])
      expect(withLine(spec, findActivation(spec).df).score).toBeGreaterThan(90);
  });

  it('falls as the line moves away', () => {
    const scores = [0, 0.1, 0.3, 0.6].map(
      (off) => withLine('gelu', (x) => findActivation('gelu').df(x) + off).score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[3]).toBeLessThan(scores[0]!);
  });

  it('is half when the line is half as high', () => {
    expect(withLine('identity', () => 0.5).score).toBe(50);
  });

  it('rewards the flat line for a function without slope', () => {
    expect(
      scoreOf(
        findActivation('step'),
        places.map(() => 0),
      ).score,
    ).toBe(100);
  });

  it('names the place that is furthest off', () => {
    expect(withLine('identity', (x) => (x === 2 ? 0 : 1)).worst).toEqual({ x: 2, miss: 1 });
  });
});

describe('the line', () => {
  it('is straight between handles and exact on them', () => {
    const line = places.map((x) => x ** 2);
    expect(heightAt(line, 1.5)).toBeCloseTo(2.25, 12);
    expect(heightAt(line, 1.25)).toBeCloseTo((1 + 2.25) / 2, 12);
    expect(heightAt(line, 4)).toBe(16);
  });

  it('follows a quick stroke past every handle', () => {
    expect(passed({ index: 3, value: 0 }, { index: 6, value: 0.9 })).toEqual({
      p4: expect.closeTo(0.3, 12),
      p5: expect.closeTo(0.6, 12),
      p6: 0.9,
    });
    expect(passed({ index: 2, value: 1 }, { index: 2, value: 1 })).toEqual({ p2: 1 });
  });

  it('finds handle and height under the pointer', () => {
    expect(handleAt(sheet.left, sheet.top, 400, 300)).toEqual({ index: 0, value: 2.2 });
    expect(handleAt(400, 400, 400, 300)).toEqual({ index: 16, value: -1.2 });
    expect(handleAt((sheet.left + 400 - sheet.right) / 2, 300 - sheet.bottom, 400, 300).index).toBe(8);
  });
});

describe('the sheet', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s', (phi) => {
    for (const width of [358, 904]) {
      const panels = draw(
        drawn({ ...start, phi, shown: true, p3: 2 }),
        frameAt(serverDocument(), 'fig', width),
      );
      expect(panels.map((p) => p.svg.outerHTML).join('')).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('keeps the answer until it is asked for', () => {
    const hidden = drawn({ ...start, p3: 1 });
    expect(read(hidden).title).toBe('How steep is GELU, everywhere?');
    expect(table(hidden).rows.every((row) => row[2] === 'hidden')).toBe(true);
    const sheetOf = (result: typeof hidden) => draw(result, frameAt(serverDocument(), 'fig', 620))[1]!.svg;
    const dashed = (result: typeof hidden) => sheetOf(result).querySelector('[stroke-dasharray="5,4"]');
    expect(dashed(hidden)!.closest('[display="none"]')).not.toBeNull();
    expect(dashed(drawn({ ...start, shown: true }))!.closest('[display="none"]')).toBeNull();
    expect(read(drawn({ ...start, p3: 1, shown: true })).title).toContain('scores 0 of 100');
  });

  it('leaves the tools of a hand to the hand: a line that nobody moved, and the hint', () => {
    const tools = (change: object) =>
      draw(drawn({ ...start, ...change }), frameAt(serverDocument(), 'fig', 620))[1]!.svg.outerHTML.split(
        'class="needs-script"',
      ).length - 1;
    // Two strokes, the handles, the hint and the name; of a drawn line only the name that stands in another place.
    expect(tools({})).toBe(5);
    expect(tools({ p3: 1 })).toBe(1);
    expect(read(drawn(start)).finding).toBeUndefined();
  });
});
