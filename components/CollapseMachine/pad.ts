import { short, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { AGREE, type Machine } from './model.ts';
import { hueOf } from './network.ts';

const MARGIN = { left: 30, right: 10, top: 10, bottom: 30 };

/** Radius in px of what counts as the ring under a finger. */
export const GRIP = 22;

/** Sizes of the dots: one path each, which keeps 441 dots light. */
const SIZES = 9;

export interface Pad {
  /** Pixels of x₁ and x₂ in [−2, 2]. */
  readonly px: (x1: number) => number;
  readonly py: (x2: number) => number;
  readonly side: number;
}

export function padOf(width: number): Pad {
  const side = width - MARGIN.left - MARGIN.right;
  return {
    side,
    px: (x1) => MARGIN.left + ((x1 + 2) / 4) * side,
    py: (x2) => MARGIN.top + ((2 - x2) / 4) * side,
  };
}

/** The input at a place in a pad of the given width, kept inside the square and on the sliders' steps. */
export function inputAt(width: number, left: number, top: number): { x1: number; x2: number } {
  const { side } = padOf(width);
  const snap = (value: number) => Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10;
  return { x1: snap(((left - MARGIN.left) / side) * 4 - 2), x2: snap(2 - ((top - MARGIN.top) / side) * 4) };
}

const polygon = ({ px, py }: Pad, corners: readonly (readonly [number, number])[]): string =>
  `M${corners.map(([x, y]) => `${short(px(x))},${short(py(y))}`).join('L')}Z`;

/** One dot per grid point, larger for a larger difference, in nine sizes up to what differs most; none where the networks agree. */
function dots(frame: Frame, pad: Pad, result: Machine): SVGElement {
  const largest = (pad.side / 20) * 0.46;
  const paths = Array.from({ length: SIZES }, () => '');
  for (const { x, difference } of result.grid) {
    if (difference <= AGREE) continue;
    // No answer at all is as different as can be.
    const apart = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
    const share = Math.sqrt(Math.min(1, apart / Math.max(result.reach, AGREE)));
    const size = Math.max(1, Math.ceil(share * SIZES));
    paths[size - 1] += `M${short(pad.px(x[0]))},${short(pad.py(x[1]))}h0`;
  }
  const shown = paths.flatMap((d, i) =>
    d === ''
      ? []
      : [svg(frame, 'path', { d, 'stroke-width': 2 * Math.max(0.7, (largest * (i + 1)) / SIZES) })],
  );
  if (shown.length === 0) {
    const place = { x: pad.px(0), y: pad.py(-1), 'text-anchor': 'middle', fill: 'var(--ink-3)' };
    return svg(frame, 'text', place, 'no difference anywhere');
  }
  return svg(frame, 'g', { stroke: hueOf(result).line, 'stroke-linecap': 'round' }, ...shown);
}

/** True when the point lies in the convex polygon, borders included. */
function contains(
  corners: readonly (readonly [number, number])[],
  [x, y]: readonly [number, number],
): boolean {
  const turns = corners.map(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length]!;
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return turns.every((t) => t >= -1e-12) || turns.every((t) => t <= 1e-12);
}

function bends(frame: Frame, pad: Pad, { regions, x }: Machine): SVGElement[] {
  if (regions === null || regions.length === 1) return [];
  const here = regions.find(({ corners }) => contains(corners, x));
  const lines = svg(frame, 'path', {
    d: regions.map(({ corners }) => polygon(pad, corners)).join(''),
    fill: 'none',
    stroke: 'var(--ink-2)',
    'stroke-linejoin': 'round',
  });
  return here ? [svg(frame, 'path', { d: polygon(pad, here.corners), fill: 'var(--sunk)' }), lines] : [lines];
}

function axes(frame: Frame, { px, py, side }: Pad): SVGElement[] {
  const tick = (x: number, y: number, text: string, anchor: string) =>
    svg(frame, 'text', { x, y, dy: '0.32em', 'text-anchor': anchor, fill: 'var(--ink-3)' }, text);
  const values = [-2, -1, 0, 1, 2];
  const name = (v: number) => String(v).replace('-', '−');
  return [
    svg(frame, 'rect', {
      x: px(-2),
      y: py(2),
      width: side,
      height: side,
      fill: 'none',
      stroke: 'var(--rule)',
    }),
    ...values.map((v) => tick(px(v), py(-2) + 19, v === 2 ? 'x₁' : name(v), 'middle')),
    ...values.map((v) => tick(px(-2) - 12, py(v), v === 2 ? 'x₂' : name(v), 'end')),
  ];
}

/** The square of inputs: bends as lines, differences as dots, the chosen input as a ring to drag. */
export function drawPad(frame: Frame, result: Machine, width: number): { height: number; parts: SVGElement } {
  const pad = padOf(width);
  const [cx, cy] = [pad.px(result.x[0]), pad.py(result.x[1])];
  const ring = { cx, cy, r: 7, fill: 'var(--paper)', stroke: 'var(--ink)', 'stroke-width': 2.5 };
  return {
    height: pad.side + MARGIN.top + MARGIN.bottom,
    parts: svg(
      frame,
      'g',
      { 'font-family': 'var(--sans)', 'font-size': 12 },
      svg(frame, 'rect', {
        x: pad.px(-2),
        y: pad.py(2),
        width: pad.side,
        height: pad.side,
        fill: 'var(--paper)',
      }),
      ...bends(frame, pad, result),
      dots(frame, pad, result),
      ...axes(frame, pad),
      svg(frame, 'circle', ring),
      svg(frame, 'circle', { cx, cy, r: GRIP, fill: 'transparent', class: 'grip' }),
    ),
  };
}
