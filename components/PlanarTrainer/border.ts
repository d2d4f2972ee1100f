import {
  type Corner,
  levelLines,
  type Point,
  pathOf,
  regionRings,
  simplify,
} from '../../src/training/contour.ts';
import { mapNodes, type PlanarResult } from './model.ts';
import { mapSide, onMap, windows } from './points.ts';

const place = ({ x, y }: Corner): Point => {
  const unit = mapSide / (mapNodes - 1);
  return [Math.round(x * unit), Math.round(y * unit)];
};

/** The region where the network says class 1 with at least this many nats, as path data on the map. */
export function regionPath(logits: ArrayLike<number>, level = 0): string {
  const rings = regionRings(logits, mapNodes, level);
  return pathOf(
    rings.map((ring) => simplify([...ring, ring[0]!].map(place), 1)),
    true,
  );
}

/** The border p = ½ itself. */
export const borderPath = (logits: ArrayLike<number>): string =>
  pathOf(levelLines(regionRings(logits, mapNodes)).map((line) => simplify(line.map(place), 1)));

/** Where each unit of the first layer changes sign: a line, cut off at the rim of the map. */
export function unitLines({ data, scaler, sizes, snapshot }: PlanarResult): Point[][] {
  if (sizes.length === 2) return [];
  const { weights, biases } = snapshot.layers[0]!;
  const window = windows[data];
  const { x, y, half } = window;
  const rim = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ] as const;
  return Array.from(biases, (bias, unit) => {
    const sum = ([px, py]: readonly [number, number]): number =>
      bias +
      (weights[2 * unit]! * (px - scaler.means[0]!)) / scaler.deviations[0]! +
      (weights[2 * unit + 1]! * (py - scaler.means[1]!)) / scaler.deviations[1]!;
    return rim.flatMap((a, k): Point[] => {
      const b = rim[(k + 1) % 4]!;
      const [p, q] = [sum(a), sum(b)];
      if (p > 0 === q > 0) return [];
      const t = p / (p - q);
      return [onMap(window, a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))];
    });
  }).filter((line) => line.length === 2);
}
