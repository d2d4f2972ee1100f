import * as Plot from '@observablehq/plot';
import { type Order, type Point, track } from '../../src/figure/curve.ts';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { type EndLabel, endLabels } from '../../src/figure/labels.ts';
import { grid, plot, zeroColumn, zeroLine } from '../../src/figure/plot.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import { type Design, type Examined, reach } from './model.ts';
import { describe, describeOrder } from './words.ts';

interface Shape {
  readonly order: Order;
  readonly heading: string;
  readonly title: string;
  /** Heights beyond this are cut off. */
  readonly most: number;
}

const shapes: readonly Shape[] = [
  { order: 'f', heading: 'f', title: 'The function', most: 8 },
  { order: 'df', heading: 'f′, its slope', title: 'First derivative', most: 3 },
  { order: 'd2f', heading: 'f″, its curvature', title: 'Second derivative', most: 5 },
];

const LABELS = 112;

/** Width and height of each chart: three in a row, one above two, or one below the other. */
function sizes({ width }: Frame): readonly (readonly [number, number])[] {
  if (width < 480)
    return [
      [width, 240],
      [width, 150],
      [width, 150],
    ];
  if (width < 800)
    return [
      [width, 280],
      [(width - 40) / 2, 180],
      [(width - 40) / 2, 180],
    ];
  const small = Math.floor((width - 48) / 4 - 6);
  return [
    [width - 48 - 2 * small, 270],
    [small, 270],
    [small, 270],
  ];
}

/** f, f′ and f″ of the reader's function over those of the function beside it. */
export function draw(design: Design, frame: Frame): Panel[] {
  return sizes(frame).map(([width, height], i) => panel(design, { ...frame, width }, height, shapes[i]!));
}

function panel(design: Design, frame: Frame, height: number, shape: Shape): Panel {
  const { mine, others } = design;
  const { order, heading, title, most } = shape;
  const both = [others, mine];
  const options: Plot.PlotOptions = {
    height,
    marginRight: order === 'f' ? LABELS : 10,
    x: { domain: [-reach, reach], ticks: frame.width < 260 ? [-6, 0, 6] : [-6, -3, 0, 3, 6] },
    y: {
      domain: domainOf(
        both.map(({ curves }) => curves[order]),
        most,
      ),
      ticks: height < 200 ? 3 : 5,
    },
    marks: [
      grid(),
      zeroLine(),
      zeroColumn(),
      ...both.flatMap((it) => track(it.curves[order], identity(it.family), { clip: true, width: 1.75 })),
      ...(order === 'f' ? [...jumpDots(mine), ...fallDots(mine), endLabels(both.flatMap(endLabel))] : []),
    ],
  };
  const description = order === 'f' ? describe(design) : describeOrder(design, order);
  return { key: order, heading, svg: plot(frame, options, { title, description }) };
}

/** The heights in view, cut at ±`most`; a flat curve gets room above and below. */
function domainOf(curves: readonly (readonly Point[])[], most: number): [number, number] {
  const heights = curves
    .flat()
    .flatMap(([, y]) => (Number.isFinite(y) ? [Math.min(Math.max(y, -most), most)] : []));
  const [low, high] = [Math.min(0, ...heights), Math.max(0, ...heights)];
  const room = high - low < 1e-9 ? 1 : 0.06 * (high - low);
  return [low - room, high + room];
}

function endLabel({ curves, label, family }: Examined): EndLabel[] {
  const end = curves.f.findLast(([, y]) => Number.isFinite(y));
  if (!end) return [];
  const { text, line } = identity(family);
  return [
    {
      x: end[0],
      y: end[1],
      text: fitted(label, 14),
      color: text,
      leader: line,
    },
  ];
}

/** Filled dot: the value taken at a jump; open dot: a limit that is not. */
function jumpDots({ jumps, family }: Examined): Plot.Markish[] {
  const { line } = identity(family);
  const dots = jumps
    .slice(0, 24)
    .flatMap(({ x, left, right, used }) =>
      [left, right]
        .filter((y) => Math.abs(y) <= 8)
        .map((y) => ({ x, y, fill: y === used ? line : 'var(--paper)' })),
    );
  return dots.length === 0 ? [] : [Plot.dot(dots, { x: 'x', y: 'y', r: 3.5, stroke: line, fill: 'fill' })];
}

/** The two places that show that f falls. */
function fallDots({ fall, family }: Examined): Plot.Markish[] {
  if (!fall) return [];
  const places = [
    [fall.a, fall.fa],
    [fall.b, fall.fb],
  ].filter(([x, y]) => Math.abs(x!) < reach && Math.abs(y!) <= 8);
  return places.length === 0 ? [] : [Plot.dot(places, { x: '0', y: '1', r: 4, fill: identity(family).line })];
}
