// C[m][n] ← alpha·Σ_k A[m][k]·B[k][n] + E[m][n], or … ∘ E[m][n], on float32 in linear memory.
//
//            n →                 All pointers and strides are in bytes. A has two strides, so the same code reads
//        k ┌──────┐              A (row stride am, column stride ak = 4) and Aᵀ (am = 4, ak = row stride). Rows of
//        ↓ │  B   │              B, C and E are contiguous; a row stride em = 0 makes E a row vector, such as a bias.
//   k →    └──────┘              m and n are multiples of 4: the caller pads.
//  ┌────┐  ┌──────┐
// m│ A  │  │  C   │              Each tile keeps all its sums in registers. x86 has 16: 12 sums, two vectors of B and
//  └────┘  └──────┘              one of A fit when multiply-add is one instruction; without it the product needs one
//                                more, so the tile is 4 × 8 there. The loop over k is not unrolled on purpose: the
//                                compiler would hoist the loads and spill the sums.
import { multiplyAdd } from './vector';

/** Epilogues of `gemm`. */
export const ADD: i32 = 0;
export const TIMES: i32 = 1;

// @ts-expect-error: decorator
@inline
function finish(mode: i32, c: usize, e: usize, alpha: v128, sum: v128, offset: usize = 0): void {
  if (mode == ADD) v128.store(c + offset, multiplyAdd(alpha, sum, v128.load(e + offset)));
  else v128.store(c + offset, f32x4.mul(f32x4.mul(alpha, sum), v128.load(e + offset)));
}

function tile6x8(
  mode: i32, k: i32, a: usize, am: usize, ak: usize, b: usize, bk: usize,
  c: usize, cm: usize, e: usize, em: usize, alpha: f32,
): void {
  let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00;
  let s30 = s00, s31 = s00, s40 = s00, s41 = s00, s50 = s00, s51 = s00;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am, a4 = a3 + am, a5 = a4 + am;
  while (k) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = multiplyAdd(x, b0, s00); s01 = multiplyAdd(x, b1, s01);
    x = v128.load32_splat(a1);
    s10 = multiplyAdd(x, b0, s10); s11 = multiplyAdd(x, b1, s11);
    x = v128.load32_splat(a2);
    s20 = multiplyAdd(x, b0, s20); s21 = multiplyAdd(x, b1, s21);
    x = v128.load32_splat(a3);
    s30 = multiplyAdd(x, b0, s30); s31 = multiplyAdd(x, b1, s31);
    x = v128.load32_splat(a4);
    s40 = multiplyAdd(x, b0, s40); s41 = multiplyAdd(x, b1, s41);
    x = v128.load32_splat(a5);
    s50 = multiplyAdd(x, b0, s50); s51 = multiplyAdd(x, b1, s51);
    a += ak; a1 += ak; a2 += ak; a3 += ak; a4 += ak; a5 += ak;
    b += bk;
    k--;
  }
  const f = f32x4.splat(alpha);
  if (mode == ADD) {
    finish(ADD, c, e, f, s00); finish(ADD, c, e, f, s01, 16); c += cm; e += em;
    finish(ADD, c, e, f, s10); finish(ADD, c, e, f, s11, 16); c += cm; e += em;
    finish(ADD, c, e, f, s20); finish(ADD, c, e, f, s21, 16); c += cm; e += em;
    finish(ADD, c, e, f, s30); finish(ADD, c, e, f, s31, 16); c += cm; e += em;
    finish(ADD, c, e, f, s40); finish(ADD, c, e, f, s41, 16); c += cm; e += em;
    finish(ADD, c, e, f, s50); finish(ADD, c, e, f, s51, 16);
  } else {
    finish(TIMES, c, e, f, s00); finish(TIMES, c, e, f, s01, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s10); finish(TIMES, c, e, f, s11, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s20); finish(TIMES, c, e, f, s21, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s30); finish(TIMES, c, e, f, s31, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s40); finish(TIMES, c, e, f, s41, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s50); finish(TIMES, c, e, f, s51, 16);
  }
}

function tile4x8(
  mode: i32, k: i32, a: usize, am: usize, ak: usize, b: usize, bk: usize,
  c: usize, cm: usize, e: usize, em: usize, alpha: f32,
): void {
  let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am;
  while (k) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = multiplyAdd(x, b0, s00); s01 = multiplyAdd(x, b1, s01);
    x = v128.load32_splat(a1);
    s10 = multiplyAdd(x, b0, s10); s11 = multiplyAdd(x, b1, s11);
    x = v128.load32_splat(a2);
    s20 = multiplyAdd(x, b0, s20); s21 = multiplyAdd(x, b1, s21);
    x = v128.load32_splat(a3);
    s30 = multiplyAdd(x, b0, s30); s31 = multiplyAdd(x, b1, s31);
    a += ak; a1 += ak; a2 += ak; a3 += ak;
    b += bk;
    k--;
  }
  const f = f32x4.splat(alpha);
  if (mode == ADD) {
    finish(ADD, c, e, f, s00); finish(ADD, c, e, f, s01, 16); c += cm; e += em;
    finish(ADD, c, e, f, s10); finish(ADD, c, e, f, s11, 16); c += cm; e += em;
    finish(ADD, c, e, f, s20); finish(ADD, c, e, f, s21, 16); c += cm; e += em;
    finish(ADD, c, e, f, s30); finish(ADD, c, e, f, s31, 16);
  } else {
    finish(TIMES, c, e, f, s00); finish(TIMES, c, e, f, s01, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s10); finish(TIMES, c, e, f, s11, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s20); finish(TIMES, c, e, f, s21, 16); c += cm; e += em;
    finish(TIMES, c, e, f, s30); finish(TIMES, c, e, f, s31, 16);
  }
}

function tile6x4(
  mode: i32, k: i32, a: usize, am: usize, ak: usize, b: usize, bk: usize,
  c: usize, cm: usize, e: usize, em: usize, alpha: f32,
): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am, a4 = a3 + am, a5 = a4 + am;
  while (k) {
    const b0 = v128.load(b);
    s0 = multiplyAdd(v128.load32_splat(a), b0, s0);
    s1 = multiplyAdd(v128.load32_splat(a1), b0, s1);
    s2 = multiplyAdd(v128.load32_splat(a2), b0, s2);
    s3 = multiplyAdd(v128.load32_splat(a3), b0, s3);
    s4 = multiplyAdd(v128.load32_splat(a4), b0, s4);
    s5 = multiplyAdd(v128.load32_splat(a5), b0, s5);
    a += ak; a1 += ak; a2 += ak; a3 += ak; a4 += ak; a5 += ak;
    b += bk;
    k--;
  }
  const f = f32x4.splat(alpha);
  if (mode == ADD) {
    finish(ADD, c, e, f, s0); c += cm; e += em;
    finish(ADD, c, e, f, s1); c += cm; e += em;
    finish(ADD, c, e, f, s2); c += cm; e += em;
    finish(ADD, c, e, f, s3); c += cm; e += em;
    finish(ADD, c, e, f, s4); c += cm; e += em;
    finish(ADD, c, e, f, s5);
  } else {
    finish(TIMES, c, e, f, s0); c += cm; e += em;
    finish(TIMES, c, e, f, s1); c += cm; e += em;
    finish(TIMES, c, e, f, s2); c += cm; e += em;
    finish(TIMES, c, e, f, s3); c += cm; e += em;
    finish(TIMES, c, e, f, s4); c += cm; e += em;
    finish(TIMES, c, e, f, s5);
  }
}

function tile4x4(
  mode: i32, k: i32, a: usize, am: usize, ak: usize, b: usize, bk: usize,
  c: usize, cm: usize, e: usize, em: usize, alpha: f32,
): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
  let a1 = a + am, a2 = a1 + am, a3 = a2 + am;
  while (k) {
    const b0 = v128.load(b);
    s0 = multiplyAdd(v128.load32_splat(a), b0, s0);
    s1 = multiplyAdd(v128.load32_splat(a1), b0, s1);
    s2 = multiplyAdd(v128.load32_splat(a2), b0, s2);
    s3 = multiplyAdd(v128.load32_splat(a3), b0, s3);
    a += ak; a1 += ak; a2 += ak; a3 += ak;
    b += bk;
    k--;
  }
  const f = f32x4.splat(alpha);
  if (mode == ADD) {
    finish(ADD, c, e, f, s0); c += cm; e += em;
    finish(ADD, c, e, f, s1); c += cm; e += em;
    finish(ADD, c, e, f, s2); c += cm; e += em;
    finish(ADD, c, e, f, s3);
  } else {
    finish(TIMES, c, e, f, s0); c += cm; e += em;
    finish(TIMES, c, e, f, s1); c += cm; e += em;
    finish(TIMES, c, e, f, s2); c += cm; e += em;
    finish(TIMES, c, e, f, s3);
  }
}

/**
 * Any even m ≥ 4 is 6·tall + 4·short; taking the fours from the remainder of m avoids slow one-row tiles. Rows of A go first:
 * six of them and all of B fit the first cache where A as a whole does not.
 */
export function gemm(
  mode: i32, m: i32, n: i32, k: i32, a: usize, am: usize, ak: usize, b: usize, bk: usize,
  c: usize, cm: usize, e: usize, em: usize, alpha: f32,
): void {
  const wide = 4 * (n & ~7), end = 4 * n;
  if (ASC_FEATURE_RELAXED_SIMD) {
    for (let tall = (m - 4 * ((6 - (m % 6)) / 2 % 3)) / 6; tall > 0; tall--) {
      let j = 0;
      for (; j < wide; j += 32) tile6x8(mode, k, a, am, ak, b + j, bk, c + j, cm, e + j, em, alpha);
      if (j < end) tile6x4(mode, k, a, am, ak, b + j, bk, c + j, cm, e + j, em, alpha);
      a += 6 * am; c += 6 * cm; e += 6 * em; m -= 6;
    }
  }
  for (; m > 0; m -= 4) {
    let j = 0;
    for (; j < wide; j += 32) tile4x8(mode, k, a, am, ak, b + j, bk, c + j, cm, e + j, em, alpha);
    if (j < end) tile4x4(mode, k, a, am, ak, b + j, bk, c + j, cm, e + j, em, alpha);
    a += 4 * am; c += 4 * cm; e += 4 * em;
  }
}
