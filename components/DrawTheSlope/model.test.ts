import { describe, expect, it } from 'vitest';
import { activations, findActivation } from '../../src/activations/index.ts';
import { frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { defaults } from '../../src/figure/settings.ts';
import { controls, heights, places } from './controls.ts';
import { draw, read, table } from './figure.ts';
import { passed } from './interact.ts';
import { aimAt, type DrawSettings, drawn, scoreOf } from './model.ts';
import { handleAt, sheet } from './sheet.ts';

const start = defaults(controls) as DrawSettings;
const withLine = (phi: string, height: (x: number) => number) =>
  drawn({ ...start, phi, ...Object.fromEntries(places.map((x, i) => [`p${i}`, height(x)])) });

describe('the score', () => {
  it('is 100 for the derivative itself and 0 for an empty sheet', () => {
    expect(withLine('identity', () => 1).score).toBe(100);
    for (const spec of ['sigmoid', 'gelu', 'relu']) expect(withLine(spec, () => 0).score).toBe(0);
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
    expect(withLine('identity', (x) => (x === 2 ? 0 : 1)).worst).toEqual({ x: 2, drawn: 0, miss: 1 });
  });

  it.each(activations.map((a) => a.spec))('can be 100 for %s, and is 0 for an empty sheet', (spec) => {
    const { df } = findActivation(spec);
    // As a hand would do it: φ′ at every handle, along the edge where it leaves the sheet.
    const byHand = (x: number) => Math.min(Math.max(df(x), heights.low), heights.high);
    expect(withLine(spec, byHand).score).toBe(100);
    if (spec !== 'step') expect(withLine(spec, () => 0).score).toBe(0);
  });

  it.each(activations.map((a) => a.spec))('of %s rises when the place it names is mended', (spec) => {
    let line = places.map((x) => Math.sin(3 * x) - 0.2);
    for (let moves = 0; moves < places.length; moves++) {
      const { score, worst } = scoreOf(findActivation(spec), line);
      if (worst.miss < 1e-12) break;
      const aim = aimAt(findActivation(spec), worst.x)!;
      expect(aim).toBeGreaterThanOrEqual(heights.low);
      expect(aim).toBeLessThanOrEqual(heights.high);
      line = line.map((height, i) => (places[i] === worst.x ? aim : height));
      expect(scoreOf(findActivation(spec), line).score).toBeGreaterThanOrEqual(score);
    }
    expect(scoreOf(findActivation(spec), line).score).toBe(100);
  });

  it('asks nothing where the slope jumps, and no more than the sheet allows', () => {
    expect(aimAt(findActivation('relu'), 0)).toBeNull();
    expect(aimAt(findActivation('squared_relu'), 4)).toBe(heights.high);
    const told = (phi: string, height: (x: number) => number) =>
      read({ ...withLine(phi, height), shown: true }).finding;
    expect(told('squared_relu', (x) => (x > 3 ? 0 : Math.min(2.2, Math.max(0, 2 * x))))).toBe(
      'Yours is furthest off at x = 3.5: 0 instead of 7. That is beyond the sheet: its edge at 2.2 counts.',
    );
    expect(told('relu', (x) => (x < 0 ? 0 : 1))).toBe('Your line meets φ′ of ReLU wherever a line can.');
  });
});

describe('the line', () => {
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
