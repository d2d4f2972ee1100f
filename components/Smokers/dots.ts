import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';

type Place = readonly [x: number, y: number];

const tenth = (v: number): string => String(Math.round(v * 10) / 10);
const pathOfDots = (places: readonly Place[]): string =>
  places.map(([x, y]) => `M${tenth(x)} ${tenth(y)}h0`).join('');

/** People as two paths or three: discs for those who smoke, rings for those who do not. Far lighter than 600 circles. */
export function dots(
  frame: Frame,
  smoking: readonly Place[],
  others: readonly Place[],
  size: number,
  opacity?: number,
): SVGElement {
  const path = (places: readonly Place[], stroke: string, width: number): SVGElement | null =>
    places.length === 0 ? null : svg(frame, 'path', { d: pathOfDots(places), stroke, 'stroke-width': width });
  return svg(
    frame,
    'g',
    { 'stroke-linecap': 'round', fill: 'none', opacity },
    path(others, 'var(--ink-3)', size),
    path(others, 'var(--paper)', size - 2),
    path(smoking, 'var(--ink)', size),
  );
}
