import * as Plot from '@observablehq/plot';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { plot } from '../../src/figure/plot.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import type { Bench, Row } from './model.ts';

type Named = Pick<Row, 'key' | 'label' | 'family'>;

const ns = (value: number): string => `${cellText(Number(value.toPrecision(3)), 3)} ns`;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

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
  const { rows, waiting, layer } = bench;
  const { description } = read(bench);
  const room = frame.phone ? 92 : 190;
  const all: readonly Named[] = [...rows, ...waiting];
  const names = new Map(all.map(({ key, label }) => [key, fitted(label, frame.phone ? 16 : 24)]));
  const longest = Math.max(...[...names.values()].map(({ length }) => length));
  return [
    {
      key: 'cost',
      axisNote: 'nanoseconds per element',
      svg: plot(
        frame,
        {
          height: 44 + all.length * 25,
          marginLeft: Math.max(96, longest * 7),
          marginRight: room,
          x: { domain: [0, Math.max(...rows.map((r) => r.ns), 1e-9)], ticks: frame.phone ? 4 : 8 },
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
              text: (r: Row) => (frame.phone ? ns(r.ns) : `${ns(r.ns)}, ${percent(r.share)} of the whole`),
              textAnchor: 'start',
              dx: 7,
              fill: 'var(--ink)',
            }),
            ...(waiting.length > 0 ? [notMeasured(waiting)] : []),
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

const notMeasured = (waiting: readonly Named[]): Plot.Markish =>
  Plot.text(waiting, {
    y: 'key',
    x: 0,
    text: () => 'yours: not measured yet',
    textAnchor: 'start',
    dx: 7,
    fill: ({ family }: Named) => identity(family).text,
  });

const quoted = (list: readonly Named[]): string =>
  new Intl.ListFormat('en').format(list.map(({ label }) => `“${label}”`));

/** What there is to say of the reader's own functions. */
function ownSentence({ rows, waiting }: Bench): string {
  const timed = rows.filter(({ family }) => family === 'yours');
  const parts = [
    timed.length > 0 ? `${quoted(timed)} ran as WebAssembly made from the formula.` : '',
    waiting.length > 0 ? `Not measured yet: ${quoted(waiting)}; the button does it.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const origin = ({ source, wish }: Bench): string =>
  source === 'recorded'
    ? 'recorded on the book’s machine, Node 20, 64 bits'
    : `measured just now in this browser, ${wish.size.toLocaleString('en').replaceAll(',', ' ')} numbers of ${wish.precision} bits, ${wish.form} formulas`;

/** The picture in words. */
export function read(bench: Bench): Reading {
  const { rows, layer, flops, wish } = bench;
  const computing = rows.filter(({ key }) => key !== 'copy');
  const [first, last] = [computing[0]!, computing.at(-1)!];
  return {
    title:
      last.share < 0.25
        ? `Beside a layer of ${wish.width} inputs, no function is expensive`
        : `Beside a small layer of ${wish.width} inputs, ${last.label} takes ${percent(last.share)} of the time`,
    finding:
      `${first.key === last.key ? '' : `From ${ns(first.ns)} for ${first.label} to ${ns(last.ns)} for ${last.label} per element, inputs ${wish.order}; `}` +
      `one output of the layer takes ${ns(layer)} and ${flops} operations. ${origin(bench).replace(/^./, (c) => c.toUpperCase())}. ${ownSentence(bench)}`.trimEnd(),
    description: `Bar chart of nanoseconds per element, ${origin(bench)}, inputs ${wish.order}: ${rows
      .map((row) => `${row.label} ${ns(row.ns)}`)
      .join(', ')}. ${ownSentence(bench)}`.trimEnd(),
  };
}

/** Times, shares and operations. */
export function table({ rows, waiting, layer, flops }: Bench): Table {
  return {
    columns: [
      { label: 'function' },
      { label: 'ns per element', digits: 3 },
      { label: 'share of function and layer', digits: 3 },
      { label: 'operations per element' },
    ],
    rows: [
      ...rows.map(({ label, ns, share, operations }) => [label, ns, share, operations]),
      ...waiting.map(({ label }) => [label, 'not measured', '', '']),
      ['dense layer, per output', layer, '', flops],
    ],
  };
}
