import { svg } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import type { PartName } from './parts.ts';
import type { Point } from './ribbon.ts';

/** Both drawings use a field of this many units. */
export const FIELD = { width: 400, height: 272 } as const;

/** How large a drawing is, and which part stands out. */
export interface Sheet {
  /** px per drawing unit. */
  readonly scale: number;
  /** The part to show in full ink; the rest steps back. Null shows everything alike. */
  readonly lit: PartName | null;
}

/** A name beside a drawing, with a thin line to the spot it names; places in drawing units. */
export interface Label {
  readonly part: PartName;
  readonly text: string;
  readonly at: Point;
  readonly target: Point;
  readonly anchor: 'start' | 'end';
}

/** The ink of a part: full, or stepped back while another part is lit. Opaque, since parts overlap. */
const ink = ({ lit }: Sheet, part: PartName): string =>
  lit === null || lit === part ? 'var(--ink)' : 'var(--rule)';

/** The shapes of one part, marked so that the page can tell which part a pointer is on; they draw in `currentColor`. */
export function partGroup(frame: Frame, sheet: Sheet, part: PartName, ...shapes: SVGElement[]): SVGElement {
  return svg(frame, 'g', { 'data-part': part, color: ink(sheet, part) }, ...shapes);
}

/** Nothing to see, but wide enough for a finger along a thin line. */
export const touchable = (frame: Frame, d: string): SVGElement =>
  svg(frame, 'path', { d, fill: 'none', stroke: 'none', 'stroke-width': 16, 'pointer-events': 'stroke' });

/** A name and its line. */
export function drawLabel(frame: Frame, sheet: Sheet, { part, text, at, target, anchor }: Label): SVGElement {
  const { scale, lit } = sheet;
  const [x, y] = [at[0] * scale, at[1] * scale];
  // The line starts under the word or above it, whichever side faces the part.
  const below = target[1] > at[1];
  const start: Point = [x + (anchor === 'start' ? 8 : -8), y + (below ? 9 : -10)];
  const leader = svg(frame, 'line', {
    x1: start[0],
    y1: start[1],
    x2: target[0] * scale,
    y2: target[1] * scale,
    stroke: 'var(--control)',
    'stroke-width': 0.75,
  });
  const word = svg(
    frame,
    'text',
    {
      x,
      y,
      dy: '0.32em',
      'text-anchor': anchor,
      'font-size': 12,
      'font-weight': lit === part ? 600 : 400,
      fill: lit === part ? 'var(--ink)' : lit === null ? 'var(--ink-2)' : 'var(--ink-3)',
    },
    text,
  );
  return svg(frame, 'g', { 'data-part': part }, leader, word);
}
