// Activations of exp, and tanh.
// `at`, `y` and `d` are byte pointers to n floats, n a multiple of 4; any two may be equal. d receives the slopes unless
// it is 0. See activations.ts.
import { exp, expMinusOne, limited, logOnePlus } from './exponential';
import {
  constant, multiplyAdd, A1, A2, A3, A4, A5, AP, DENSITY, GELU_CUBIC, GELU_SCALE, MINUS_HALF, MINUS_LIMIT,
  MINUS_NEAR, MINUS_NINE, MINUS_TWO, NEAR, NINE, ONE, P0, P1, P2, P3, P4, Q1, Q2, Q3, Q4, THREE, TWO, ZERO,
} from './vector';

export function sigmoid(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const e = exp(limited(f32x4.neg(x)));
    const value = f32x4.div(one, f32x4.add(one, e));
    v128.store(y, value);
    if (d) {
      v128.store(d, f32x4.mul(f32x4.mul(e, value), value));
      d += 16;
    }
  }
}

/** p·tanh(q·x), r = p·q */
export function tanh(n: i32, at: usize, y: usize, d: usize, p: f32, q: f32, r: f32): void {
  const pp = f32x4.splat(p);
  const qq = f32x4.splat(q);
  const rr = f32x4.splat(r);
  const one = constant(ONE), nine = constant(NINE), minusNine = constant(MINUS_NINE), p4 = constant(P4), q4 = constant(Q4);
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = f32x4.pmin(f32x4.pmax(f32x4.mul(qq, v128.load(at)), minusNine), nine);
    const square = f32x4.mul(x, x);
    const fourth = f32x4.mul(square, square);
    let above = multiplyAdd(multiplyAdd(p4, square, constant(P3)), fourth, multiplyAdd(constant(P2), square, constant(P1)));
    above = multiplyAdd(above, square, constant(P0));
    const below = multiplyAdd(
      multiplyAdd(multiplyAdd(q4, square, constant(Q3)), square, constant(Q2)), fourth, multiplyAdd(constant(Q1), square, one),
    );
    const value = f32x4.div(f32x4.mul(x, above), below);
    v128.store(y, f32x4.mul(pp, value));
    if (d) {
      v128.store(d, f32x4.mul(f32x4.mul(rr, f32x4.sub(one, value)), f32x4.add(one, value)));
      d += 16;
    }
  }
}

/** x·σ(p·x); s = −87/p keeps x·σ small where σ has reached its smallest value */
export function swish(n: i32, at: usize, y: usize, d: usize, p: f32, s: f32): void {
  const pp = f32x4.splat(p);
  const ss = f32x4.splat(s);
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const u = limited(f32x4.mul(pp, x));
    const e = exp(f32x4.neg(u));
    const gate = f32x4.div(one, f32x4.add(one, e));
    v128.store(y, f32x4.mul(f32x4.pmax(x, ss), gate));
    if (d) {
      v128.store(d, multiplyAdd(u, f32x4.mul(f32x4.mul(e, gate), gate), gate));
      d += 16;
    }
  }
}

export function gelu(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const zero = constant(ZERO);
    const left = f32x4.pmax(x, constant(MINUS_NEAR));
    const near = f32x4.pmin(left, constant(NEAR));
    const density = exp(f32x4.mul(f32x4.mul(near, near), constant(MINUS_HALF)));
    const t = f32x4.div(one, multiplyAdd(constant(AP), f32x4.abs(near), one));
    let tail = multiplyAdd(constant(A5), t, constant(A4));
    tail = multiplyAdd(tail, t, constant(A3));
    tail = multiplyAdd(tail, t, constant(A2));
    tail = multiplyAdd(tail, t, constant(A1));
    tail = f32x4.mul(f32x4.mul(tail, t), density);
    const below = v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(x, zero));
    v128.store(y, f32x4.mul(left, below));
    if (d) {
      v128.store(d, multiplyAdd(f32x4.mul(near, constant(DENSITY)), density, below));
      d += 16;
    }
  }
}

/** x·σ(v), v = 2√(2/π)·(x + c·x³) */
export function geluTanh(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const left = f32x4.pmax(x, constant(MINUS_NEAR));
    const near = f32x4.pmin(left, constant(NEAR));
    const cubic = f32x4.mul(f32x4.mul(near, near), constant(GELU_CUBIC));
    const line = f32x4.mul(near, constant(GELU_SCALE));
    const e = exp(f32x4.neg(multiplyAdd(line, cubic, line)));
    const gate = f32x4.div(one, f32x4.add(one, e));
    const rise = f32x4.mul(line, multiplyAdd(constant(THREE), cubic, one));
    v128.store(y, f32x4.mul(left, gate));
    if (d) {
      v128.store(d, multiplyAdd(rise, f32x4.mul(f32x4.mul(e, gate), gate), gate));
      d += 16;
    }
  }
}

/** x > 0 ? p·x : q·(exp(r·x) − 1) */
export function elu(n: i32, at: usize, y: usize, d: usize, p: f32, q: f32, r: f32): void {
  const pp = f32x4.splat(p);
  const qq = f32x4.splat(q);
  const rr = f32x4.splat(r);
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const zero = constant(ZERO);
    const positive = f32x4.gt(x, zero);
    const e = expMinusOne(limited(f32x4.mul(rr, f32x4.pmin(x, zero))));
    const slope = f32x4.mul(f32x4.mul(qq, rr), f32x4.add(e, one));
    v128.store(y, v128.bitselect(f32x4.mul(pp, x), f32x4.mul(qq, e), positive));
    if (d) {
      v128.store(d, v128.bitselect(pp, slope, positive));
      d += 16;
    }
  }
}

/** q·ln(1 + exp(p·x)) */
export function softplus(n: i32, at: usize, y: usize, d: usize, p: f32, q: f32): void {
  const pp = f32x4.splat(p);
  const qq = f32x4.splat(q);
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const zero = constant(ZERO);
    const u = f32x4.mul(pp, x);
    const e = exp(limited(f32x4.neg(f32x4.abs(u))));
    const value = f32x4.add(f32x4.pmax(u, zero), logOnePlus(e));
    const slope = f32x4.div(v128.bitselect(e, one, f32x4.lt(u, zero)), f32x4.add(one, e));
    v128.store(y, f32x4.mul(qq, value));
    if (d) {
      v128.store(d, f32x4.mul(f32x4.mul(pp, qq), slope));
      d += 16;
    }
  }
}

/** tanh(ln(1 + w)) = n/(n + 2) with w = exp(x), n = w(w + 2) */
export function mish(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const left = f32x4.pmax(x, constant(MINUS_LIMIT));
    const near = f32x4.pmin(left, constant(NEAR));
    const w = exp(near);
    const n = f32x4.mul(w, f32x4.add(w, constant(TWO)));
    const inverse = f32x4.div(one, f32x4.add(n, constant(TWO)));
    const gate = f32x4.mul(n, inverse);
    const bend = f32x4.mul(f32x4.mul(f32x4.mul(f32x4.add(w, one), w), inverse), inverse);
    const rise = f32x4.mul(f32x4.add(bend, bend), f32x4.add(near, near));
    v128.store(y, f32x4.mul(left, gate));
    if (d) {
      v128.store(d, f32x4.add(gate, rise));
      d += 16;
    }
  }
}

export function gaussian(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const near = f32x4.pmin(f32x4.pmax(x, constant(MINUS_NEAR)), constant(NEAR));
    const value = exp(f32x4.neg(f32x4.mul(near, near)));
    v128.store(y, value);
    if (d) {
      v128.store(d, f32x4.mul(f32x4.mul(constant(MINUS_TWO), near), value));
      d += 16;
    }
  }
}
