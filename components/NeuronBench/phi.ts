import { curvePoints } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { tick } from '../../src/figure/plot.ts';
import { short, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { Answer } from './model.ts';

/** Where a small plot of φ stands in its picture, in px; both axes have the same unit. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Positions inside a box that shows inputs from −half to half, moved up or down until `a` is in view. */
export interface Scale {
  readonly half: number;
  readonly x: (h: number) => number;
  readonly y: (a: number) => number;
}

/** The half-width of the input axis, in a few fixed sizes so that the axis rests while h moves. */
export const halfWidth = (h: number): number => [3, 6, 12].find((half) => Math.abs(h) <= 0.9 * half) ?? 24;

export function scaleFor(box: Box, h: number, a: number): Scale {
  const half = halfWidth(h);
  const unit = box.width / (2 * half);
  const tall = box.height / unit;
  // A reader's function may have no value here; its curve is drawn around 0 then.
  const seen = Number.isFinite(a) ? a : 0;
  const low = Math.min(Math.max(-0.32 * tall, seen - 0.88 * tall), seen - 0.12 * tall);
  return {
    half,
    x: (at) => box.left + (at + half) * unit,
    y: (at) => box.top + box.height - (at - low) * unit,
  };
}

const line = (
  frame: Frame,
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: string,
  dash?: string,
) =>
  svg(frame, 'line', {
    x1: from[0],
    y1: from[1],
    x2: to[0],
    y2: to[1],
    stroke,
    'stroke-dasharray': dash,
  });

/** Path data of the curve, within an eighth of a pixel of it; a jump lifts the pen. */
function pathOf({ activation }: Answer, { half, x, y }: Scale): string {
  const pixel = (2 * half) / (x(half) - x(-half));
  let pen = 'M';
  let d = '';
  for (const [h, a] of curvePoints(activation, -half, half, 'f', pixel / 8)) {
    if (Number.isNaN(a)) pen = 'M';
    else {
      d += `${pen}${short(x(h))},${short(y(a))}`;
      pen = 'L';
    }
  }
  return d;
}

/** Filled and open dots at a jump: the value taken, and the limit that is not. */
function jumpDots(frame: Frame, { activation }: Answer, scale: Scale, stroke: string): SVGElement[] {
  const jumps = activation.kinks.filter((kink) => kink.of === 'f');
  return jumps.flatMap((kink) =>
    [kink.left, kink.right].map((value) => {
      const fill = value === kink.used ? stroke : 'var(--paper)';
      return svg(frame, 'circle', { cx: scale.x(kink.x), cy: scale.y(value), r: 3, fill, stroke });
    }),
  );
}

function curve(frame: Frame, answer: Answer, scale: Scale, width: number): SVGElement[] {
  const { line: stroke, dash, twin } = identity(answer.activation.family);
  const shape = { d: pathOf(answer, scale), fill: 'none', 'stroke-linejoin': 'round' };
  const path = (color: string, size: number) =>
    svg(frame, 'path', { ...shape, stroke: color, 'stroke-width': size, 'stroke-dasharray': dash });
  const track = twin ? [path(stroke, 5), path('var(--paper)', 2)] : [path(stroke, width)];
  return [...track, ...jumpDots(frame, answer, scale, stroke)];
}

/** The zero lines, the curve, the way from h up to the curve, and the point (h, a); `guides` adds the way to the right. */
export function drawPhi(frame: Frame, box: Box, h: number, answer: Answer, guides: boolean): SVGElement {
  const scale = scaleFor(box, h, answer.a);
  const { line: hue } = identity(answer.activation.family);
  const { left, top, width, height } = box;
  const [px, py, zero] = [scale.x(h), scale.y(answer.a), scale.y(0)];
  // A nested svg clips at its own edges; the shift brings its contents back to the picture's coordinates.
  const window = svg(
    frame,
    'svg',
    {
      x: left,
      y: top,
      width,
      height,
      viewBox: `${short(left)} ${short(top)} ${short(width)} ${short(height)}`,
    },
    line(frame, [left, zero], [left + width, zero], 'var(--rule)'),
    line(frame, [scale.x(0), top], [scale.x(0), top + height], 'var(--rule)'),
    ...curve(frame, answer, scale, guides ? 2.25 : 1.75),
  );
  const point = svg(frame, 'circle', { cx: px, cy: py, r: guides ? 5 : 3.5, fill: hue });
  if (!guides)
    return svg(frame, 'g', {}, window, line(frame, [px, zero], [px, py], 'var(--ink-2)', '1,3'), point);
  const floor = Math.min(Math.max(zero, top), top + height);
  return svg(
    frame,
    'g',
    {},
    window,
    line(frame, [px, floor], [px, py], 'var(--ink-2)', '1,3'),
    line(frame, [px, py], [left + width, py], 'var(--ink-2)', '1,3'),
    ...tangent(frame, box, scale, h, answer),
    point,
    ...ticks(frame, box, scale, h, floor, answer.a < 0),
  );
}

/** A short plain line through the point, as steep as φ there. */
function tangent(frame: Frame, box: Box, scale: Scale, h: number, { a, slope }: Answer): SVGElement[] {
  if (!Number.isFinite(slope)) return [];
  const reach = box.width / 9 / Math.hypot(1, slope) / (box.width / (2 * scale.half));
  const end = (side: number): readonly [number, number] => [
    scale.x(h + side * reach),
    scale.y(a + side * reach * slope),
  ];
  return [line(frame, end(-1), end(1), 'var(--ink)')];
}

/** Two numbers on the input axis, and the letter h where the unit stands, on the side that the curve leaves free. */
function ticks(frame: Frame, box: Box, scale: Scale, h: number, floor: number, above: boolean): SVGElement[] {
  const y = Math.min(floor + 17, box.top + box.height + 14);
  const middle = { y, 'text-anchor': 'middle' } as const;
  const numbers = [(-2 * scale.half) / 3, (2 * scale.half) / 3]
    .filter((value) => Math.abs(scale.x(value) - scale.x(h)) > 16)
    .map((value) =>
      svg(
        frame,
        'text',
        { x: scale.x(value), fill: 'var(--ink-3)', 'font-size': 12, ...middle },
        tick(value),
      ),
    );
  const serif = {
    'font-family': 'var(--serif)',
    'font-style': 'italic',
    'font-size': 16,
    fill: 'var(--ink)',
  };
  return [
    ...numbers,
    svg(frame, 'text', { x: scale.x(h), ...middle, ...serif, y: above ? floor - 9 : y }, 'h'),
  ];
}
