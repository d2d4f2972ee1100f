import { padded } from './denseLayer.ts';
import type { Workspace } from './workspace.ts';

/** Copies rows × columns numbers into a block whose rows are padded to multiples of 4; padding becomes 0. */
export function writeRows(
  workspace: Workspace,
  pointer: number,
  values: ArrayLike<number>,
  rows: number,
  columns: number,
): void {
  const stride = padded(columns);
  const view = workspace.floats(pointer, rows * stride);
  if (stride === columns) {
    view.set(values);
    return;
  }
  view.fill(0);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) view[i * stride + j] = values[i * columns + j]!;
  }
}

/** A copy of rows × columns numbers from such a block, without their padding. */
export function readRows(workspace: Workspace, pointer: number, rows: number, columns: number): Float32Array {
  const stride = padded(columns);
  const from = workspace.floats(pointer, rows * stride);
  const out = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) out.set(from.subarray(i * stride, i * stride + columns), i * columns);
  return out;
}
