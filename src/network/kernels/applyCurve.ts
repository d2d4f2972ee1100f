import type { ActivationKind, Curve } from './activationKind.ts';
import type { Workspace } from './workspace.ts';

/**
 * φ(h) in the place of h and φ′(h) at `slope`, for `size` float32 numbers, a multiple of 4. A function without a vector form
 * (`kind` null), such as a reader's own, is called element by element.
 */
export function applyCurve(
  workspace: Workspace,
  curve: Curve,
  kind: ActivationKind | null,
  out: number,
  slope: number,
  size: number,
): void {
  if (kind) {
    workspace.ops.activate!(kind.kind, size, out, out, slope, kind.p, kind.q, kind.r, kind.s);
    return;
  }
  const values = workspace.floats(out, size);
  const slopes = workspace.floats(slope, size);
  for (let i = 0; i < size; i++) {
    const x = values[i]!;
    values[i] = curve.f(x);
    slopes[i] = curve.df(x);
  }
}
