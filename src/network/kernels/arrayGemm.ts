import { ADD, type KernelOps } from './kernels.ts';

/**
 * `gemm` over a Float32Array in blocks of 2 × 4. Sums are float64: JavaScript engines convert on load either way, and rounding
 * every product with `Math.fround` halves the speed.
 */
export function arrayGemm(heap: Float32Array): KernelOps['gemm'] {
  return (mode, m, n, depth, a, aRow, aColumn, b, bRow, c, cRow, e, eRow, alpha) => {
    for (let i = 0; i < m; i += 2) {
      for (let j = 0; j < n; j += 4) {
        block(heap, depth, (a + i * aRow) >> 2, aRow >> 2, aColumn >> 2, (b >> 2) + j, bRow >> 2);
        for (let r = 0; r < 2; r++) {
          const at = ((c + (i + r) * cRow) >> 2) + j;
          const extra = ((e + (i + r) * eRow) >> 2) + j;
          for (let s = 0; s < 4; s++) {
            const sum = alpha * sums[4 * r + s]!;
            heap[at + s] = mode === ADD ? sum + heap[extra + s]! : sum * heap[extra + s]!;
          }
        }
      }
    }
  };
}

const sums = new Float64Array(8);

/** sums[4i + j] ← Σ_k A[i][k]·B[k][j] for 2 rows of A and 4 columns of B; indexes count floats. */
function block(
  heap: Float32Array,
  depth: number,
  a: number,
  aRow: number,
  aColumn: number,
  b: number,
  bRow: number,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let k = 0; k < depth; k++) {
    const x = heap[a]!;
    const y = heap[a + aRow]!;
    const b0 = heap[b]!;
    s00 += x * b0;
    s10 += y * b0;
    const b1 = heap[b + 1]!;
    s01 += x * b1;
    s11 += y * b1;
    const b2 = heap[b + 2]!;
    s02 += x * b2;
    s12 += y * b2;
    const b3 = heap[b + 3]!;
    s03 += x * b3;
    s13 += y * b3;
    a += aColumn;
    b += bRow;
  }
  sums[0] = s00;
  sums[1] = s01;
  sums[2] = s02;
  sums[3] = s03;
  sums[4] = s10;
  sums[5] = s11;
  sums[6] = s12;
  sums[7] = s13;
}
