import type { Random } from '../math/random.ts';

/**
 * Fills `out` (rows × columns, row-major) with gain · Q: the rows are orthonormal when rows ≤ columns, else the columns.
 * Q is the factor of a Gaussian matrix with R's diagonal positive, hence uniform among orthogonal matrices (Mezzadri 2007).
 * Use as an initialisation: Saxe, McClelland & Ganguli 2014, arXiv:1312.6120.
 */
export function fillOrthogonal(
  out: Float64Array,
  rows: number,
  columns: number,
  gain: number,
  random: Random,
): void {
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const basis = new Float64Array(count * length);
  for (let k = 0; k < count; k++) appendDirection(basis, k, length, random);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      out[r * columns + c] = gain * (rows <= columns ? basis[r * length + c]! : basis[c * length + r]!);
    }
  }
}

/** Makes row k of `basis` a random unit vector orthogonal to the rows above it (Gram–Schmidt). */
function appendDirection(basis: Float64Array, k: number, length: number, random: Random): void {
  const v = basis.subarray(k * length, (k + 1) * length);
  for (let i = 0; i < length; i++) v[i] = random.normal();
  let before: number;
  let after = norm(v);
  // What is left of a vector that shrank much consists of rounding errors in good part: project those out too.
  do {
    before = after;
    for (let j = 0; j < k; j += 4) removeComponents(basis, j, Math.min(4, k - j), length, v);
    after = norm(v);
  } while (after < 0.5 * before);
  for (let i = 0; i < length; i++) v[i] = v[i]! / after;
}

/** v −= Σ (u·v) u over up to four rows u of `basis` from row j; four at a time to read v once. */
function removeComponents(
  basis: Float64Array,
  j: number,
  count: number,
  length: number,
  v: Float64Array,
): void {
  const first = j * length;
  // Missing rows repeat the first one and get the weight 0.
  const second = count > 1 ? first + length : first;
  const third = count > 2 ? second + length : first;
  const fourth = count > 3 ? third + length : first;
  let d0 = 0;
  let d1 = 0;
  let d2 = 0;
  let d3 = 0;
  for (let i = 0; i < length; i++) {
    const x = v[i]!;
    d0 += basis[first + i]! * x;
    d1 += basis[second + i]! * x;
    d2 += basis[third + i]! * x;
    d3 += basis[fourth + i]! * x;
  }
  if (count < 2) d1 = 0;
  if (count < 3) d2 = 0;
  if (count < 4) d3 = 0;
  for (let i = 0; i < length; i++) {
    v[i] =
      v[i]! -
      d0 * basis[first + i]! -
      d1 * basis[second + i]! -
      d2 * basis[third + i]! -
      d3 * basis[fourth + i]!;
  }
}

function norm(v: Float64Array): number {
  let square = 0;
  for (let i = 0; i < v.length; i++) square += v[i]! * v[i]!;
  return Math.sqrt(square);
}
