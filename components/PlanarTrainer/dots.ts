import type { PlanarPoint } from '../../src/datasets/planar.ts';
import { mapSide, onMap, type Window } from './points.ts';

/** Points of one class within the window, as path data on the map: round caps make them dots. */
export function dotsPath(points: readonly PlanarPoint[], label: 0 | 1, window: Window): string {
  const places = points
    .filter((point) => point.label === label)
    .map(({ x, y }) => onMap(window, x, y).map(Math.round) as [number, number])
    .filter(([x, y]) => x >= 0 && y >= 0 && x <= mapSide && y <= mapSide)
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
