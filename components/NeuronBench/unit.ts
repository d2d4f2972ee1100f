import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { svg } from '../../src/figure/svg.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { arrow, between, clearing, indexed, label, trimmed, variable } from './ink.ts';
import type { Bench } from './model.ts';
import { drawPhi, scaleFor } from './phi.ts';
import { across, type Place, type Plan, stacked } from './plan.ts';

/** Width of the arrow of an input: 0 when the output does not feel it, or when there is no telling. */
const thickness = (effect: number): number =>
  Math.abs(effect) < 1e-9 || !Number.isFinite(effect) ? 0 : Math.min(1 + 2.6 * Math.abs(effect), 14);

/** A number as the picture prints it: four significant digits. */
export const shown = (value: number): string => cellText(Math.abs(value) < 1e-12 ? 0 : value, 4);

const signed = (value: number): string => (value >= 0 ? `+${shown(value)}` : shown(value));

/** `w₁ = 0.8`, or `× 0.8` where wires are short; with the room it takes. */
function weightLabel(frame: Frame, at: Place, i: number, value: number): readonly [SVGElement, number] {
  const number = shown(value);
  if (frame.width < 700) return [label(frame, at, `× ${number}`), 22 + 7 * number.length];
  const text = indexed(frame, at, 'w', i + 1);
  const upright = { dy: '-0.22em', 'font-family': 'var(--sans)', 'font-style': 'normal', 'font-size': 13 };
  text.append(svg(frame, 'tspan', upright, ` = ${number}`));
  return [text, 46 + 7 * number.length];
}

function inputWire(frame: Frame, plan: Plan, unit: Bench, i: number): SVGElement[] {
  const at = plan.inputs[i]!;
  const [from, to] = trimmed(at, plan.sum, plan.radius, plan.sumRadius + 3);
  const width = thickness(unit.effects[i]!);
  const [weightAt, productAt] = [between(from, to, 0.36), between(from, to, frame.phone ? 0.77 : 0.73)];
  const product = signed(unit.products[i]!);
  const [weight, room] = weightLabel(frame, weightAt, i, unit.w[i]!);
  return [
    arrow(frame, from, to, width, 'var(--ink-2)', unit.effects[i]! < 0 ? '7,4' : undefined),
    svg(frame, 'circle', {
      cx: at[0],
      cy: at[1],
      r: plan.radius,
      fill: 'none',
      stroke: 'var(--ink)',
      'stroke-width': 1.5,
    }),
    label(frame, at, shown(unit.x[i]!), { 'font-weight': 600 }),
    indexed(frame, [at[0] - plan.radius - 6, at[1]], 'x', i + 1, { 'text-anchor': 'end' }),
    clearing(frame, weightAt, room),
    weight,
    clearing(frame, productAt, 6 + 8 * product.length),
    label(frame, productAt, product, { 'font-weight': 600 }),
  ];
}

function sum(frame: Frame, plan: Plan, unit: Bench): SVGElement[] {
  const [x, y] = plan.sum;
  const beside = plan.bias[1] === y;
  const from: Place = beside ? [plan.bias[0] - 30, y] : [x, plan.bias[1] - 13];
  const to: Place = beside ? [x + plan.sumRadius + 3, y] : [x, y + plan.sumRadius + 3];
  const h = label(frame, plan.h, 'h', { ...variable, 'font-size': 19, 'text-anchor': plan.hAnchor });
  h.append(
    svg(
      frame,
      'tspan',
      { 'font-family': 'var(--sans)', 'font-style': 'normal', 'font-size': 16, 'font-weight': 600 },
      ` = ${shown(unit.h)}`,
    ),
  );
  const bias = label(frame, plan.bias, 'b', variable);
  bias.append(
    svg(
      frame,
      'tspan',
      { 'font-family': 'var(--sans)', 'font-style': 'normal', 'font-size': 13 },
      ` = ${shown(unit.b)}`,
    ),
  );
  return [
    svg(frame, 'circle', {
      cx: x,
      cy: y,
      r: plan.sumRadius,
      fill: 'none',
      stroke: 'var(--ink)',
      'stroke-width': 1.5,
    }),
    label(frame, [x, y], 'Σ', { 'font-family': 'var(--serif)', 'font-size': 24 }),
    arrow(frame, from, to, 1, 'var(--ink-2)'),
    bias,
    arrow(frame, plan.wire[0], plan.wire[1], 1.5, 'var(--ink)'),
    h,
  ];
}

function output(frame: Frame, plan: Plan, unit: Bench): SVGElement[] {
  const { text, line } = identity(unit.activation.family);
  const { left, top, width, height } = plan.box;
  const at = Number.isNaN(unit.a) ? 0 : unit.a;
  const y = Math.min(Math.max(scaleFor(plan.box, unit.h, unit.a).y(at), top), top + height);
  const right = left + width;
  const start = { 'text-anchor': 'start' } as const;
  const name = { ...start, 'font-weight': 600, fill: text };
  const a = label(frame, [right + 30, y], 'a', { ...variable, ...start, 'font-size': 19 });
  a.append(
    svg(
      frame,
      'tspan',
      {
        'font-family': 'var(--sans)',
        'font-style': 'normal',
        'font-size': 16,
        'font-weight': 600,
        fill: text,
      },
      ` = ${shown(unit.a)}`,
    ),
  );
  return [
    label(frame, [left, top - 16], fitted(unit.activation.label, Math.floor(width / 9)), name),
    arrow(frame, [right + 2, y], [right + 24, y], 1.5, line),
    a,
    label(frame, [right + 30, y + 22], `slope ${shown(unit.slope)}`, {
      ...start,
      'font-size': 12,
      fill: 'var(--ink-2)',
    }),
  ];
}

/** The unit: inputs, weights, products, sum, φ and the output. Returns its children and its height. */
export function drawUnit(frame: Frame, unit: Bench): { height: number; parts: SVGElement[] } {
  const plan = frame.phone ? stacked(frame.width) : across(frame.width);
  const parts = svg(
    frame,
    'g',
    { 'font-family': 'var(--sans)' },
    ...[0, 1, 2].flatMap((i) => inputWire(frame, plan, unit, i)),
    ...sum(frame, plan, unit),
    drawPhi(frame, plan.box, unit.h, unit, true),
    ...output(frame, plan, unit),
  );
  return { height: plan.height, parts: [parts] };
}
