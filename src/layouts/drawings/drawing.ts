import type { Family } from '../../activations/activation.ts';
import { type Point, thin } from '../../figure/curve.ts';

/** One line of a drawing. Colour belongs to the family the line stands for; a line without one is plain. */
export interface Stroke {
  readonly d: string;
  readonly family: Family | null;
  readonly weight: 'main' | 'thin';
  /** Lines of one bundle fade; 1 when left out. */
  readonly opacity?: number;
  /** False where a bundle would turn into a texture. */
  readonly dashed?: boolean;
}

/** A box of one colour step of the gradient scale. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly hatched: boolean;
}

/** A small ring where a line bends. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly family: Family;
}

export interface Drawing {
  /** For those who cannot see it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly strokes?: readonly Stroke[];
  readonly boxes?: readonly Box[];
  readonly rings?: readonly Ring[];
}

/** Maps the numbers of a drawing to its own pixels; y grows upwards. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export function place({ width, height, x, y }: Frame, [px, py]: Point): Point {
  return [((px - x[0]) / (x[1] - x[0])) * width, ((y[1] - py) / (y[1] - y[0])) * height];
}

/** Path of a function across the frame; points no one could see are left out, lines end a little outside the frame. */
export function curve(f: (x: number) => number, frame: Frame, samples = 240): string {
  const [from, to] = frame.x;
  const points = Array.from({ length: samples + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / samples;
    return place(frame, [x, f(x)]);
  });
  return line(thin(clip(points, frame.height), 0.12));
}

/** Path through points that are already in pixels. */
export function line(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

/** The part of a curve up to the first point outside the frame on either side of it. */
function clip(points: readonly Point[], height: number): Point[] {
  const inside = ([, y]: Point) => y > -height && y < 2 * height;
  return points.filter((point, i) => {
    const neighbours = [points[i - 1], points[i + 1]].filter((p) => p !== undefined);
    return inside(point) || neighbours.some(inside);
  });
}
