import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Point } from './ribbon.ts';
import { type Label, partGroup, type Sheet, touchable } from './sheet.ts';

/* The same field of 400 x 272 units as the cell, every part where its partner is drawn. */

const inputs: readonly Point[] = [
  [24, 57],
  [24, 147],
  [24, 237],
];
const sum: Point = [170, 147];
const SUM = 27;
const phi = { left: 224, top: 127, size: 40 } as const;
const fork: Point = [318, 147];
const outputs: readonly Point[] = [
  [372, 96],
  [376, 147],
  [372, 198],
];

const between = ([ax, ay]: Point, [bx, by]: Point, t: number): Point => [
  ax + (bx - ax) * t,
  ay + (by - ay) * t,
];

/** The unit drawn in lines, in the same parts as the cell. */
export function drawUnit(frame: Frame, sheet: Sheet): SVGElement[] {
  const { scale } = sheet;
  const line = (a: Point, b: Point, width = 1.5) =>
    svg(frame, 'line', {
      x1: a[0] * scale,
      y1: a[1] * scale,
      x2: b[0] * scale,
      y2: b[1] * scale,
      stroke: 'currentColor',
      'stroke-width': width,
      'stroke-linecap': 'round',
    });
  const touch = (a: Point, b: Point) =>
    touchable(frame, `M${a[0] * scale},${a[1] * scale}L${b[0] * scale},${b[1] * scale}`);
  const circle = ([x, y]: Point, r: number, fill: string) =>
    svg(frame, 'circle', {
      cx: x * scale,
      cy: y * scale,
      r: r * scale,
      fill,
      stroke: 'currentColor',
      'stroke-width': 1.5,
    });
  const letter = ([x, y]: Point, text: string, size: number, index?: number) => {
    const style = {
      'font-family': 'var(--serif)',
      'font-size': size,
      fill: 'currentColor',
      'text-anchor': 'middle',
    };
    const slant = text === 'Σ' ? undefined : 'italic';
    const element = svg(
      frame,
      'text',
      { x: x * scale, y: y * scale, dy: '0.33em', 'font-style': slant, ...style },
      text,
    );
    if (index)
      element.append(
        svg(frame, 'tspan', { dy: '0.3em', 'font-size': 11, 'font-style': 'normal' }, String(index)),
      );
    return element;
  };
  const rim = (from: Point): Point => {
    const length = Math.hypot(sum[0] - from[0], sum[1] - from[1]);
    return between(from, sum, 1 - SUM / length);
  };
  const weights = inputs.map((from) => between(from, sum, 0.4));
  const { left, top, size } = phi;
  const corner = (x: number, y: number) =>
    `${((left + x * size) * scale).toFixed(1)},${((top + y * size) * scale).toFixed(1)}`;
  const box = {
    x: left * scale,
    y: top * scale,
    width: size * scale,
    height: size * scale,
    fill: 'var(--paper)',
  };
  const kink = {
    d: `M${corner(0.14, 0.72)}L${corner(0.5, 0.72)}L${corner(0.86, 0.26)}`,
    fill: 'none',
    'stroke-width': 2,
  };
  const ink = { stroke: 'currentColor', 'stroke-linejoin': 'round' };
  return [
    partGroup(
      frame,
      sheet,
      'dendrite',
      ...inputs.flatMap((from, i) => [line(weights[i]!, rim(from)), touch(weights[i]!, rim(from))]),
    ),
    partGroup(
      frame,
      sheet,
      'input',
      ...inputs.flatMap((from, i) => [
        line(between(from, sum, 0.1), weights[i]!),
        letter(from, 'x', 17, i + 1),
      ]),
    ),
    partGroup(
      frame,
      sheet,
      'synapse',
      ...weights.flatMap((at, i) => [circle(at, 13, 'var(--paper)'), letter(at, 'w', 14, i + 1)]),
    ),
    partGroup(
      frame,
      sheet,
      'soma',
      circle(sum, SUM, 'none'),
      letter(sum, 'Σ', 24),
      line([sum[0], 216], [sum[0], sum[1] + SUM]),
      letter([sum[0], 228], 'b', 17),
      line([sum[0] + SUM, 147], [left, 147]),
    ),
    partGroup(
      frame,
      sheet,
      'hillock',
      svg(frame, 'rect', { ...box, ...ink, 'stroke-width': 1.5 }),
      svg(frame, 'path', { ...kink, ...ink }),
    ),
    partGroup(
      frame,
      sheet,
      'axon',
      touch([left + size, 147], fork),
      line([left + size, 147], fork),
      ...outputs.flatMap((to) => [line(fork, to), letter([to[0] + 12, to[1]], 'a', 17)]),
    ),
  ];
}

/** Where the names stand, and the spot each one points at. */
export const unitLabels: readonly Label[] = [
  { part: 'input', text: 'input', at: [0, 18], target: [22, 44], anchor: 'start' },
  { part: 'synapse', text: 'weight', at: [84, 56], target: [83, 78], anchor: 'start' },
  { part: 'dendrite', text: 'product', at: [92, 236], target: [120, 178], anchor: 'start' },
  { part: 'soma', text: 'sum and bias', at: [190, 206], target: [184, 172], anchor: 'start' },
  { part: 'hillock', text: 'activation function', at: [218, 96], target: [244, 126], anchor: 'start' },
  { part: 'axon', text: 'output', at: [290, 184], target: [300, 150], anchor: 'start' },
];
