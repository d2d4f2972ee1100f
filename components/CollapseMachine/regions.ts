import type { Activation } from '../../src/activations/activation.ts';
import { type Affine, applyAffine, collapse } from '../../src/network/theory/collapse.ts';

type Point = readonly [number, number];

/** A convex piece of the square on which the whole network is one affine map. */
export interface Region {
  readonly corners: readonly Point[];
  /** From x to the output of the network, on this piece. */
  readonly map: Affine;
}

const square: readonly Point[] = [
  [-2, -2],
  [2, -2],
  [2, 2],
  [-2, 2],
];

const identityMap: Affine = {
  weights: [
    [1, 0],
    [0, 1],
  ],
  bias: [0, 0],
};

/** Corners and jumps of φ, from the left. */
export const bends = ({ kinks }: Activation): number[] =>
  kinks
    .filter(({ of }) => of !== 'd2f')
    .map(({ x }) => x)
    .sort((a, b) => a - b);

/** Which straight piece of φ a number lies on, counted from the left; a corner belongs to the piece left of it. */
export const pieceOf = (at: readonly number[], h: number): number => at.filter((x) => h > x).length;

/** True when φ is made of straight pieces: its second derivative is 0 wherever one looks. */
export function isPiecewiseStraight({ d2f }: Activation): boolean {
  return Array.from({ length: 81 }, (_, i) => (i - 40.3) / 5).every((x) => d2f(x) === 0);
}

/**
 * Cuts the square [−2, 2]² along every line on which a unit crosses a corner of φ; on each piece the network is affine.
 * Exact up to rounding. Null when φ is curved. Layers as in `run`: φ after every one but the last.
 */
export function regions(layers: readonly Affine[], activation: Activation): Region[] | null {
  if (!isPiecewiseStraight(activation)) return null;
  const at = bends(activation);
  let pieces: Region[] = [{ corners: square, map: identityMap }];
  for (const layer of layers.slice(0, -1)) {
    pieces = pieces.flatMap(({ corners, map }) => {
      const h = collapse(map, layer);
      return cutAll(corners, h, at).map((part) => ({
        corners: part,
        map: bent(h, activation, middle(part)),
      }));
    });
  }
  return pieces.map(({ corners, map }) => ({ corners, map: collapse(map, layers.at(-1)!) }));
}

/** φ after an affine map, on a piece where every unit stays on one straight stretch of φ. */
function bent(h: Affine, { f, df }: Activation, at: Point): Affine {
  const values = applyAffine(h, at);
  const slopes = values.map(df);
  return {
    weights: h.weights.map((row, i) => row.map((w) => w * slopes[i]!)),
    bias: values.map((value, i) => f(value) - slopes[i]! * value + slopes[i]! * h.bias[i]!),
  };
}

function cutAll(corners: readonly Point[], h: Affine, at: readonly number[]): (readonly Point[])[] {
  let parts = [corners];
  h.weights.forEach((row, i) => {
    for (const bend of at) {
      const side = ([x, y]: Point): number => row[0]! * x + row[1]! * y + h.bias[i]! - bend;
      parts = parts.flatMap((part) => [clip(part, side), clip(part, (p) => -side(p))].filter(isSolid));
    }
  });
  return parts;
}

/** The part of a convex polygon where `side` is not negative (Sutherland & Hodgman 1974). */
function clip(corners: readonly Point[], side: (point: Point) => number): Point[] {
  return corners.flatMap((a, i) => {
    const b = corners[(i + 1) % corners.length]!;
    const [sa, sb] = [side(a), side(b)];
    const kept = sa >= 0 ? [a] : [];
    if (sa * sb >= 0) return kept;
    const t = sa / (sa - sb);
    return [...kept, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])] as const];
  });
}

/** Slivers are rounding, not regions. */
const isSolid = (corners: readonly Point[]): boolean => area(corners) > 1e-9;

export function area(corners: readonly Point[]): number {
  const twice = corners.reduce((sum, [x, y], i) => {
    const [nx, ny] = corners[(i + 1) % corners.length]!;
    return sum + x * ny - nx * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The mean of the corners: inside, because the piece is convex. */
export function middle(corners: readonly Point[]): Point {
  const sum = corners.reduce(([sx, sy], [x, y]) => [sx + x, sy + y] as const, [0, 0] as Point);
  return [sum[0] / corners.length, sum[1] / corners.length];
}
