/** An affine layer x ↦ Wx + b; W has one row per output. */
export interface Affine {
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** Wx + b. Throws RangeError when the length of x is not that of the rows. */
export function applyAffine({ weights, bias }: Affine, x: readonly number[]): number[] {
  return weights.map((row, i) => {
    if (row.length !== x.length) {
      throw new RangeError(`invalid input of length ${x.length}; expected ${row.length}, the columns of W`);
    }
    return row.reduce((sum, w, j) => sum + w * x[j]!, bias[i]!);
  });
}

/** The one layer that does what `first` and then `second` do: (W₂W₁)x + (W₂b₁ + b₂). */
export function collapse(first: Affine, second: Affine): Affine {
  const columns = first.weights[0]!.map((_, j) => first.weights.map((row) => row[j]!));
  const product = columns.map((column) => applyAffine({ ...second, bias: second.bias.map(() => 0) }, column));
  return {
    weights: second.weights.map((_, i) => product.map((column) => column[i]!)),
    bias: applyAffine(second, first.bias),
  };
}
