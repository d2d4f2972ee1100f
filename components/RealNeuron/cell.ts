import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { type Bezier, type Point, ribbon, stroke } from './ribbon.ts';
import { type Label, partGroup, type Sheet, touchable } from './sheet.ts';

/* Drawn in a field of 400 x 272 units:

      axon 1 ──●  \ | /                     ,── branches
                   \|/
      axon 2 ──●────(soma)▷── axon ────────<
                   /|\
      axon 3 ──●  / | \                     `──             */

interface Branch {
  readonly curve: Bezier;
  /** Width where it starts and where it ends. */
  readonly from: number;
  readonly to: number;
}

/** A curve from four points, `start, handle, handle, end`. */
function bezier(points: string): Bezier {
  const [a, b, c, d] = points.split(', ').map((pair): Point => {
    const [x, y] = pair.split(' ').map(Number);
    return [x!, y!];
  });
  return [a!, b!, c!, d!];
}

const branch = (points: string, from: number, to: number): Branch => ({ curve: bezier(points), from, to });

const dendrites: readonly Branch[] = [
  // the trunk to the left and its twigs
  branch('166 147, 128 142, 112 150, 92 146', 19, 5.5),
  branch('94 146, 80 142, 74 128, 58 122', 5, 1.6),
  branch('94 147, 78 150, 70 160, 50 162', 5, 1.6),
  branch('72 132, 64 120, 62 112, 64 100', 3, 1.2),
  branch('70 158, 60 168, 54 178, 42 186', 3, 1.2),
  // up and to the left
  branch('166 144, 146 112, 132 100, 116 84', 17, 4.6),
  branch('118 86, 106 74, 92 70, 74 64', 4.2, 1.4),
  branch('117 85, 114 68, 104 56, 102 36', 4, 1.4),
  branch('98 71, 90 60, 82 50, 80 38', 2.6, 1.1),
  // down and to the left
  branch('166 150, 146 182, 134 192, 114 206', 17, 4.6),
  branch('116 205, 102 214, 90 216, 70 224', 4.2, 1.4),
  branch('116 205, 110 222, 108 236, 98 254', 4, 1.4),
  branch('92 216, 82 226, 80 238, 70 250', 2.6, 1.1),
  // straight up and straight down
  branch('171 144, 176 110, 184 92, 180 66', 15, 3.8),
  branch('180 72, 187 56, 200 50, 204 32', 3.4, 1.2),
  branch('180 70, 172 52, 164 42, 158 26', 3.4, 1.2),
  branch('171 150, 178 186, 186 202, 180 226', 15, 3.8),
  branch('180 220, 187 236, 198 244, 208 258', 3.4, 1.2),
  branch('180 220, 174 238, 166 252, 154 264', 3.4, 1.2),
];

/** Axons of three other neurons, and where each one's bouton sits, a hair away from a twig. */
const incoming: readonly { readonly curve: Bezier; readonly bouton: Point }[] = [
  { curve: bezier('0 44, 22 40, 30 58, 62 57'), bouton: [66, 57] },
  { curve: bezier('0 146, 18 150, 30 138, 48 141'), bouton: [52, 141] },
  { curve: bezier('0 238, 20 246, 36 230, 58 232'), bouton: [62, 232] },
];

const axon = branch('212 147, 250 141, 280 153, 322 147', 5, 3.2);

const endings: readonly Branch[] = [
  branch('318 147, 342 140, 352 108, 386 92', 3.2, 1.4),
  branch('318 147, 344 150, 362 144, 392 147', 3.2, 1.4),
  branch('318 147, 342 156, 350 188, 384 204', 3.2, 1.4),
  branch('352 116, 364 116, 374 118, 388 122', 1.8, 1.1),
];

const body =
  'M150,147 C150,136 158,127 170,128 C182,129 190,137 200,142 L200,152 C190,158 182,166 170,167 C158,168 150,158 150,147Z';
const cone = 'M196,139.5 C203,143.5 208,144.6 216,144.6 L216,149.6 C208,149.8 203,151 196,155Z';

/** Path data in drawing units, in px. */
const scaled = (d: string, scale: number): string =>
  d.replace(/-?\d+(\.\d+)?/g, (n) => (Number(n) * scale).toFixed(1));

/** The cell as a solid ink drawing, in parts that can be lit one by one. */
export function drawCell(frame: Frame, sheet: Sheet): SVGElement[] {
  const { scale } = sheet;
  const solid = (d: string) => svg(frame, 'path', { d, fill: 'currentColor' });
  const ink = ({ curve, from, to }: Branch) => solid(ribbon(curve, from, to, scale));
  const dot = ([x, y]: Point, r: number) =>
    svg(frame, 'circle', { cx: x * scale, cy: y * scale, r: r * scale, fill: 'currentColor' });
  const touch = (curve: Bezier) => touchable(frame, stroke(curve, scale));
  const wires = incoming.map(({ curve }) =>
    svg(frame, 'path', {
      d: stroke(curve, scale),
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.5,
    }),
  );
  const nucleus = svg(frame, 'circle', {
    cx: 168 * scale,
    cy: 147 * scale,
    r: 7 * scale,
    fill: 'var(--paper)',
  });
  const ends = endings.map(({ curve }) => dot(curve[3], 3.2));
  return [
    partGroup(frame, sheet, 'dendrite', ...dendrites.map(ink)),
    partGroup(frame, sheet, 'soma', solid(scaled(body, scale)), nucleus),
    partGroup(frame, sheet, 'hillock', solid(scaled(cone, scale))),
    partGroup(frame, sheet, 'axon', touch(axon.curve), ink(axon), ...endings.map(ink), ...ends),
    partGroup(frame, sheet, 'input', ...incoming.map(({ curve }) => touch(curve)), ...wires),
    partGroup(frame, sheet, 'synapse', ...incoming.map(({ bouton }) => dot(bouton, 4.4))),
  ];
}

/** Where the names stand, and the spot each one points at. */
export const cellLabels: readonly Label[] = [
  { part: 'input', text: 'axon of another neuron', at: [0, 18], target: [12, 43], anchor: 'start' },
  { part: 'synapse', text: 'synapse', at: [0, 110], target: [48, 137], anchor: 'start' },
  { part: 'dendrite', text: 'dendrite', at: [232, 74], target: [186, 92], anchor: 'start' },
  { part: 'soma', text: 'cell body', at: [232, 104], target: [186, 136], anchor: 'start' },
  { part: 'hillock', text: 'axon hillock', at: [226, 192], target: [208, 150], anchor: 'start' },
  { part: 'axon', text: 'axon', at: [284, 122], target: [288, 144], anchor: 'start' },
];
