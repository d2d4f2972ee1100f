/**
 * The three matrix products of a dense layer. All matrices are flat and row-major; X is batch × inputs, W is
 * units × inputs (one row per output unit), dZ is batch × units. Implementations may differ in rounding only.
 */
export interface LinearKernels {
  /** out = X·Wᵀ + b (batch × units); `bias` is null or has `units` elements. */
  forward(
    x: Float64Array,
    w: Float64Array,
    bias: Float64Array | null,
    out: Float64Array,
    shape: DenseShape,
  ): void;
  /** out = dZ·W (batch × inputs): the gradient that passes down. */
  backwardInput(dz: Float64Array, w: Float64Array, out: Float64Array, shape: DenseShape): void;
  /** out = dZᵀ·X (units × inputs): the gradient of the weights, summed over the batch. */
  backwardWeights(dz: Float64Array, x: Float64Array, out: Float64Array, shape: DenseShape): void;
}

export interface DenseShape {
  readonly batch: number;
  readonly inputs: number;
  readonly units: number;
}

/** Distances between neighbouring elements: along the rows or columns of `out`, and along the summed index. */
interface Strides {
  readonly leftRow: number;
  readonly leftSum: number;
  readonly rightColumn: number;
  readonly rightSum: number;
}

/**
 * out[r, c] = Σ_k left[r·leftRow + k·leftSum] · right[c·rightColumn + k·rightSum] (+ bias[c]), in blocks of 4 × 2 whose
 * eight sums stay in registers. Every element is summed in the order k = 0, 1, …, so a block equals the plain loop bit for bit.
 */
function product(
  left: Float64Array,
  right: Float64Array,
  bias: Float64Array | null,
  out: Float64Array,
  rows: number,
  columns: number,
  depth: number,
  s: Strides,
): void {
  const { leftRow, leftSum, rightColumn, rightSum } = s;
  const blockRows = rows - (rows % 4);
  const blockColumns = columns - (columns % 2);
  for (let r = 0; r < blockRows; r += 4) {
    for (let c = 0; c < blockColumns; c += 2) {
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      let a0 = r * leftRow;
      let a1 = a0 + leftRow;
      let a2 = a1 + leftRow;
      let a3 = a2 + leftRow;
      let b0 = c * rightColumn;
      let b1 = b0 + rightColumn;
      for (let k = 0; k < depth; k++) {
        const y0 = right[b0]!;
        const y1 = right[b1]!;
        const x0 = left[a0]!;
        const x1 = left[a1]!;
        const x2 = left[a2]!;
        const x3 = left[a3]!;
        s00 += x0 * y0;
        s01 += x0 * y1;
        s10 += x1 * y0;
        s11 += x1 * y1;
        s20 += x2 * y0;
        s21 += x2 * y1;
        s30 += x3 * y0;
        s31 += x3 * y1;
        a0 += leftSum;
        a1 += leftSum;
        a2 += leftSum;
        a3 += leftSum;
        b0 += rightSum;
        b1 += rightSum;
      }
      const bias0 = bias === null ? 0 : bias[c]!;
      const bias1 = bias === null ? 0 : bias[c + 1]!;
      let o = r * columns + c;
      out[o] = s00 + bias0;
      out[o + 1] = s01 + bias1;
      o += columns;
      out[o] = s10 + bias0;
      out[o + 1] = s11 + bias1;
      o += columns;
      out[o] = s20 + bias0;
      out[o + 1] = s21 + bias1;
      o += columns;
      out[o] = s30 + bias0;
      out[o + 1] = s31 + bias1;
    }
  }
  for (let r = 0; r < rows; r++) {
    rowProduct(left, right, bias, out, r, r < blockRows ? blockColumns : 0, columns, depth, s);
  }
}

/** The same product for the columns of one row from `first` on, in blocks of four so that the sums overlap in time. */
function rowProduct(
  left: Float64Array,
  right: Float64Array,
  bias: Float64Array | null,
  out: Float64Array,
  r: number,
  first: number,
  columns: number,
  depth: number,
  { leftRow, leftSum, rightColumn, rightSum }: Strides,
): void {
  const blockEnd = columns - ((columns - first) % 4);
  for (let c = first; c < blockEnd; c += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let a = r * leftRow;
    let b = c * rightColumn;
    for (let k = 0; k < depth; k++) {
      const x = left[a]!;
      s0 += x * right[b]!;
      s1 += x * right[b + rightColumn]!;
      s2 += x * right[b + 2 * rightColumn]!;
      s3 += x * right[b + 3 * rightColumn]!;
      a += leftSum;
      b += rightSum;
    }
    const o = r * columns + c;
    out[o] = s0 + (bias === null ? 0 : bias[c]!);
    out[o + 1] = s1 + (bias === null ? 0 : bias[c + 1]!);
    out[o + 2] = s2 + (bias === null ? 0 : bias[c + 2]!);
    out[o + 3] = s3 + (bias === null ? 0 : bias[c + 3]!);
  }
  for (let c = blockEnd; c < columns; c++) {
    let sum = 0;
    let a = r * leftRow;
    let b = c * rightColumn;
    for (let k = 0; k < depth; k++) {
      sum += left[a]! * right[b]!;
      a += leftSum;
      b += rightSum;
    }
    out[r * columns + c] = sum + (bias === null ? 0 : bias[c]!);
  }
}

/** The float64 kernels: what every number plotted as exact is computed with. */
export const float64Linear: LinearKernels = {
  forward(x, w, bias, out, { batch, inputs, units }) {
    const strides = { leftRow: inputs, leftSum: 1, rightColumn: inputs, rightSum: 1 };
    product(x, w, bias, out, batch, units, inputs, strides);
  },
  backwardInput(dz, w, out, { batch, inputs, units }) {
    const strides = { leftRow: units, leftSum: 1, rightColumn: 1, rightSum: inputs };
    product(dz, w, null, out, batch, inputs, units, strides);
  },
  backwardWeights(dz, x, out, { batch, inputs, units }) {
    const strides = { leftRow: 1, leftSum: units, rightColumn: 1, rightSum: inputs };
    product(dz, x, null, out, units, inputs, batch, strides);
  },
};
