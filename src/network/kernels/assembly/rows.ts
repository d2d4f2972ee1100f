import { multiplyAdd } from './vector';

/** x ← a·x over n floats (a multiple of 4). */
export function scale(n: i32, x: usize, a: f32): void {
  const factor = f32x4.splat(a);
  for (const end = x + 4 * n; x < end; x += 16) v128.store(x, f32x4.mul(factor, v128.load(x)));
}

/** y ← y + a·x over n floats (a multiple of 4). */
export function addScaled(n: i32, y: usize, x: usize, a: f32): void {
  const factor = f32x4.splat(a);
  for (const end = x + 4 * n; x < end; x += 16) {
    v128.store(y, multiplyAdd(factor, v128.load(x), v128.load(y)));
    y += 16;
  }
}

/** out[j] ← out[j] + a·Σᵢ x[i][j]; columns is a multiple of 4, `stride` the bytes of a row. */
export function addColumnSums(rows: i32, columns: i32, x: usize, stride: usize, out: usize, a: f32): void {
  const factor = f32x4.splat(a);
  for (const end = out + 4 * columns; out < end; out += 16) {
    let sum = f32x4.splat(0), odd = sum;
    let at = x, i = rows;
    for (; i > 1; i -= 2) {
      sum = f32x4.add(sum, v128.load(at));
      odd = f32x4.add(odd, v128.load(at + stride));
      at += 2 * stride;
    }
    if (i) sum = f32x4.add(sum, v128.load(at));
    v128.store(out, multiplyAdd(factor, f32x4.add(sum, odd), v128.load(out)));
    x += 16;
  }
}

/** out[j][i] ← x[i][j]; rows and columns are multiples of 4, strides are the bytes of a row. */
export function transpose(rows: i32, columns: i32, x: usize, stride: usize, out: usize, outStride: usize): void {
  for (; rows > 0; rows -= 4) {
    let from = x, to = out;
    for (let j = 0; j < columns; j += 4) {
      const a = v128.load(from), b = v128.load(from + stride);
      const c = v128.load(from + 2 * stride), d = v128.load(from + 3 * stride);
      const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), AB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5), CD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f64>(ab, cd, 0, 2));
      v128.store(to + outStride, v128.shuffle<f64>(ab, cd, 1, 3));
      v128.store(to + 2 * outStride, v128.shuffle<f64>(AB, CD, 0, 2));
      v128.store(to + 3 * outStride, v128.shuffle<f64>(AB, CD, 1, 3));
      from += 16;
      to += 4 * outStride;
    }
    x += 4 * stride;
    out += 16;
  }
}

/** Writes `value` to the last `count` floats of each row; `x` points at the first of them in the first row. */
export function fillColumns(rows: i32, count: i32, x: usize, stride: usize, value: f32): void {
  for (; rows > 0; rows--) {
    for (let j = 0; j < count; j++) store<f32>(x + 4 * j, value);
    x += stride;
  }
}
