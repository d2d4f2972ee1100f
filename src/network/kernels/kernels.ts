/** The fastest first: fused multiply-add (relaxed SIMD), plain SIMD, typed arrays. */
export type KernelPath = 'relaxed' | 'simd' | 'arrays';

/** C ← alpha·A·B + E, or alpha·A·B ∘ E. */
export const ADD = 0;
export const TIMES = 1;

/**
 * Float32 kernels over one block of memory. Pointers and strides count bytes and are multiples of 16 unless stated;
 * lengths are multiples of 4. Nothing is checked: callers go through `FastMlp` and `DeepFlow`.
 */
export interface KernelOps {
  /**
   * C[i][j] ← alpha·Σ_k A[i][k]·B[k][j] + E[i][j] (mode ADD) or ∘ E[i][j] (mode TIMES), i < m, j < n, k < depth.
   * m and n are multiples of 4, depth is any. Element A[i][k] lies at a + i·aRow + k·aColumn (multiples of 4), rows of B, C, E are
   * contiguous. E may be C; eRow = 0 adds one row to all, such as a bias.
   */
  gemm(
    mode: number,
    m: number,
    n: number,
    depth: number,
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    e: number,
    eRow: number,
    alpha: number,
  ): void;
  /** out[j][i] ← x[i][j]; rows and columns are multiples of 4. */
  transpose(rows: number, columns: number, x: number, xRow: number, out: number, outRow: number): void;
  /** out[j] ← out[j] + a·Σᵢ x[i][j]; any number of rows. */
  addColumnSums(rows: number, columns: number, x: number, xRow: number, out: number, a: number): void;
  /** y ← y + a·x. */
  addScaled(n: number, y: number, x: number, a: number): void;
  /** x ← a·x. */
  scale(n: number, x: number, a: number): void;
  /** Writes `value` to `count` columns from x on, in each row. */
  fillColumns(rows: number, count: number, x: number, xRow: number, value: number): void;
  /** Σ xᵢ², summed in float64. */
  sumOfSquares(n: number, x: number): number;
  /** How many |xᵢ| are below `bound`. */
  countBelow(n: number, x: number, bound: number): number;
  /**
   * delta ← (softmax(z) − onehot(label))·scale row by row, padding columns 0; at `out` three float64: Σ (max z − z[label]), the
   * product of the sums of exp(z − max z), and the power of 2²⁵⁶ taken out of that product.
   */
  softmaxCrossEntropy(
    rows: number,
    columns: number,
    z: number,
    zRow: number,
    labels: number,
    delta: number,
    scale: number,
    out: number,
  ): void;
  /** y ← φ(x), and slope ← φ′(x) unless that pointer is 0; `kind` and p … s as in activationKind.ts. Absent without SIMD. */
  activate?(
    kind: number,
    n: number,
    x: number,
    y: number,
    slope: number,
    p: number,
    q: number,
    r: number,
    s: number,
  ): void;
}
