import { identity } from '../../src/figure/identity.ts';
import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { activationOf } from './model.ts';
import type { Letter } from './plane.ts';
import { brief } from './sizes.ts';

const radius = 9;

/** Rings with letters; leaders of those that had to make room; arrows and numbers of those that lie outside. */
export function letterMarks(letters: readonly Letter[], frame: Frame): SVGElement[] {
  // A leader ends under the ring that stands on its place.
  const moved = letters.filter(({ at, place }) => at[1] !== place[1]);
  return [
    ...moved.flatMap((letter) => leader(letter, frame)),
    ...letters.flatMap((letter) => ring(letter, frame)),
  ];
}

function ring(letter: Letter, frame: Frame): SVGElement[] {
  const { slot, network, at, beyond } = letter;
  const look = identity(activationOf(network).family);
  const [x, y] = at;
  const text = { x, y, dy: '0.32em', 'text-anchor': 'middle', fill: look.text, 'font-weight': 600 };
  const circle = { class: `point-${slot}`, cx: x, cy: y, r: radius, fill: 'var(--paper)', stroke: look.line };
  return [
    svg(frame, 'circle', { ...circle, 'stroke-width': 2 }),
    svg(frame, 'text', { ...text, 'pointer-events': 'none' }, slot.toUpperCase()),
    ...(beyond[0] || beyond[1] ? outside(letter, look.text, frame) : []),
  ];
}

function leader({ place: [x, y], at, network }: Letter, frame: Frame): SVGElement[] {
  const stroke = identity(activationOf(network).family).line;
  return [
    svg(frame, 'path', { d: `M${x.toFixed(1)},${y.toFixed(1)}V${at[1].toFixed(1)}`, stroke }),
    svg(frame, 'circle', { cx: x, cy: y, r: 2.5, fill: stroke }),
  ];
}

/** An arrowhead on the side where the place is, and the variances. */
function outside({ at: [x, y], beyond, sigmaW2, sigmaB2 }: Letter, fill: string, frame: Frame): SVGElement[] {
  const angle = beyond[0] ? (beyond[1] ? -45 : 0) : -90;
  const turn = `translate(${x.toFixed(1)},${y.toFixed(1)}) rotate(${angle})`;
  const values = `${brief(sigmaW2)}, ${brief(sigmaB2)}`;
  const side = x > frame.width / 2 ? -1 : 1;
  const words = { x: x + side * (radius + 5), y, dy: '0.32em', 'text-anchor': side < 0 ? 'end' : 'start' };
  return [
    svg(frame, 'path', { d: `M${radius + 2},-4L${radius + 8},0L${radius + 2},4Z`, fill, transform: turn }),
    svg(frame, 'text', { ...words, fill: 'var(--ink-2)', 'font-size': 12 }, values),
  ];
}
