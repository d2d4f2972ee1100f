import { heights, places } from './controls.ts';

/** The drawing area inside the SVG, in pixels; the same for the plot and for the pointer. */
export const sheet = { left: 34, right: 64, top: 10, bottom: 26 } as const;

export const domain = {
  x: [places[0]! - 0.15, places.at(-1)! + 0.15],
  y: [heights.low, heights.high],
} as const;

/** Handle and height at a point of an SVG of the given size. */
export function handleAt(
  x: number,
  y: number,
  width: number,
  height: number,
): { index: number; value: number } {
  const { left, right, top, bottom } = sheet;
  const along = (x - left) / (width - left - right);
  const up = (height - bottom - y) / (height - top - bottom);
  const at = domain.x[0] + along * (domain.x[1] - domain.x[0]);
  const index = Math.round((at - places[0]!) / (places[1]! - places[0]!));
  const value = domain.y[0] + up * (domain.y[1] - domain.y[0]);
  return {
    index: Math.min(Math.max(index, 0), places.length - 1),
    value: Math.round(Math.min(Math.max(value, heights.low), heights.high) * 100) / 100,
  };
}
