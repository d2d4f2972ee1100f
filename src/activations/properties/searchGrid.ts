import type { Interval, Scalar } from './probe.ts';

/** Cells of the search, cut off the obvious places so that kinks at round numbers fall inside a cell. */
export const CELLS = 1280;
// A part of a cell: 1/977 on [−10, 10].
const OFFSET = 64 / 977;

/** The nodes of the search: 1280 cells of equal width, shifted by 64/977 of a cell; both ends belong to it. */
export function searchGrid([a, b]: Interval): number[] {
  const inner = Array.from({ length: CELLS }, (_, i) => a + ((b - a) * (i + OFFSET)) / CELLS);
  return [a, ...inner, b];
}

/** The cell of a grid over which f changes most, by the index of its upper node. */
export function steepestCell(f: Scalar, grid: readonly number[]): number {
  const values = grid.map(f);
  const change = (i: number) => Math.abs(values[i]! - values[i - 1]!) || 0;
  return grid.reduce((most, _, i) => (i > 0 && change(i) > change(most) ? i : most), 1);
}
