/** Where a computation left the finite numbers. `layer` counts from 1; 0 is the input, null the loss. */
export interface NonFinite {
  readonly layer: number | null;
  /** `input`, `preactivation`, `activation`, `loss`, `gradient`, or a tensor such as `weight`. */
  readonly quantity: string;
  /** The first bad value and its place in the flat array of the quantity. */
  readonly value: number;
  readonly at: number;
  /** Shape of the quantity, e.g. [32, 64] for batch × units. */
  readonly shape: readonly number[];
}

/** A number became NaN or infinite. `where` is for programs, the message for people. */
export class NonFiniteError extends Error {
  readonly where: NonFinite;

  constructor(where: NonFinite, cause: string) {
    const { layer, quantity, value, at, shape } = where;
    const columns = shape.at(-1) ?? 1;
    const position = shape.length < 2 ? `[${at}]` : `[${Math.floor(at / columns)}, ${at % columns}]`;
    const place =
      quantity === 'loss'
        ? 'loss'
        : layer === 0
          ? `input ${position}`
          : `layer ${layer} ${quantity} ${position}`;
    super(`non-finite ${place} of shape ${shape.join(' × ') || 'scalar'}: ${value}; ${cause}`);
    this.name = 'NonFiniteError';
    this.where = where;
  }
}

/** Index of the first element that is NaN or infinite, or −1. */
export function firstNonFinite(values: ArrayLike<number>): number {
  const blocks = values.length - (values.length % 4);
  let zero0 = 0;
  let zero1 = 0;
  let zero2 = 0;
  let zero3 = 0;
  // 0·x is 0 for every finite x and NaN otherwise: no branch per element, and four sums that do not wait for each other.
  for (let i = 0; i < blocks; i += 4) {
    zero0 += 0 * values[i]!;
    zero1 += 0 * values[i + 1]!;
    zero2 += 0 * values[i + 2]!;
    zero3 += 0 * values[i + 3]!;
  }
  for (let i = blocks; i < values.length; i++) zero0 += 0 * values[i]!;
  if (zero0 + zero1 + zero2 + zero3 === 0) return -1;
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return i;
  return -1;
}

/** Throws NonFiniteError when `values` holds a NaN or an infinity. */
export function assertFinite(
  values: ArrayLike<number>,
  layer: number,
  quantity: string,
  shape: readonly number[],
  cause: string,
): void {
  const at = firstNonFinite(values);
  if (at >= 0) throw new NonFiniteError({ layer, quantity, value: values[at]!, at, shape }, cause);
}
