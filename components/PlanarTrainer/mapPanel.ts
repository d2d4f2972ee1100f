import { identity } from '../../src/figure/identity.ts';
import { picture, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { pathOf } from '../../src/training/contour.ts';
import { shapeOf } from '../../src/training/trained.ts';
import { borderPath, regionPath, unitLines } from './border.ts';
import { dotsPath } from './dots.ts';
import type { PlanarResult } from './model.ts';
import { mapSide, windows } from './points.ts';

/** A drawing in map units, shown `side` px wide at a place; strokes keep their width. */
export function mapAt(
  frame: Frame,
  left: number,
  top: number,
  side: number,
  ...children: SVGElement[]
): SVGElement {
  const transform = `translate(${left.toFixed(1)},${top.toFixed(1)}) scale(${(side / mapSide).toFixed(4)})`;
  return svg(frame, 'g', { transform, fill: 'none', 'stroke-linecap': 'round' }, ...children);
}

export const steady = { 'vector-effect': 'non-scaling-stroke' } as const;

export const hueOf = ({ activation }: Pick<PlanarResult, 'activation'>) =>
  identity(activation?.family ?? 'identity');

/** log p/(1 − p) of one in two, three in four, nineteen in twenty. */
const levels = [0, Math.log(3), Math.log(19)];

/** The decision map: shading for class 1, the border, the lines of the first layer's units, the points. */
export function mapPanel(result: PlanarResult, frame: Frame): SVGElement {
  const side = frame.width - 2;
  const hue = hueOf(result);
  const { logits } = result.snapshot;
  const shades = levels.map((level) =>
    svg(frame, 'path', { d: regionPath(logits, level), fill: hue.line, 'fill-opacity': 0.1 }),
  );
  const lines = svg(frame, 'path', {
    d: pathOf(unitLines(result)),
    stroke: 'var(--ink-3)',
    'stroke-width': 0.75,
    ...steady,
  });
  const border = svg(frame, 'path', {
    d: borderPath(logits),
    stroke: hue.line,
    'stroke-width': 2.25,
    'stroke-dasharray': hue.dash,
    ...steady,
  });
  const dot = (label: 0 | 1, stroke: string, width: number): SVGElement =>
    svg(frame, 'path', {
      d: dotsPath(result.points, label, windows[result.data]),
      stroke,
      'stroke-width': width,
      ...steady,
    });
  return picture(
    frame,
    frame.width,
    { title: `What ${shapeOf(result.sizes)} makes of the plane`, description: describe(result) },
    svg(frame, 'rect', { x: 1, y: 1, width: side, height: side, fill: 'none', stroke: 'var(--hair)' }),
    mapAt(
      frame,
      1,
      1,
      side,
      ...shades,
      lines,
      dot(0, 'var(--ink-3)', 6),
      dot(0, 'var(--paper)', 3.6),
      dot(1, 'var(--ink)', 6),
      border,
    ),
  );
}

function describe({ points, snapshot, sizes, activation }: PlanarResult): string {
  const share = Math.round((100 * snapshot.logits.filter((v) => v > 0).length) / snapshot.logits.length);
  const lines =
    sizes.length > 2 ? ` Thin lines show where each of the ${sizes[1]} units of layer 1 changes sign.` : '';
  const border = activation ? `of ${activation.label}` : 'without a bend, a straight line';
  return (
    `A square map with ${points.length} points, discs of class 1 and rings of class 0. The border ${border} gives ` +
    `${share} % of the map to class 1 and gets ${snapshot.train[0]!.right} points right.${lines}`
  );
}
