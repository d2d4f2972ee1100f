import { describe, expect, it } from 'vitest';
import { activations } from '../../src/activations/index.ts';
import { announceOwn, ownFunction } from '../../src/figure/ownFunctions.ts';
import { bakedWidths, frameAt } from '../../src/figure/panels.ts';
import { serverDocument } from '../../src/figure/serverDocument.ts';
import { draw, read, table } from './figure.ts';
import { placesOf } from './landmarks.ts';
import { chain } from './model.ts';

const markup = (result: ReturnType<typeof chain>, width: number) =>
  draw(result, frameAt(serverDocument(), 'fig', width))
    .map((panel) => panel.svg.outerHTML)
    .join('');

describe('the drawing of the chain', () => {
  it.each(activations.map((a) => a.spec))('stays finite for %s', (spec) => {
    for (const [w, b] of [
      [12, 12],
      [-12, -3],
      [0, 0],
    ]) {
      expect(markup(chain(spec, w!, b!, 50, 3), 904)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it.each(['0/0', 'log(x)', '1/x'])(
    'says where the gradient of f(x) = %s stops being a number',
    (formula) => {
      const own = ownFunction('mine', formula);
      const leave = announceOwn(own);
      const result = chain(own.id, 1, 0, 10, 0);
      expect(read(result).title).toBe(
        'On its way through 10 layers of mine the gradient stops being a number',
      );
      expect(read(result).description).toContain('to the start, where it is not a number');
      expect(read(result).finding?.includes('No input drawn has a gain at all')).toBe(formula === '0/0');
      expect(markup(result, 904)).not.toMatch(/NaN|undefined|Infinity/);
      leave();
    },
  );

  it.each([
    ['log(x)', 1, 0, 'It has no upper bound. At least 1 from 0 to 1.'],
    ['log(x-0.003)', 1, 0, 'It has no upper bound. At least 1 from 0.003 to 1.003.'],
    ['1/x', 2, 1, 'It has no upper bound. At least 1 from −1.207 to 0.2071.'],
    ['sqrt(x)', 1, 0, 'It has no upper bound. At least 1 from 0 to 0.25.'],
    ['x*0+1', 1, 0, 'It is at most 0. It never reaches 1.'],
    ['1000tanh(x)', 1, 0, 'It is at most 1000.'],
  ])('knows whether the gain of f(x) = %s has a bound', (formula, w, b, words) => {
    const own = ownFunction('mine', formula);
    const leave = announceOwn(own);
    const result = chain(own.id, w, b, 4, 0.5);
    expect(read(result).description).toContain(words);
    const html = markup(result, 904);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    const heights = [...html.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)].map(([, , y]) => Number(y));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
    leave();
  });

  it('draws at every width', () => {
    for (const { width } of bakedWidths.wide)
      expect(markup(chain('sigmoid', 1, 0, 10, 0), width)).toContain('gain 1');
  });

  it.each(activations.map((a) => a.spec))('keeps the names of the four weights apart for %s', (spec) => {
    const { atPeaks, atEdge } = placesOf(chain(spec, 1, 0, 10, 0).others);
    const names = [...atPeaks, ...atEdge];
    expect(names.length === 4 || names[0]!.text === 'every w').toBe(true);
    // Names at the edge are spread by their mark; those over peaks must not need it.
    const heights = atPeaks.map(({ gain }) => gain).sort((p, q) => p - q);
    const top = Math.max(1.25, ...names.map(({ gain }) => gain));
    for (const [i, height] of heights.entries())
      if (i > 0) expect((height - heights[i - 1]!) / top).toBeGreaterThan(0.06);
  });

  it.each([
    ['sigmoid', 5, 0, 'for inputs in a window 0.385 wide.', 'At least 1 from −0.1925 to 0.1925.'],
    ['sigmoid', 6.9, 0, 'for inputs in a window 0.4477 wide.', 'At least 1 from −0.2239 to 0.2239.'],
    ['sigmoid', 4, 0, 'The gain reaches 1 at 0 alone.', 'It is at most 1. It reaches 1 at 0 alone.'],
    ['tanh', 1, 0, 'The gain reaches 1 at 0 alone.', 'It is at most 1. It reaches 1 at 0 alone.'],
    ['relu', 1, 0, 'at least 1 from 0 on, as far as drawn.', 'At least 1 from 0 on, as far as drawn.'],
    ['relu', -1, 0, 'at least 1 up to 0, as far as drawn.', 'At least 1 up to 0, as far as drawn.'],
    ['identity', 1, 0, 'at least 1 everywhere in the picture.', 'Gain of one identity unit'],
    ['sigmoid', 1, 0, 'No input drawn has a gain of 1.', 'It is at most 0.25. It never reaches 1.'],
  ] as const)(
    'tells where the gain of %s with w = %d, b = %d is at least 1',
    (spec, w, b, says, describes) => {
      const { finding, description } = read(chain(spec, w, b, 10, 0.5));
      expect(finding).toContain(says);
      expect(description).toContain(describes);
    },
  );

  it('blames a weight of 0 for what it does', () => {
    expect(read(chain('identity', 0, 0, 4, 0)).title).toBe(
      'With weight 0 nothing comes back through 4 layers of identity',
    );
  });

  it('says what is left', () => {
    expect(read(chain('sigmoid', 1, -0.5, 10, 0.5)).title).toBe(
      'After 10 layers of sigmoid, 9.54 × 10^−7 of the gradient is left',
    );
    expect(read(chain('relu', 1, -5, 4, 0)).title).toContain('nothing comes back');
    expect(read(chain('identity', 1, 0, 4, 0)).title).toContain('at about its own size');
    expect(read(chain('sigmoid', 8, -4, 10, 0.5)).title).toContain('grows');
    expect(table(chain('sigmoid', 1, 0, 10, 0)).rows).toHaveLength(10);
  });
});
