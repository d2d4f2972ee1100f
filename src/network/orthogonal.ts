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
  const basis: Float64Array[] = [];
  for (let k = 0; k < count; k++) basis.push(nextDirection(basis, length, random));
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      out[r * columns + c] = gain * (rows <= columns ? basis[r]![c]! : basis[c]![r]!);
    }
  }
}

/** A random unit vector orthogonal to all of `basis` (Gram–Schmidt, twice: once leaves rounding errors in). */
function nextDirection(basis: readonly Float64Array[], length: number, random: Random): Float64Array {
  const v = new Float64Array(length);
  for (let i = 0; i < length; i++) v[i] = random.normal();
  for (let pass = 0; pass < 2; pass++) for (const u of basis) removeComponent(v, u);
  let square = 0;
  for (let i = 0; i < length; i++) square += v[i]! * v[i]!;
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < length; i++) v[i] = v[i]! * scale;
  return v;
}

function removeComponent(v: Float64Array, u: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < v.length; i++) dot += v[i]! * u[i]!;
  for (let i = 0; i < v.length; i++) v[i] = v[i]! - dot * u[i]!;
}
