import { arrayGemm } from './arrayGemm.ts';
import type { KernelOps } from './kernels.ts';

/** The kernels on typed arrays, for engines without WebAssembly SIMD. Activations go through their own `f` and `df`. */
export function arrayOps(buffer: ArrayBuffer): KernelOps {
  const heap = new Float32Array(buffer);
  return {
    gemm: arrayGemm(heap),
    ...rowOps(heap),
    ...statisticOps(heap),
    ...softmaxOps(heap, buffer),
  };
}

function rowOps(
  heap: Float32Array,
): Pick<KernelOps, 'transpose' | 'addColumnSums' | 'addScaled' | 'scale' | 'fillColumns'> {
  return {
    transpose(rows, columns, x, xRow, out, outRow) {
      for (let i = 0; i < rows; i++) {
        const from = (x >> 2) + i * (xRow >> 2);
        for (let j = 0; j < columns; j++) heap[(out >> 2) + j * (outRow >> 2) + i] = heap[from + j]!;
      }
    },
    addColumnSums(rows, columns, x, xRow, out, a) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let i = 0; i < rows; i++) sum += heap[(x >> 2) + i * (xRow >> 2) + j]!;
        heap[(out >> 2) + j]! += a * sum;
      }
    },
    addScaled(n, y, x, a) {
      for (let i = 0; i < n; i++) heap[(y >> 2) + i]! += a * heap[(x >> 2) + i]!;
    },
    scale(n, x, a) {
      for (let i = 0; i < n; i++) heap[(x >> 2) + i]! *= a;
    },
    fillColumns(rows, count, x, xRow, value) {
      for (let i = 0; i < rows; i++) {
        const first = (x >> 2) + i * (xRow >> 2);
        heap.fill(value, first, first + count);
      }
    },
  };
}

function statisticOps(heap: Float32Array): Pick<KernelOps, 'sumOfSquares' | 'countBelow'> {
  return {
    sumOfSquares(n, x) {
      let sum = 0;
      for (let i = x >> 2; i < (x >> 2) + n; i++) sum += heap[i]! * heap[i]!;
      return sum;
    },
    countBelow(n, x, bound) {
      const limit = Math.fround(bound);
      let count = 0;
      for (let i = x >> 2; i < (x >> 2) + n; i++) if (Math.abs(heap[i]!) < limit) count++;
      return count;
    },
  };
}

function softmaxOps(heap: Float32Array, buffer: ArrayBuffer): Pick<KernelOps, 'softmaxCrossEntropy'> {
  const integers = new Int32Array(buffer);
  const doubles = new Float64Array(buffer);
  return {
    softmaxCrossEntropy(rows, columns, z, zRow, labels, delta, scale, out) {
      let loss = 0;
      for (let i = 0; i < rows; i++) {
        const from = (z >> 2) + i * (zRow >> 2);
        const to = (delta >> 2) + i * (zRow >> 2);
        const label = integers[(labels >> 2) + i]!;
        let top = heap[from]!;
        for (let j = 1; j < columns; j++) top = Math.max(top, heap[from + j]!);
        let total = 0;
        for (let j = 0; j < columns; j++) {
          heap[to + j] = Math.exp(heap[from + j]! - top);
          total += heap[to + j]!;
        }
        for (let j = 0; j < columns; j++) heap[to + j]! *= scale / total;
        heap.fill(0, to + columns, to + (zRow >> 2));
        heap[to + label]! -= scale;
        loss += top - heap[from + label]! + Math.log(total);
      }
      doubles.set([loss, 1, 0], out >> 3);
    },
  };
}
