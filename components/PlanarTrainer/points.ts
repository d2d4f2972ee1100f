import { moons, type PlanarPoint, spirals, xor } from '../../src/datasets/planar.ts';

export const dataNames = ['moons', 'spirals', 'xor'] as const;
export type DataName = (typeof dataNames)[number];

/** 300 points, seed 7, with a multiple of the usual noise (XOR has none). */
export const pointsOf = (data: DataName, noise = 1): PlanarPoint[] => {
  switch (data) {
    case 'moons':
      return moons({ noise: 0.15 * noise });
    case 'spirals':
      return spirals({ noise: 0.03 * noise });
    case 'xor':
      return xor();
  }
};

/** The square of the plane that maps show. */
export interface Window {
  readonly x: number;
  readonly y: number;
  /** Half the side. */
  readonly half: number;
}

export const windows: Readonly<Record<DataName, Window>> = {
  moons: { x: 0.5, y: 0.25, half: 1.9 },
  spirals: { x: 0, y: 0, half: 1.2 },
  xor: { x: 0, y: 0, half: 1.12 },
};

/** Side of all maps in their own units, whatever their size on the page; y runs downwards. */
export const mapSide = 790;

/** A place of the plane on the map. */
export function onMap({ x, y, half }: Window, px: number, py: number): readonly [number, number] {
  const unit = mapSide / (2 * half);
  return [(px - x + half) * unit, (y + half - py) * unit];
}

/** A place in whole units of the map; null for a point that noise has thrown beyond the window. */
export function placeOnMap({ x, y }: PlanarPoint, window: Window): readonly [number, number] | null {
  const [left, top] = onMap(window, x, y).map(Math.round) as [number, number];
  const isInside = left >= 0 && top >= 0 && left <= mapSide && top <= mapSide;
  return isInside ? [left, top] : null;
}

/** How many points the map does not show. */
export const countOutside = (points: readonly PlanarPoint[], window: Window): number =>
  points.filter((point) => placeOnMap(point, window) === null).length;
