import { curvePoints } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { picture, short, svg } from '../../src/figure/svg.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { Walk } from './model.ts';
import { brief, shown } from './numbers.ts';
import { type Plan, planFor } from './plan.ts';
import { read } from './words.ts';

type Style = Readonly<Record<string, string | number>>;

const word = (frame: Frame, x: number, y: number, text: string, style: Style = {}): SVGElement =>
  svg(frame, 'text', { x, y, dy: '0.32em', 'text-anchor': 'middle', fill: 'var(--ink)', ...style }, text);

/** What an arrow does, in one line, or in two where the columns stand close. */
function effect(
  frame: Frame,
  plan: Plan,
  x: number,
  y: number,
  parts: readonly string[],
  style: Style,
): SVGElement[] {
  const lines = plan.stacked ? parts : [parts.join('')];
  return lines.map((line, i) => word(frame, x, y + 15 * i, line, { 'font-size': 12, ...style }));
}

const added = (bias: number): string => (bias < 0 ? `− ${shown(-bias)}` : `+ ${shown(bias)}`);

const quiet = { fill: 'var(--ink-2)' } as const;

/** An arrow along a row, from column to column. */
function arrow(frame: Frame, from: number, to: number, y: number): SVGElement {
  const side = Math.sign(to - from);
  return svg(
    frame,
    'g',
    { stroke: 'var(--ink-2)', fill: 'var(--ink-2)' },
    svg(frame, 'line', { x1: from, x2: to - side * 6, y1: y, y2: y }),
    svg(frame, 'path', {
      stroke: 'none',
      d: `M${short(to)},${short(y)}l${-side * 8},-3.5v7z`,
    }),
  );
}

/** Act around h: the curve, the point, and what is read off there: its slope as a tangent, or its height. */
function mini(frame: Frame, plan: Plan, walk: Walk, h: number, left: number): SVGElement {
  const { activation, by } = walk;
  const { plotTop: top, plotWidth: width, plotHeight: height } = plan;
  const half = Math.max(3, Math.abs(h) + 0.5);
  const points = curvePoints(activation, -half, half).filter(([, y]) => Number.isFinite(y));
  const low = Math.min(-1, ...points.map(([, y]) => y));
  const high = Math.max(1, ...points.map(([, y]) => y));
  const x = (v: number) => left + ((v + half) / (2 * half)) * width;
  const y = (v: number) => top + ((high - v) / (high - low)) * height;
  const look = identity(activation.family);
  const d = points.map(([px, py], i) => `${i ? 'L' : 'M'}${short(x(px))},${short(y(py))}`).join('');
  const path = (stroke: string, size: number) =>
    svg(frame, 'path', { d, fill: 'none', stroke, 'stroke-width': size, 'stroke-dasharray': look.dash });
  const value = activation.f(h);
  return svg(
    frame,
    'g',
    {},
    svg(frame, 'line', { x1: left, x2: left + width, y1: y(0), y2: y(0), stroke: 'var(--rule)' }),
    path(look.line, look.twin ? 5 : 1.75),
    ...(look.twin ? [path('var(--paper)', 2)] : []),
    by === 'slope' ? tangent(frame, walk, h, x, y, width) : heightMark(frame, x(h), y(0), y(value)),
    svg(frame, 'circle', { cx: x(h), cy: y(value), r: 4, fill: look.line }),
  );
}

type Map = (v: number) => number;

function tangent(frame: Frame, { activation }: Walk, h: number, x: Map, y: Map, width: number): SVGElement {
  const [value, slope] = [activation.f(h), activation.df(h)];
  const run = x(1) - x(0);
  const rise = (y(0) - y(1)) * slope;
  const reach = width / 4 / Math.hypot(run, rise);
  const end = (side: number) => [x(h + side * reach), y(value + side * reach * slope)] as const;
  const [[x1, y1], [x2, y2]] = [end(-1), end(1)];
  return svg(frame, 'line', { x1, y1, x2, y2, stroke: 'var(--ink)', 'stroke-width': 1.5 });
}

const heightMark = (frame: Frame, x: number, from: number, to: number): SVGElement =>
  svg(frame, 'line', { x1: x, x2: x, y1: from, y2: to, stroke: 'var(--ink)', 'stroke-width': 2.5 });

function forward(frame: Frame, plan: Plan, walk: Walk): SVGElement[] {
  const { phone } = frame;
  const names = ['x', 'h₁', phone ? 'g' : 'g = Act(h₁)', 'h₂', phone ? 'o' : 'o = Act(h₂)'];
  const values = [walk.x, walk.h1, walk.g, walk.h2, walk.o];
  const linear = (weight: number, bias: number) => [
    `× ${shown(weight)}${plan.stacked ? '' : ', '}`,
    added(bias),
  ];
  const steps = [linear(walk.w1, walk.b1), ['Act'], linear(walk.w2, walk.b2), ['Act']];
  return plan.columns.flatMap((x, i) => {
    const next = plan.columns[i + 1];
    const parts = [
      word(frame, x, plan.names, names[i]!, { 'font-family': 'var(--serif)', 'font-size': 15 }),
      word(frame, x, plan.values, brief(values[i]!, plan.room), { 'font-weight': 600 }),
    ];
    if (next === undefined) return parts;
    const middle = (x + next) / 2;
    return [
      ...parts,
      arrow(frame, x, next, plan.wire - (phone ? 6 : 2)),
      ...effect(frame, plan, middle, plan.wire + (phone ? 9 : 14), steps[i]!, quiet),
    ];
  });
}

function backward(frame: Frame, plan: Plan, walk: Walk): SVGElement[] {
  const prime = walk.by === 'slope' ? '′' : '';
  const factors = [walk.w1, walk.f1, walk.w2, walk.f2];
  const labels = ['w₁', `Act${prime}(h₁)`, 'w₂', `Act${prime}(h₂)`];
  const products = [walk.back.x, walk.back.h1, walk.back.g, walk.back.h2, 1];
  const names = ['do/dx', 'do/dh₁', 'do/dg', 'do/dh₂', 'do/do'];
  return plan.columns.flatMap((x, i) => {
    const previous = plan.columns[i - 1];
    const parts = [
      word(frame, x, plan.products, brief(products[i]!, plan.room), { 'font-weight': 600 }),
      word(frame, x, plan.products + 19, names[i]!, { ...quiet, 'font-size': 12 }),
    ];
    if (previous === undefined) return parts;
    const middle = (x + previous) / 2;
    const factor = brief(factors[i - 1]!, plan.room);
    const [name, number] = plan.stacked ? [labels[i - 1]!, `× ${factor}`] : [`× ${labels[i - 1]} = `, factor];
    return [
      ...parts,
      arrow(frame, x, previous, plan.backWire),
      ...effect(frame, plan, middle, plan.factors, [name!, number!], {}),
    ];
  });
}

/** What the chain rule said and what the network itself says, under the input. */
function check(frame: Frame, plan: Plan, walk: Walk): SVGElement[] {
  const left = frame.phone ? 0 : plan.columns[0] - 30;
  const start = { 'text-anchor': 'start' } as const;
  const line = svg(frame, 'line', {
    x1: left,
    x2: frame.width,
    y1: plan.check - 20,
    y2: plan.check - 20,
    stroke: 'var(--rule)',
  });
  const says = [`Finite difference: ${brief(walk.difference, 16)}.`, verdict(walk)];
  const lines = frame.phone ? says : [says.join(' ')];
  return [
    line,
    ...lines.map((text, i) => word(frame, left, plan.check + 18 * i, text, { ...start, 'font-weight': 600 })),
  ];
}

const verdict = ({ agrees, back }: Walk): string =>
  agrees ? 'The product agrees.' : `The product says ${brief(back.x, 16)}.`;

/** The two ways through the network. */
export function draw(walk: Walk, frame: Frame): Panel[] {
  const plan = planFor(frame);
  const [, h1, , h2] = plan.columns;
  const half = (plan.columns[1] - plan.columns[0]) / 2;
  const { title, description } = read(walk);
  const plots = [
    [walk.h1, h1],
    [walk.h2, h2],
  ].map(([h, x]) => mini(frame, plan, walk, h!, x! + half - plan.plotWidth / 2));
  return [
    {
      key: 'walk',
      svg: picture(
        frame,
        plan.height,
        { title, description },
        svg(
          frame,
          'g',
          { 'font-family': 'var(--sans)', 'font-size': plan.font },
          ...forward(frame, plan, walk),
          ...plots,
          ...backward(frame, plan, walk),
          ...check(frame, plan, walk),
        ),
      ),
    },
  ];
}
