import type { FloatArray } from './activation.ts';

/*
 * Each precision has loops of its own: one loop that sees both Float32Array and Float64Array loses V8's
 * specialised element access for good, in every later call (measured: a network step went from 46 to 87 ms).
 */

type Scalar = (x: number) => number;

/** Writes f(x[i]) to out[i]; `out` may be `x`. Throws RangeError when lengths, TypeError when precisions differ. */
export function forward<T extends FloatArray>(f: Scalar, x: T, out: T): T {
  agree('out', x, out);
  if (x instanceof Float32Array) forward32(f, x, out as Float32Array);
  else forward64(f, x as Float64Array, out as Float64Array);
  return out;
}

/** Writes upstream[i]·df(x[i]) to out[i]; `out` may be either input. Throws as `forward` does. */
export function backward<T extends FloatArray>(df: Scalar, x: T, upstream: T, out: T): T {
  agree('upstream', x, upstream);
  agree('out', x, out);
  if (x instanceof Float32Array) backward32(df, x, upstream as Float32Array, out as Float32Array);
  else backward64(df, x as Float64Array, upstream as Float64Array, out as Float64Array);
  return out;
}

/** Writes f(a[i], b[i]) to out[i]; `out` may be either input. Throws as `forward` does. */
export function combine<T extends FloatArray>(f: (a: number, b: number) => number, a: T, b: T, out: T): T {
  agree('b', a, b);
  agree('out', a, out);
  if (a instanceof Float32Array) combine32(f, a, b as Float32Array, out as Float32Array);
  else combine64(f, a as Float64Array, b as Float64Array, out as Float64Array);
  return out;
}

/** The two derivatives of a function of a and b. */
interface Partials {
  da(a: number, b: number): number;
  db(a: number, b: number): number;
}

/**
 * Writes upstream[i]·∂f/∂a to outA[i] and upstream[i]·∂f/∂b to outB[i]; either may be any input, not the other. Throws
 * as `forward` does.
 */
export function backwardOfTwo<T extends FloatArray>(
  f: Partials,
  a: T,
  b: T,
  upstream: T,
  outA: T,
  outB: T,
): void {
  agree('b', a, b);
  agree('upstream', a, upstream);
  agree('outA', a, outA);
  agree('outB', a, outB);
  if (a instanceof Float32Array) {
    const [u, toA, toB] = [upstream, outA, outB] as Float32Array[];
    backwardOfTwo32(f, a, b as Float32Array, u!, toA!, toB!);
  } else {
    const [u, toA, toB] = [upstream, outA, outB] as Float64Array[];
    backwardOfTwo64(f, a as Float64Array, b as Float64Array, u!, toA!, toB!);
  }
}

function agree(name: string, x: FloatArray, other: FloatArray): void {
  if (other.length !== x.length) {
    throw new RangeError(`invalid length of ${name}: ${other.length}; expected ${x.length} like the input`);
  }
  if (other.constructor !== x.constructor) {
    throw new TypeError(
      `invalid ${name}: ${other.constructor.name}; expected ${x.constructor.name} like the input`,
    );
  }
}

function forward32(f: Scalar, x: Float32Array, out: Float32Array): void {
  for (let i = 0; i < x.length; i++) out[i] = f(x[i]!);
}

function forward64(f: Scalar, x: Float64Array, out: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = f(x[i]!);
}

function backward32(df: Scalar, x: Float32Array, upstream: Float32Array, out: Float32Array): void {
  for (let i = 0; i < x.length; i++) out[i] = upstream[i]! * df(x[i]!);
}

function backward64(df: Scalar, x: Float64Array, upstream: Float64Array, out: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = upstream[i]! * df(x[i]!);
}

function combine32(
  f: (a: number, b: number) => number,
  a: Float32Array,
  b: Float32Array,
  out: Float32Array,
): void {
  for (let i = 0; i < a.length; i++) out[i] = f(a[i]!, b[i]!);
}

function combine64(
  f: (a: number, b: number) => number,
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < a.length; i++) out[i] = f(a[i]!, b[i]!);
}

function backwardOfTwo32(
  f: Partials,
  a: Float32Array,
  b: Float32Array,
  upstream: Float32Array,
  outA: Float32Array,
  outB: Float32Array,
): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const u = upstream[i]!;
    outA[i] = u * f.da(x, y);
    outB[i] = u * f.db(x, y);
  }
}

function backwardOfTwo64(
  f: Partials,
  a: Float64Array,
  b: Float64Array,
  upstream: Float64Array,
  outA: Float64Array,
  outB: Float64Array,
): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const u = upstream[i]!;
    outA[i] = u * f.da(x, y);
    outB[i] = u * f.db(x, y);
  }
}
