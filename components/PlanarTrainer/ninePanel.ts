import { findActivation } from '../../src/activations/index.ts';
import { identity } from '../../src/figure/identity.ts';
import { picture, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { dotsPath } from './dots.ts';
import { mapAt, steady } from './mapPanel.ts';
import { nine, type SmallMap } from './nine.ts';
import { dataNames, pointsOf, windows } from './points.ts';

const gap = 14;
const head = 28;
const foot = 22;

/** Three sets of points times three functions after 1500 steps: straight, cornered, smooth. */
export function ninePanel(frame: Frame): SVGElement {
  const side = (frame.width - 2 * gap) / 3;
  const phis = [...new Set(nine.map(({ phi }) => phi))];
  const order = ['identity', 'relu', 'tanh'].filter((phi) => phis.includes(phi));
  const names = order.map((phi, column) => {
    const { label, family } = findActivation(phi);
    const at = { x: column * (side + gap), y: 18, 'font-weight': 600, fill: identity(family).text };
    return svg(frame, 'text', at, label);
  });
  const maps = nine.map((map) => {
    const left = order.indexOf(map.phi) * (side + gap);
    return smallMap(frame, map, left, head + dataNames.indexOf(map.data) * (side + foot), side);
  });
  return picture(
    frame,
    head + 3 * (side + foot),
    {
      title: 'Nine networks after 1500 steps',
      description: nine
        .map(({ data, phi, right }) => `${data} with ${findActivation(phi).label}: ${right} of 300 right.`)
        .join(' '),
    },
    svg(frame, 'defs', {}, ...dataNames.flatMap((data) => clouds(frame, data))),
    svg(frame, 'g', { 'font-family': 'var(--sans)', 'font-size': 12 }, ...names, ...maps),
  );
}

const cloudId = (frame: Frame, data: string, label: number): string =>
  `${frame.id}-${frame.width}-${data}${label}`;

const clouds = (frame: Frame, data: (typeof dataNames)[number]): SVGElement[] =>
  ([0, 1] as const).map((label) =>
    svg(frame, 'path', {
      id: cloudId(frame, data, label),
      d: dotsPath(pointsOf(data), label, windows[data]),
      ...steady,
    }),
  );

function smallMap(frame: Frame, map: SmallMap, left: number, top: number, side: number): SVGElement {
  const hue = identity(findActivation(map.phi).family);
  const dots = (label: 0 | 1, stroke: string): SVGElement =>
    svg(frame, 'use', { href: `#${cloudId(frame, map.data, label)}`, stroke, 'stroke-width': 2.4 });
  return svg(
    frame,
    'g',
    {},
    svg(frame, 'rect', { x: left, y: top, width: side, height: side, fill: 'none', stroke: 'var(--hair)' }),
    mapAt(
      frame,
      left,
      top,
      side,
      svg(frame, 'path', { d: map.region, fill: hue.line, 'fill-opacity': 0.16 }),
      dots(0, 'var(--ink-3)'),
      dots(1, 'var(--ink)'),
      svg(frame, 'path', { d: map.border, stroke: hue.line, 'stroke-width': 1.75, ...steady }),
    ),
    svg(
      frame,
      'text',
      { x: left, y: top + side + 14, fill: 'var(--ink-2)' },
      `${((100 * map.right) / 300).toFixed(1)} %`,
    ),
  );
}
