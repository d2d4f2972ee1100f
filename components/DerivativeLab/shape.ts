import type { ErrorRow, Lab } from './model.ts';

export type Kind = 'forward' | 'central';

/** The row with the smallest error that is not zero by luck. */
export function best(errors: readonly ErrorRow[], kind: Kind): ErrorRow | null {
  const fair = errors.filter((row) => row[kind] > 0 && Number.isFinite(row[kind]));
  return fair.reduce<ErrorRow | null>(
    (least, row) => (!least || row[kind] < least[kind] ? row : least),
    null,
  );
}

/**
 * How an error goes with the step size: a V has an arm of truncation at large steps and one of rounding at small ones.
 * It may miss the first (φ is straight), the second (nothing cancels, as at φ(0) = 0), or both.
 */
export type Shape = 'V' | 'falls' | 'rises' | 'level';

/** An arm is ten times as high as the lowest point, or it is no arm. */
const ARM = 10;

export function shapeOf({ errors, activation: { f }, x, analytic }: Lab, kind: Kind): Shape {
  const lowest = best(errors, kind);
  if (!lowest) return 'level';
  const [first] = errors;
  const size = Math.max(...[x - 0.1, x, x + 0.1].map((at) => Math.abs(f(at))).filter(Number.isFinite));
  // At h = 0.1 rounding costs some ε·|φ|/h, and no difference can do better.
  const rounding = (30 * Number.EPSILON * size) / 0.1;
  const truncated = first![kind] > Math.max(rounding, ARM * lowest[kind]);
  const smaller = errors.filter((row) => row.exponent < lowest.exponent).map((row) => row[kind]);
  const high = Math.max(0, ...smaller.filter(Number.isFinite));
  const ragged = high > Math.max(ARM * lowest[kind], 1e-13 * Math.abs(analytic));
  if (truncated) return ragged ? 'V' : 'falls';
  return ragged ? 'rises' : 'level';
}
