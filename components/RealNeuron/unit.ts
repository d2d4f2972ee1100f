import type { Frame } from '../../src/figure/widget.ts';
import type { PartName } from './parts.ts';
import { createPen, type Pen } from './pen.ts';
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

type Shapes = Readonly<Partial<Record<PartName, readonly SVGElement[]>>>;

const between = ([ax, ay]: Point, [bx, by]: Point, t: number): Point => [
  ax + (bx - ax) * t,
  ay + (by - ay) * t,
];

const weights = inputs.map((from) => between(from, sum, 0.4));

/** Where the line from an input meets the rim of the sum. */
const rim = (from: Point): Point =>
  between(from, sum, 1 - SUM / Math.hypot(sum[0] - from[0], sum[1] - from[1]));

function gather(pen: Pen): Shapes {
  const products = inputs.map((from, i) => pen.line(weights[i]!, rim(from)));
  const wires = inputs.map((from, i) => pen.line(between(from, sum, 0.1), weights[i]!));
  const names = inputs.map((at, i) => pen.letter(at, 'x', 17, i + 1));
  const circles = weights.map((at) => pen.circle(at, 13, 'var(--paper)'));
  return {
    dendrite: products,
    input: [...wires, ...names],
    synapse: [...circles, ...weights.map((at, i) => pen.letter(at, 'w', 14, i + 1))],
  };
}

function answer(pen: Pen): Shapes {
  const bias: Point = [sum[0], 228];
  const { left, top, size } = phi;
  const below = pen.line([sum[0], 216], [sum[0], sum[1] + SUM]);
  const total = pen.line([sum[0] + SUM, sum[1]], [left, sum[1]]);
  return {
    soma: [pen.circle(sum, SUM, 'none'), pen.letter(sum, 'Σ', 24), below, pen.letter(bias, 'b', 17), total],
    hillock: pen.kink(left, top, size),
    axon: [
      pen.line([left + size, sum[1]], fork),
      ...outputs.flatMap((to) => [pen.line(fork, to), pen.letter([to[0] + 12, to[1]], 'a', 17)]),
    ],
  };
}

/** The unit drawn in lines, in the same parts as the cell. */
export function drawUnit(frame: Frame, sheet: Sheet): SVGElement[] {
  const pen = createPen(frame, sheet.scale);
  const path = (...points: readonly Point[]) =>
    `M${points.map(([x, y]) => `${x * sheet.scale},${y * sheet.scale}`).join('L')}`;
  const thin: Readonly<Partial<Record<PartName, string>>> = {
    dendrite: inputs.map((from, i) => path(weights[i]!, rim(from))).join(''),
    axon: path([phi.left + phi.size, sum[1]], fork),
  };
  return Object.entries({ ...gather(pen), ...answer(pen) }).map(([name, shapes]) => {
    const part = name as PartName;
    const touch = thin[part] ? [touchable(frame, thin[part])] : [];
    return partGroup(frame, sheet, part, ...touch, ...shapes);
  });
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
