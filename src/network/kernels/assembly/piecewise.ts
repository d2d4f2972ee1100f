// Activations of arithmetic and comparison alone.
// `at`, `y` and `d` are byte pointers to n floats, n a multiple of 4; any two may be equal. d receives the slopes unless
// it is 0. See activations.ts.
import { constant, multiplyAdd, HALF, HUGE, MINUS_HUGE, MINUS_THREE, ONE, SIXTH, THIRD, THREE, ZERO } from './vector';

/** max(x, 0) that hands NaN on */
export function relu(n: i32, at: usize, y: usize, d: usize): void {
  const zero = f32x4.splat(0);
  const end = at + 4 * n;
  if (!d) {
    // So little work that the loop itself counts: two vectors a turn.
    for (; at + 16 < end; at += 32, y += 32) {
      const x = v128.load(at), next = v128.load(at, 16);
      v128.store(y, f32x4.pmax(x, zero));
      v128.store(y, f32x4.pmax(next, zero), 16);
    }
  }
  for (; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    v128.store(y, f32x4.pmax(x, zero));
    if (d) {
      v128.store(d, v128.and(f32x4.gt(x, zero), constant(ONE)));
      d += 16;
    }
  }
}

/** x > 0 ? x : p·x */
export function leaky(n: i32, at: usize, y: usize, d: usize, p: f32): void {
  const pp = f32x4.splat(p);
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const zero = constant(ZERO);
    const positive = f32x4.gt(x, zero);
    v128.store(y, v128.bitselect(x, f32x4.mul(x, pp), positive));
    if (d) {
      v128.store(d, v128.bitselect(one, pp, positive));
      d += 16;
    }
  }
}

/** p·x + q held in [r, s] */
export function clamp(n: i32, at: usize, y: usize, d: usize, p: f32, q: f32, r: f32, s: f32): void {
  const pp = f32x4.splat(p);
  const qq = f32x4.splat(q);
  const rr = f32x4.splat(r);
  const ss = f32x4.splat(s);
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const line = multiplyAdd(pp, x, qq);
    const inside = v128.and(f32x4.gt(line, rr), f32x4.lt(line, ss));
    v128.store(y, f32x4.pmin(f32x4.pmax(line, rr), ss));
    if (d) {
      v128.store(d, v128.and(inside, pp));
      d += 16;
    }
  }
}

export function softsign(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const near = f32x4.pmin(f32x4.pmax(x, constant(MINUS_HUGE)), constant(HUGE));
    const inverse = f32x4.div(one, f32x4.add(one, f32x4.abs(near)));
    v128.store(y, f32x4.mul(near, inverse));
    if (d) {
      v128.store(d, f32x4.mul(inverse, inverse));
      d += 16;
    }
  }
}

/** x·clamp(x + 3, 0, 6)/6 */
export function hardSwish(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const one = constant(ONE);
    const zero = constant(ZERO);
    const three = constant(THREE);
    const left = f32x4.pmax(x, constant(MINUS_THREE));
    const gate = f32x4.mul(f32x4.add(f32x4.pmin(left, three), three), constant(SIXTH));
    const inside = f32x4.lt(f32x4.abs(x), three);
    const outside = v128.and(f32x4.gt(x, zero), one);
    const slope = v128.bitselect(multiplyAdd(x, constant(THIRD), constant(HALF)), outside, inside);
    v128.store(y, f32x4.mul(left, gate));
    if (d) {
      v128.store(d, slope);
      d += 16;
    }
  }
}

export function squaredRelu(n: i32, at: usize, y: usize, d: usize): void {
  for (const end = at + 4 * n; at < end; at += 16, y += 16) {
    const x = v128.load(at);
    const zero = constant(ZERO);
    const positive = f32x4.pmax(x, zero);
    v128.store(y, f32x4.mul(positive, positive));
    if (d) {
      v128.store(d, f32x4.add(positive, positive));
      d += 16;
    }
  }
}
