import * as Plot from '@observablehq/plot';
import { identity } from '../../src/figure/identity.ts';
import { plot } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import type { Bench, Row } from './model.ts';
import { contestants } from './subjects.ts';

const label = ({ subject }: Pick<Row, 'subject'>): string => contestants[subject].label;
const ns = (value: number): string => `${cellText(Number(value.toPrecision(3)), 3)} ns`;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** One bar per function in its own colour; the dense layer would need a page many times as wide. */
export function draw(bench: Bench, frame: Frame): Panel[] {
  const { rows, layer } = bench;
  const { description } = read(bench);
  const room = frame.phone ? 92 : 190;
  return [
    {
      key: 'cost',
      axisNote: 'nanoseconds per element',
      svg: plot(
        frame,
        {
          height: 44 + rows.length * 25,
          marginLeft: 96,
          marginRight: room,
          x: { domain: [0, Math.max(...rows.map((r) => r.ns), 1e-9)], ticks: frame.phone ? 4 : 8 },
          y: { type: 'band', domain: rows.map(label), tickFormat: (name: string) => name, padding: 0.35 },
          marks: [
            Plot.gridX({ stroke: 'var(--hair)', strokeOpacity: 1 }),
            Plot.barX(rows, {
              y: label,
              x: 'ns',
              fill: (r: Row) => identity(contestants[r.subject].family).line,
            }),
            Plot.text(rows, {
              y: label,
              x: 'ns',
              text: (r: Row) => (frame.phone ? ns(r.ns) : `${ns(r.ns)}, ${percent(r.share)} of the whole`),
              textAnchor: 'start',
              dx: 7,
              fill: 'var(--ink)',
            }),
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

const origin = ({ source, wish }: Bench): string =>
  source === 'recorded'
    ? 'recorded on the book’s machine, Node 20, 64 bits'
    : `measured just now in this browser, ${wish.size.toLocaleString('en').replaceAll(',', ' ')} numbers of ${wish.precision} bits, ${wish.form} formulas`;

/** The picture in words. */
export function read(bench: Bench): Reading {
  const { rows, layer, flops, wish } = bench;
  const computing = rows.filter(({ subject }) => subject !== 'copy');
  const [first, last] = [computing[0]!, computing.at(-1)!];
  return {
    title:
      last.share < 0.25
        ? `Beside a layer of ${wish.width} inputs, no function is expensive`
        : `Beside a small layer of ${wish.width} inputs, ${label(last)} takes ${percent(last.share)} of the time`,
    finding:
      `${first.subject === last.subject ? '' : `From ${ns(first.ns)} for ${label(first)} to ${ns(last.ns)} for ${label(last)} per element, inputs ${wish.order}; `}` +
      `one output of the layer takes ${ns(layer)} and ${flops} operations. ${origin(bench).replace(/^./, (c) => c.toUpperCase())}.`,
    description: `Bar chart of nanoseconds per element, ${origin(bench)}, inputs ${wish.order}: ${rows
      .map((row) => `${label(row)} ${ns(row.ns)}`)
      .join(', ')}.`,
  };
}

/** Times, shares and operations. */
export function table({ rows, layer, flops }: Bench): Table {
  return {
    columns: [
      { label: 'function' },
      { label: 'ns per element', digits: 3 },
      { label: 'share of function and layer', digits: 3 },
      { label: 'operations per element' },
    ],
    rows: [
      ...rows.map((row) => [label(row), row.ns, row.share, contestants[row.subject].operations]),
      ['dense layer, per output', layer, '', flops],
    ],
  };
}
