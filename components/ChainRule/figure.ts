import { curvePoints } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { picture, short, svg } from '../../src/figure/svg.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import type { Walk } from './model.ts';
import { type Plan, planFor } from './plan.ts';

/** A number as the picture prints it: four decimals. */
export const shown = (value: number): string =>
  Number.isFinite(value) ? cellText(Number(value.toFixed(4)) + 0, 8) : cellText(value);

type Style = Readonly<Record<string, string | number>>;

const word = (frame: Frame, x: number, y: number, text: string, style: Style = {}): SVGElement =>
  svg(frame, 'text', { x, y, dy: '0.32em', 'text-anchor': 'middle', fill: 'var(--ink)', ...style }, text);

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
  const steps = [
    phone ? '' : `× ${shown(walk.w1)}, ${added(walk.b1)}`,
    'Act',
    phone ? '' : `× ${shown(walk.w2)}, ${added(walk.b2)}`,
    'Act',
  ];
  return plan.columns.flatMap((x, i) => {
    const next = plan.columns[i + 1];
    const parts = [
      word(frame, x, plan.names, names[i]!, { 'font-family': 'var(--serif)', 'font-size': 15 }),
      word(frame, x, plan.values, shown(values[i]!), { 'font-weight': 600 }),
    ];
    if (next === undefined) return parts;
    const middle = (x + next) / 2;
    return [
      ...parts,
      arrow(frame, x, next, plan.wire - (phone ? 6 : 2)),
      word(frame, middle, plan.wire + (phone ? 9 : 14), steps[i]!, { ...quiet, 'font-size': 12 }),
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
      word(frame, x, plan.products, shown(products[i]!), { 'font-weight': 600 }),
      word(frame, x, plan.products + 19, names[i]!, { ...quiet, 'font-size': 12 }),
    ];
    if (previous === undefined) return parts;
    const middle = (x + previous) / 2;
    const label = frame.phone ? '' : `${labels[i - 1]} = `;
    return [
      ...parts,
      arrow(frame, x, previous, plan.backWire),
      word(frame, middle, plan.factors, `× ${label}${shown(factors[i - 1]!)}`, { 'font-size': 12 }),
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
  const sentence = `Finite difference: ${shown(walk.difference)}. ${verdict(walk)}`;
  return [line, word(frame, left, plan.check, sentence, { ...start, 'font-weight': 600 })];
}

const verdict = ({ agrees, back }: Walk): string =>
  agrees ? 'The product agrees.' : `The product says ${shown(back.x)}.`;

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

/** The picture in words. */
export function read(walk: Walk): Reading {
  const { x, h1, g, h2, o, f1, f2, w1, w2, back, difference, agrees, by, activation } = walk;
  const name = by === 'slope' ? 'Act′' : 'Act';
  const product = `${shown(f2)} · ${shown(w2)} · ${shown(f1)} · ${shown(w1)} = ${shown(back.x)}`;
  return {
    title: agrees
      ? by === 'slope'
        ? 'Slope times weight, layer by layer: the product is what a nudge finds'
        : 'Here the wrong rule happens to give the right number'
      : by === 'slope'
        ? 'On the kink itself, a nudge and the convention disagree'
        : 'Without its primes the chain rule gives a number that has nothing to do with the network',
    finding: `Multiplying by ${name} and weights: ${product}. The finite difference is ${shown(difference)}.`,
    description:
      `Five stations in a row for Act = ${activation.label}. Forward: x = ${shown(x)}, h₁ = ${shown(h1)}, g = ${shown(g)}, ` +
      `h₂ = ${shown(h2)}, o = ${shown(o)}. Between them two small plots of Act with the points reached. Backward, from right to ` +
      `left, the factors ${name}(h₂), w₂, ${name}(h₁), w₁ and their running product: ${product}.`,
  };
}

/** Every derivative, by the rule that was chosen. */
export function table({ back, byWeight, difference, by }: Walk): Table {
  const label = by === 'slope' ? 'by Act′' : 'by Act';
  const rows: readonly (readonly [string, number])[] = [
    ['do/dx', back.x],
    ['do/dw₁', byWeight.w1],
    ['do/db₁', byWeight.b1],
    ['do/dw₂', byWeight.w2],
    ['do/db₂', byWeight.b2],
    ['do/dx by finite difference', difference],
  ];
  return { columns: [{ label: 'Derivative' }, { label, digits: 15 }], rows };
}
