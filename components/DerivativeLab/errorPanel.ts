import * as Plot from '@observablehq/plot';
import { endLabels } from '../../src/figure/labels.ts';
import { decade, grid, plot } from '../../src/figure/plot.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { ErrorRow, Lab } from './model.ts';
import { describeError } from './words.ts';

/** Errors below this are drawn at the lower edge: a double near 1 has no smaller ones. */
const FLOOR = -17;
/** Errors above this are drawn at the upper edge. */
const CEILING = 16;

const decades = (error: number): number =>
  Number.isFinite(error) ? Math.min(Math.max(Math.log10(error), FLOOR), CEILING) : Number.NaN;

/** Error by step size: discs for the forward difference, crosses for the central one, a line for automatic ones. */
export function errorPanel(lab: Lab, frame: Frame): Panel {
  const { errors, analytic, dual, reverse, h } = lab;
  const of = (kind: 'forward' | 'central') =>
    errors.map((row: ErrorRow): [number, number] => [row.exponent, decades(row[kind])]);
  const [forward, central] = [of('forward'), of('central')];
  const automatic = [
    { text: 'dual', value: dual },
    { text: 'reverse', value: reverse },
  ].flatMap(({ text, value }) => (value === null ? [] : [{ text, y: decades(Math.abs(value - analytic)) }]));
  const highest = Math.max(0.3, ...[...forward, ...central].map(([, y]) => y).filter(Number.isFinite));
  const ticks = [-16, -12, -8, -4, 0, 4, 8, 12].filter((tick) => tick <= highest + 0.2);
  return {
    key: 'error',
    heading: 'Error of the derivative',
    axisNote: 'error, over step size h',
    svg: plot(
      frame,
      {
        height: frame.phone ? 290 : 320,
        marginLeft: 46,
        marginRight: 88,
        x: {
          domain: [-15.2, -1],
          ticks: frame.width < 330 ? [-15, -9, -3] : [-15, -12, -9, -6, -3],
          tickFormat: decade,
        },
        y: { domain: [FLOOR, highest + 0.2], ticks, tickFormat: decade },
        marks: [
          grid(ticks),
          Plot.ruleX([Math.log10(h)], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' }),
          Plot.text([[Math.log10(h), highest - 0.1]], {
            text: () => 'h',
            dx: h > 0.05 ? -8 : 8,
            fontFamily: 'var(--serif)',
            fontStyle: 'italic',
            fontSize: 15,
            fill: 'var(--ink)',
          }),
          Plot.ruleY(
            automatic.map(({ y }) => y),
            { stroke: 'var(--ink)', strokeWidth: 1.5 },
          ),
          Plot.line(forward, { stroke: 'var(--ink-2)', strokeWidth: 0.75, strokeOpacity: 0.7 }),
          Plot.line(central, { stroke: 'var(--ink-2)', strokeWidth: 0.75, strokeOpacity: 0.7 }),
          Plot.dot(forward, { r: 2.6, fill: 'var(--ink)' }),
          Plot.dot(central, { r: 2.6, stroke: 'var(--ink)', fill: 'var(--paper)', strokeWidth: 1.2 }),
          endLabels([
            { y: forward[0]![1] || 0, text: '● forward', color: 'var(--ink)', leader: 'var(--ink-3)' },
            { y: central[0]![1] || 0, text: '○ central', color: 'var(--ink)', leader: 'var(--ink-3)' },
            ...automatic.map((one) => ({ ...one, color: 'var(--ink)', leader: 'var(--ink-3)' })),
          ]),
        ],
      },
      { title: 'Error of the derivative by step size', description: describeError(lab) },
    ),
  };
}
