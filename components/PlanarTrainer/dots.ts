import type { PlanarPoint } from '../../src/datasets/planar.ts';
import { placeOnMap, type Window } from './points.ts';

/** Points of one class within the window, as path data on the map: round caps make them dots. */
export function dotsPath(points: readonly PlanarPoint[], label: 0 | 1, window: Window): string {
  const places = points
    .filter((point) => point.label === label)
    .map((point) => placeOnMap(point, window))
    .filter((place) => place !== null)
    .sort((a, b) => a[0] - b[0]);
  let [x, y] = [0, 0];
  return places
    .map(([nextX, nextY]) => {
      const step = `m${nextX - x}${nextY < y ? '' : ' '}${nextY - y}h0`;
      [x, y] = [nextX, nextY];
      return step;
    })
    .join('');
}
