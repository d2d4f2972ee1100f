import { ADD, type KernelOps } from './kernels.ts';

/**
 * `gemm` over a Float32Array in blocks of 4 × 4 whose sums stay in registers. `Math.fround` lets the engine multiply and add in
 * float32 without converting every operand to float64 and back.
 */
export function arrayGemm(heap: Float32Array): KernelOps['gemm'] {
  return (mode, m, n, depth, a, aRow, aColumn, b, bRow, c, cRow, e, eRow, alpha) => {
    for (let i = 0; i < m; i += 4) {
      for (let j = 0; j < n; j += 2) {
        const at = (c >> 2) + i * (cRow >> 2) + j;
        const extra = (e >> 2) + i * (eRow >> 2) + j;
        block(heap, depth, (a >> 2) + i * (aRow >> 2), aRow >> 2, aColumn >> 2, (b >> 2) + j, bRow >> 2);
        for (let r = 0; r < 4; r++) {
          for (let s = 0; s < 2; s++) {
            const sum = alpha * sums[2 * r + s]!;
            const other = heap[extra + r * (eRow >> 2) + s]!;
            heap[at + r * (cRow >> 2) + s] = mode === ADD ? sum + other : sum * other;
          }
        }
      }
    }
  };
}

const sums = new Float32Array(8);
const f = Math.fround;

/** sums[2i + j] ← Σ_k A[i][k]·B[k][j] for 4 rows of A and 2 columns of B; indexes count floats. */
function block(
  heap: Float32Array,
  depth: number,
  a: number,
  aRow: number,
  aColumn: number,
  b: number,
  bRow: number,
): void {
  let s00 = f(0);
  let s01 = f(0);
  let s10 = f(0);
  let s11 = f(0);
  let s20 = f(0);
  let s21 = f(0);
  let s30 = f(0);
  let s31 = f(0);
  for (let k = 0; k < depth; k++) {
    const b0 = heap[b]!;
    const b1 = heap[b + 1]!;
    let x = heap[a]!;
    s00 = f(s00 + f(x * b0));
    s01 = f(s01 + f(x * b1));
    x = heap[a + aRow]!;
    s10 = f(s10 + f(x * b0));
    s11 = f(s11 + f(x * b1));
    x = heap[a + 2 * aRow]!;
    s20 = f(s20 + f(x * b0));
    s21 = f(s21 + f(x * b1));
    x = heap[a + 3 * aRow]!;
    s30 = f(s30 + f(x * b0));
    s31 = f(s31 + f(x * b1));
    a += aColumn;
    b += bRow;
  }
  sums[0] = s00;
  sums[1] = s01;
  sums[2] = s10;
  sums[3] = s11;
  sums[4] = s20;
  sums[5] = s21;
  sums[6] = s30;
  sums[7] = s31;
}
