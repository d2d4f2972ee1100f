import * as Plot from '@observablehq/plot';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { plot } from '../../src/figure/plot.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { Bench, Named, Row } from './model.ts';
import { ns, percent, read, taken } from './words.ts';

/** A bar in the look of its family; the reader's own is a twin track. */
function bars(rows: readonly Row[]): Plot.Markish[] {
  const bar = (list: readonly Row[], options: Plot.BarXOptions) =>
    Plot.barX(list, { y: 'key', x: 'ns', ...options });
  const own = rows.filter(({ family }) => identity(family).twin);
  return [
    bar(rows, { fill: (r: Row) => identity(r.family).line }),
    ...(own.length > 0
      ? [bar(own, { fill: 'var(--paper)', insetTop: 6, insetBottom: 6, insetRight: 6 })]
      : []),
  ];
}

/** One bar per function in its own colour; the dense layer would need a page many times as wide. */
export function draw(bench: Bench, frame: Frame): Panel[] {
  const { rows, waiting, layer, flops } = bench;
  const roomy = frame.width >= 700;
  const { description } = read(bench);
  const room = frame.phone ? 92 : roomy ? 260 : 190;
  const all: readonly Named[] = [...rows, ...waiting];
  const names = new Map(all.map(({ key, label }) => [key, fitted(label, frame.phone ? 16 : 24)]));
  const longest = Math.max(...[...names.values()].map(({ length }) => length));
  return [
    {
      key: 'cost',
      axisNote: `nanoseconds per element, copying taken off, ${taken(bench)}`,
      svg: plot(
        frame,
        {
          height: 44 + all.length * 25,
          marginLeft: Math.max(96, longest * 7),
          marginRight: room,
          x: { domain: [0, Math.max(...rows.map((r) => r.ns), 1)], ticks: frame.phone ? 4 : 8 },
          y: {
            type: 'band',
            domain: all.map(({ key }) => key),
            tickFormat: (key: string) => names.get(key)!,
            padding: 0.35,
          },
          marks: [
            Plot.gridX({ stroke: 'var(--hair)', strokeOpacity: 1 }),
            bars(rows),
            Plot.text(rows, {
              y: 'key',
              x: 'ns',
              text: (r: Row) =>
                [
                  ns(r.ns),
                  ...(frame.phone ? [] : [`${percent(r.share)} of the whole`]),
                  ...(roomy ? [`${flops} : ${r.operations}`] : []),
                ].join(', '),
              textAnchor: 'start',
              dx: 7,
              fill: 'var(--ink)',
            }),
            ...(waiting.length > 0 ? [withoutTime(waiting, frame)] : []),
            Plot.ruleX([0], { stroke: 'var(--ink-3)' }),
          ],
        },
        {
          title: 'Cost per element',
          description: `${description} The layer itself takes ${ns(layer)} per output.`,
        },
      ),
    },
  ];
}

const withoutTime = (waiting: readonly Named[], { phone }: Frame): Plot.Markish =>
  Plot.text(waiting, {
    y: 'key',
    x: 0,
    text: ({ family }: Named) =>
      family === 'yours' ? 'yours: not measured yet' : `not recorded${phone ? '' : ' for this order'}`,
    textAnchor: 'start',
    dx: 7,
    fill: ({ family }: Named) => (family === 'yours' ? identity(family).text : 'var(--ink-2)'),
  });
