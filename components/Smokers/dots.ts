import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';

type Place = readonly [x: number, y: number];

/** Whole pixels, from left to right, each as a step from the one before: a fifth of the bytes of as many circles. */
function pathOfDots(places: readonly Place[]): string {
  const rounded = places.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  rounded.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let [x, y] = [0, 0];
  return rounded
    .map(([nextX, nextY]) => {
      const step = `m${nextX - x}${nextY < y ? '' : ' '}${nextY - y}h0`;
      [x, y] = [nextX, nextY];
      return step;
    })
    .join('');
}

/** People: discs for those who smoke, rings for those who do not. `name` is unique within the figure. */
export function dots(
  frame: Frame,
  name: string,
  smoking: readonly Place[],
  others: readonly Place[],
  size: number,
  opacity?: number,
): SVGElement {
  const id = `${frame.id}-${frame.width}-${name}`;
  const again = (stroke: string, width: number): SVGElement =>
    svg(frame, 'use', { href: `#${id}`, stroke, 'stroke-width': width });
  const rings =
    others.length === 0
      ? []
      : [
          svg(frame, 'defs', {}, svg(frame, 'path', { id, d: pathOfDots(others) })),
          again('var(--ink-3)', size),
          again('var(--paper)', size - 2),
        ];
  const discs =
    smoking.length === 0
      ? null
      : svg(frame, 'path', { d: pathOfDots(smoking), stroke: 'var(--ink)', 'stroke-width': size });
  return svg(frame, 'g', { 'stroke-linecap': 'round', fill: 'none', opacity }, ...rings, discs);
}
