import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Place } from './plan.ts';

/** The point a part `t` of the way from a to b. */
export const between = ([ax, ay]: Place, [bx, by]: Place, t: number): Place => [
  ax + (bx - ax) * t,
  ay + (by - ay) * t,
];

/** The part of the way from a to b that lies outside the two circles. */
export function trimmed(a: Place, b: Place, ra: number, rb: number): readonly [Place, Place] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return [between(a, b, ra / length), between(a, b, 1 - rb / length)];
}

const halo = {
  stroke: 'var(--paper)',
  'stroke-width': 5,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
};

export type Style = Readonly<Record<string, string | number | undefined>>;

/** A word, centred at its place. */
export const label = (frame: Frame, [x, y]: Place, text: string, style: Style = {}): SVGElement =>
  svg(
    frame,
    'text',
    { x, y, dy: '0.33em', 'text-anchor': 'middle', 'font-size': 13, fill: 'var(--ink)', ...halo, ...style },
    text,
  );

export const variable: Style = { 'font-family': 'var(--serif)', 'font-style': 'italic', 'font-size': 16 };

/** Clears the wire behind a label that is about `width` px wide. */
export const clearing = (frame: Frame, [x, y]: Place, width: number): SVGElement =>
  svg(frame, 'rect', { x: x - width / 2, y: y - 9, width, height: 18, fill: 'var(--paper)' });

/** A letter with a lowered index, in the voice of the formulas. */
export function indexed(
  frame: Frame,
  at: Place,
  letter: string,
  index: number,
  style: Style = {},
): SVGElement {
  const text = label(frame, at, letter, { ...variable, ...style });
  text.append(svg(frame, 'tspan', { dy: '0.3em', 'font-size': 11, 'font-style': 'normal' }, String(index)));
  return text;
}

/** A line with a filled head at its end; `width` 0 is drawn as dots. */
export function arrow(
  frame: Frame,
  from: Place,
  to: Place,
  width: number,
  stroke: string,
  dash?: string,
): SVGElement {
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const size = 4 + width;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const end = width === 0 ? to : between(from, to, 1 - (size * 1.2) / length);
  return svg(
    frame,
    'g',
    { stroke, fill: stroke },
    svg(frame, 'line', {
      x1: from[0],
      y1: from[1],
      x2: end[0],
      y2: end[1],
      'stroke-width': width || 1,
      'stroke-dasharray': width === 0 ? '1,4' : dash,
    }),
    width === 0
      ? null
      : svg(frame, 'path', {
          d: `M0,0L${-size * 1.6},${size * 0.8}L${-size * 1.6},${-size * 0.8}Z`,
          stroke: 'none',
          transform: `translate(${to[0].toFixed(1)} ${to[1].toFixed(1)}) rotate(${angle.toFixed(1)})`,
        }),
  );
}
