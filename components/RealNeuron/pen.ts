import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Point } from './ribbon.ts';

/** Draws the unit's lines, circles and letters; places in drawing units, all in `currentColor`. */
export interface Pen {
  line(from: Point, to: Point): SVGElement;
  circle(at: Point, radius: number, fill: string): SVGElement;
  /** A letter in the voice of the formulas, with a lowered index if one is given. */
  letter(at: Point, text: string, size: number, index?: number): SVGElement;
  /** A box with a bent line in it. */
  kink(left: number, top: number, size: number): SVGElement[];
}

const ink = {
  stroke: 'currentColor',
  'stroke-width': 1.5,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/** The pen for a picture with `scale` px per drawing unit. */
export function createPen(frame: Frame, scale: number): Pen {
  return {
    line([x1, y1], [x2, y2]) {
      const ends = { x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale };
      return svg(frame, 'line', { ...ends, ...ink });
    },
    circle([x, y], radius, fill) {
      return svg(frame, 'circle', { cx: x * scale, cy: y * scale, r: radius * scale, fill, ...ink });
    },
    letter([x, y], text, size, index) {
      const place = {
        x: x * scale,
        y: y * scale,
        dy: '0.33em',
        'text-anchor': 'middle',
        fill: 'currentColor',
      };
      const slant = text === 'Σ' ? 'normal' : 'italic';
      const font = { 'font-family': 'var(--serif)', 'font-style': slant, 'font-size': size };
      const lowered = { dy: '0.3em', 'font-size': 11, 'font-style': 'normal' };
      const mark = index === undefined ? null : svg(frame, 'tspan', lowered, String(index));
      return svg(frame, 'text', { ...place, ...font }, text, mark);
    },
    kink(left, top, size) {
      const at = (x: number, y: number) =>
        `${((left + x * size) * scale).toFixed(1)},${((top + y * size) * scale).toFixed(1)}`;
      const side = size * scale;
      const box = { x: left * scale, y: top * scale, width: side, height: side, fill: 'var(--paper)' };
      const bend = { d: `M${at(0.14, 0.72)}L${at(0.5, 0.72)}L${at(0.86, 0.26)}`, fill: 'none' };
      return [
        svg(frame, 'rect', { ...box, ...ink }),
        svg(frame, 'path', { ...bend, ...ink, 'stroke-width': 2 }),
      ];
    },
  };
}
