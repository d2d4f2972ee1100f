import * as Plot from '@observablehq/plot';
import type { Activation } from '../activations/activation.ts';
import { type Identity, identity } from './identity.ts';

export type Point = readonly [x: number, y: number];

export type Order = 'f' | 'df' | 'd2f';

const jumpOf: Record<Order, readonly Order[]> = { f: ['f'], df: ['f', 'df'], d2f: ['f', 'df', 'd2f'] };

/** Heights beyond this, next to a pole, are drawn here: SVG knows no larger numbers than float32. */
const FAR = 1e9;

/**
 * Points of f, f′ or f″ on [from, to], dense enough for a width of some 600 px and thinned where the curve is straight
 * to within `tolerance` (in units of y). A jump breaks the line with a NaN point; corners are kept exactly.
 */
export function curvePoints(
  activation: Pick<Activation, Order | 'kinks'>,
  from: number,
  to: number,
  order: Order = 'f',
  tolerance = (to - from) / 4000,
): Point[] {
  const inside = activation.kinks.filter((k) => k.x > from && k.x < to);
  const breaks = inside.filter((k) => jumpOf[order].includes(k.of)).map((k) => k.x);
  const corners = inside.map((k) => k.x);
  const nodes = [from, ...corners, to];
  const value = (x: number) => Math.min(Math.max(activation[order](x), -FAR), FAR);
  const points: Point[] = [];
  nodes.slice(1).forEach((end, i) => {
    const start = nodes[i]!;
    const gap = (end - start) * 1e-9;
    const a = breaks.includes(start) ? start + gap : start;
    const b = breaks.includes(end) ? end - gap : end;
    if (breaks.includes(start)) points.push([start, Number.NaN]);
    const n = Math.max(8, Math.ceil(((end - start) / (to - from)) * 240));
    const piece = Array.from({ length: n + 1 }, (_, k): Point => {
      const x = a + ((b - a) * k) / n;
      return [x, value(x)];
    });
    points.push(...thinRuns(piece, tolerance));
  });
  return points;
}

/** The points thinned where f is a number; where it is none (a reader's `sqrt(x)`), one NaN point breaks the line. */
function thinRuns(points: readonly Point[], tolerance: number): Point[] {
  const start = points.findIndex(([, y]) => Number.isFinite(y));
  if (start < 0) return [];
  const length = points.slice(start).findIndex(([, y]) => !Number.isFinite(y));
  if (length < 0) return [...broken(points, start), ...thin(points.slice(start), tolerance)];
  const end = start + length;
  const run = thin(points.slice(start, end), tolerance);
  return [
    ...broken(points, start),
    ...run,
    [points[end]![0], Number.NaN],
    ...thinRuns(points.slice(end), tolerance),
  ];
}

const broken = (points: readonly Point[], start: number): Point[] =>
  start === 0 ? [] : [[points[start - 1]![0], Number.NaN]];

/** Ramer–Douglas–Peucker in y: the fewest of the points that stay within `tolerance` of all of them. */
export function thin(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points];
  const [first, last] = [points[0]!, points[points.length - 1]!];
  let worst = 0;
  let at = 0;
  points.forEach(([x, y], i) => {
    const t = (x - first[0]) / (last[0] - first[0]);
    const off = Math.abs(y - (first[1] + t * (last[1] - first[1])));
    if (off > worst || Number.isNaN(off)) {
      worst = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
      at = i;
    }
  });
  if (worst <= tolerance || at === 0 || at === points.length - 1) return [first, last];
  return [...thin(points.slice(0, at + 1), tolerance).slice(0, -1), ...thin(points.slice(at), tolerance)];
}

/** A line in a family's identity: colour and dash; the reader's own as a twin track (two lines). */
export function track(
  points: readonly Point[],
  look: Identity,
  { width = 2.25, dash = look.dash, opacity = 1, ...more }: Partial<TrackOptions> = {},
): Plot.Markish[] {
  const base = { x: '0', y: '1', strokeLinejoin: 'round', strokeOpacity: opacity, ...more } as const;
  const line = (stroke: string, strokeWidth: number): Plot.Markish =>
    Plot.line(points as Point[], { ...base, stroke, strokeWidth, strokeDasharray: dash });
  return look.twin ? [line(look.line, 5), line('var(--paper)', 2)] : [line(look.line, width)];
}

export interface TrackOptions {
  /** Stroke width in px: 2.25 main, 1.75 second, 1.25 theory, 1.5 derivative, 0.75 single runs. */
  width: number;
  /** Another dash than the family's, e.g. `5,4` for a derivative in a panel of one function. */
  dash: string | undefined;
  opacity: number;
  clip: boolean;
}

/** The curve of an activation in its family's identity. */
export function activationTrack(
  activation: Activation,
  from: number,
  to: number,
  options: Partial<TrackOptions> & { order?: Order } = {},
): Plot.Markish[] {
  const { order = 'f', ...style } = options;
  return track(curvePoints(activation, from, to, order), identity(activation.family), style);
}
