import * as Plot from '@observablehq/plot';
import { describe, expect, it } from 'vitest';
import { frameAt } from './panels.ts';
import { plotUnnamed } from './plot.ts';
import { serverDocument } from './serverDocument.ts';
import { svg } from './svg.ts';

const frame = frameAt(serverDocument(), 'reach', 600);
const path = (d: string) => svg(frame, 'path', { d });

describe('an element made by hand', () => {
  it.each([
    ['M1,-InfinityL1.5,Infinity', 'M1,-100000L1.5,100000'],
    ['M-3e+38,2L1e9,-.5C3,1e-7 4,5 6,7', 'M-100000,2L100000,-.5C3,1e-7 4,5 6,7'],
    ['M473.25,0.1234567L99999,8', 'M473.25,0.1234567L99999,8'],
  ])('goes no farther than a hundred thousand pixels: %s', (d, drawn) => {
    expect(path(d).getAttribute('d')).toBe(drawn);
    expect(path(d).hasAttribute('display')).toBe(false);
  });

  it('is not shown where a coordinate is no number', () => {
    for (const element of [path('M1,NaN'), svg(frame, 'circle', { cx: 1, cy: Number.POSITIVE_INFINITY })]) {
      expect(element.getAttribute('display')).toBe('none');
      expect(element.outerHTML).not.toMatch(/NaN|Infinity/);
    }
    expect(svg(frame, 'circle', { cy: 1e38 }).getAttribute('cy')).toBe('100000');
  });
});

describe('a chart', () => {
  const points = [
    [0, 0],
    [1, 1e38],
    [2, 1e308],
    [3, Number.NEGATIVE_INFINITY],
    [4, Number.NaN],
  ];
  const marks = [Plot.line(points), Plot.dot(points), Plot.ruleX(points, { x: '0', y: '1' })];
  const numbersOf = (options: Plot.PlotOptions): number[] =>
    [...plotUnnamed(frame, { ...options, marks }, 'wild').querySelectorAll('path, circle, line')]
      .flatMap((e) => ['d', 'cx', 'cy', 'y1', 'y2'].map((name) => e.getAttribute(name) ?? ''))
      .flatMap((text) => text.match(/NaN|-?Infinity|-?[\d.]+(?:e[-+]?\d+)?/g) ?? [])
      .map(Number);

  it('hides a dot that would stand elsewhere on the page', () => {
    const dots = [
      [0, 0.5],
      [1, 1e308],
    ];
    const root = plotUnnamed(frame, { y: { domain: [-1, 1] }, marks: [Plot.dot(dots)] }, 'dots');
    const shown = [...root.querySelectorAll('circle')].map((dot) => dot.hasAttribute('display'));
    expect(shown).toEqual([false, true]);
  });

  it.each([
    ['a domain of its own', { domain: [-1, 1] }],
    ['a domain that overflows', { domain: [0, Number.POSITIVE_INFINITY] }],
    ['a domain of decades', { type: 'log', domain: [1e-6, 1] } as const],
    ['no domain', {}],
  ])('with %s draws nothing that a browser cannot', (_, y) => {
    const numbers = numbersOf({ y });
    expect(numbers.length).toBeGreaterThan(4);
    for (const each of numbers) expect(Math.abs(each)).toBeLessThan(1e5);
  });
});
