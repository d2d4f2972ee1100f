import { findActivation } from '../../src/activations/index.ts';
import { identity } from '../../src/figure/identity.ts';
import { picture, svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { type Spread, sayOf, shapeOf, spreadOf, standing } from '../../src/training/trained.ts';
import { type MeasuredNet, measuredNets } from './measured.ts';
import type { SmokersResult } from './model.ts';
import { ceiling, seen, unseen } from './people.ts';
import { planeRight } from './plane.ts';

/** One network of the comparison, in per cent of people on the right side. */
export interface Net {
  readonly name: string;
  readonly function: string;
  readonly family: Parameters<typeof identity>[0] | null;
  readonly starts: number;
  /** Every start broke off: the numbers are those just before. */
  readonly stopped: boolean;
  readonly seen: Spread;
  readonly unseen: Spread;
}

const percent = (rights: readonly number[], of: number): Spread =>
  spreadOf(rights.map((right) => (100 * right) / of));

function measured({ sizes, phi, seen: before, unseen: after }: MeasuredNet): Net {
  const activation = phi === 'square' ? null : findActivation(phi);
  return {
    name: shapeOf(sizes),
    function: activation?.label ?? 'x²',
    family: activation?.family ?? null,
    starts: before.length,
    stopped: false,
    seen: percent(before, seen.labels.length),
    unseen: percent(after, unseen.labels.length),
  };
}

/** The sixteen networks of the table. */
export const tableNets: readonly Net[] = measuredNets.map(measured);

/** The reader's network as it stands, over the starts that did not break off. */
export function ownNet({ sizes, functions, snapshot }: SmokersResult): Net {
  const now = standing(snapshot);
  const labels = [...new Set(functions.map(({ label }) => label))];
  return {
    name: shapeOf(sizes),
    function: labels.join(', ') || 'no φ',
    family: functions[0]?.family ?? 'identity',
    starts: now.train.length,
    stopped: now.broken === now.starts,
    seen: percent(
      now.train.map(({ right }) => right),
      seen.labels.length,
    ),
    unseen: percent(
      now.heldOut.map(({ right }) => right),
      unseen.labels.length,
    ),
  };
}

const row = 19;
const top = 44;
/** The axis in per cent; a network below it is an arrow at its left end. */
const from = 58;
const to = 94;

/** Right answers on new people: the reader's network first, then the sixteen, with the plane's and the rule's own. */
export function netsPanel(result: SmokersResult, frame: Frame): SVGElement {
  const nets = [ownNet(result), ...tableNets];
  const left = frame.phone ? 124 : 142;
  const right = frame.phone ? 78 : 84;
  const bottom = top + row * nets.length + 8;
  const x = (share: number): number =>
    left + ((Math.min(Math.max(share, from), to) - from) / (to - from)) * (frame.width - left - right);
  const plane = (100 * planeRight(result.plane, unseen)) / unseen.labels.length;
  const best = 100 * ceiling(unseen);
  // Half the width of the right name and a gap: the left one keeps clear of it.
  const clear = x(best) - 42 - 8;
  const guide = (share: number, text: string, end?: number): SVGElement =>
    svg(
      frame,
      'g',
      {},
      svg(frame, 'path', {
        d: `M${x(share).toFixed(1)},${top - 14}V${bottom}`,
        stroke: 'var(--ink-2)',
        'stroke-dasharray': '1,3',
      }),
      svg(
        frame,
        'text',
        { x: end ?? x(share), y: 22, 'text-anchor': end ? 'end' : 'middle', fill: 'var(--ink-2)' },
        text,
      ),
    );
  return picture(
    frame,
    bottom + 22,
    { title: 'Right answers on new people', description: nets.map(describe).join(' ') },
    svg(
      frame,
      'g',
      { 'font-family': 'var(--sans)', 'font-size': 12 },
      ...[60, 70, 80, 90].map((share) => tickAt(frame, x(share), bottom, share)),
      guide(plane, 'this plane', Math.min(x(plane) + 30, clear)),
      guide(best, 'all anyone can'),
      svg(frame, 'rect', {
        x: 0,
        y: top - 4,
        width: frame.width,
        height: row + 2,
        fill: 'var(--sunk)',
      }),
      ...nets.map((net, k) => drawNet(frame, net, x, top + row * k + row / 2 - (k === 0 ? 3 : 0))),
    ),
  );
}

function drawNet(frame: Frame, net: Net, x: (share: number) => number, y: number): SVGElement {
  const look = net.family ? identity(net.family) : null;
  const hue = look?.line ?? 'var(--ink-2)';
  const { mean, deviation } = net.unseen;
  const whisker = `M${x(mean - deviation).toFixed(1)},${y}H${x(mean + deviation).toFixed(1)}`;
  return svg(
    frame,
    'g',
    {},
    svg(frame, 'text', { x: 4, y, dy: '.35em', fill: 'var(--ink-2)' }, net.name),
    svg(
      frame,
      'text',
      { x: 65, y, dy: '.35em', 'font-weight': 600, fill: look?.text ?? 'var(--ink-2)' },
      shortened(net.function, frame.phone ? 8 : 10),
    ),
    ...(net.stopped
      ? []
      : [
          svg(frame, 'path', { d: whisker, stroke: hue, 'stroke-width': 1.5 }),
          mean < from
            ? svg(frame, 'path', { d: `M${x(from) - 4},${y}l8,-4v8z`, fill: hue, class: 'net-below' })
            : svg(frame, 'circle', { cx: x(mean), cy: y, r: 3.4, fill: hue }),
        ]),
    svg(
      frame,
      'text',
      { x: frame.width - 4, y, dy: '.35em', 'text-anchor': 'end', fill: 'var(--ink)' },
      net.stopped ? 'stopped' : sayOf(net.unseen, net.starts),
    ),
  );
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const tickAt = (frame: Frame, x: number, bottom: number, share: number): SVGElement =>
  svg(
    frame,
    'g',
    {},
    svg(frame, 'path', { d: `M${x.toFixed(1)},${top - 4}V${bottom}`, stroke: 'var(--hair)' }),
    svg(frame, 'text', { x, y: bottom + 16, 'text-anchor': 'middle', fill: 'var(--ink-3)' }, String(share)),
  );

const describe = (net: Net): string =>
  `${net.name} ${net.function}${net.stopped ? ', just before it stopped' : ''}: ${sayOf(net.seen, net.starts)} % of the 600, ${sayOf(net.unseen, net.starts)} % of new people.`;
