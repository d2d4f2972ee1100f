import { type ActivationKind, activationKind, type Curve } from './activationKind.ts';
import type { Workspace } from './workspace.ts';

/** Rows and columns fill whole vectors of four. */
export const padded = (count: number): number => 4 * Math.ceil(count / 4);

/** One layer h = x·W + b, a = φ(h) in a workspace. Matrices are row-major with padded rows; W is inputs × units here. */
export interface DenseLayer {
  readonly inputs: number;
  readonly units: number;
  /** Padded counts, and the bytes of a row of x and of a. */
  readonly inputColumns: number;
  readonly columns: number;
  readonly inputRow: number;
  readonly row: number;
  /** Null in the output layer. */
  readonly curve: Curve | null;
  /** Null when the curve has no vector form on this path. */
  readonly kind: ActivationKind | null;
  readonly weights: number;
  readonly bias: number;
  readonly x: number;
  /** h, then a in its place. */
  readonly out: number;
  /** φ′(h). */
  readonly slope: number;
}

/** Lays the layers of `sizes` out in a workspace that was begun: parameters in one piece, then activations. */
export function layOut(
  workspace: Workspace,
  sizes: readonly number[],
  curves: readonly Curve[],
  batch: number,
): DenseLayer[] {
  const units = sizes.slice(1);
  const columns = sizes.map(padded);
  const weights = units.map((_, l) => ({
    weights: workspace.reserve(columns[l]! * columns[l + 1]!),
    bias: workspace.reserve(columns[l + 1]!),
  }));
  const rows = padded(batch);
  const values = columns.map((count) => workspace.reserve(rows * count));
  return units.map((count, l) => {
    const curve = curves[l] ?? null;
    return {
      inputs: sizes[l]!,
      units: count,
      inputColumns: columns[l]!,
      columns: columns[l + 1]!,
      inputRow: 4 * columns[l]!,
      row: 4 * columns[l + 1]!,
      curve,
      kind: curve && workspace.ops.activate ? activationKind(curve) : null,
      ...weights[l]!,
      x: values[l]!,
      out: values[l + 1]!,
      slope: curve ? workspace.reserve(rows * columns[l + 1]!) : 0,
    };
  });
}
