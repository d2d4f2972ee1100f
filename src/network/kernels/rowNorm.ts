/** Float32 rows of a padded block: `stride` numbers from one row to the next, of which the first `units` count. */
export interface RowBlock {
  readonly rows: number;
  readonly units: number;
  readonly stride: number;
}

/** `batch`: per unit over the rows; `layer`: per row over the units; `fixed`: mean 0, variance 1, as BatchNorm sees one sample. */
export type RowNorm = 'batch' | 'layer' | 'fixed';

/** How many factors 1/√(variance + ε) a normalisation keeps. */
export const rowNormGroups = (type: RowNorm, { rows, units }: RowBlock): number =>
  type === 'layer' ? rows : units;

/**
 * out = (x − mean)/√(variance + ε) with γ = 1 and β = 0; `out` may be `x`, `inverse` receives 1/√(variance + ε) per group.
 * Sums are float64. The same quantities as `normalise` of the float64 engine (Ioffe & Szegedy 2015; Ba et al. 2016).
 */
export function normaliseRows(
  type: RowNorm,
  x: Float32Array,
  out: Float32Array,
  block: RowBlock,
  epsilon: number,
  inverse: Float64Array,
): void {
  const { units } = block;
  const groups = rowNormGroups(type, block);
  const mean = new Float64Array(groups);
  const variance = new Float64Array(groups).fill(type === 'fixed' ? 1 : 0);
  if (type !== 'fixed') {
    const size = type === 'layer' ? units : block.rows;
    forEachRow(block, (first, r) => {
      if (type === 'layer') for (let j = 0; j < units; j++) mean[r]! += x[first + j]!;
      else for (let j = 0; j < units; j++) mean[j]! += x[first + j]!;
    });
    for (let g = 0; g < groups; g++) mean[g]! /= size;
    forEachRow(block, (first, r) => {
      if (type === 'layer') for (let j = 0; j < units; j++) variance[r]! += (x[first + j]! - mean[r]!) ** 2;
      else for (let j = 0; j < units; j++) variance[j]! += (x[first + j]! - mean[j]!) ** 2;
    });
    for (let g = 0; g < groups; g++) variance[g]! /= size;
  }
  for (let g = 0; g < groups; g++) inverse[g] = 1 / Math.sqrt(variance[g]! + epsilon);
  forEachRow(block, (first, r) => {
    for (let j = 0; j < units; j++) {
      const g = type === 'layer' ? r : j;
      out[first + j] = (x[first + j]! - mean[g]!) * inverse[g]!;
    }
  });
}

/**
 * Turns ∂L/∂out into ∂L/∂x in place: (g − mean(g) − u·mean(g·u))·inverse per group, u the normalised numbers; g·inverse
 * where the statistics are fixed.
 */
export function normaliseRowsBackward(
  type: RowNorm,
  gradient: Float32Array,
  unit: Float32Array,
  block: RowBlock,
  inverse: Float64Array,
): void {
  const { units } = block;
  const mean = new Float64Array(inverse.length);
  const along = new Float64Array(inverse.length);
  if (type !== 'fixed') {
    const size = type === 'layer' ? units : block.rows;
    forEachRow(block, (first, r) => {
      for (let j = 0; j < units; j++) {
        const g = type === 'layer' ? r : j;
        mean[g]! += gradient[first + j]! / size;
        along[g]! += (gradient[first + j]! * unit[first + j]!) / size;
      }
    });
  }
  forEachRow(block, (first, r) => {
    for (let j = 0; j < units; j++) {
      const g = type === 'layer' ? r : j;
      const centred = gradient[first + j]! - mean[g]! - unit[first + j]! * along[g]!;
      gradient[first + j] = centred * inverse[g]!;
    }
  });
}

function forEachRow({ rows, stride }: RowBlock, visit: (first: number, row: number) => void): void {
  for (let r = 0; r < rows; r++) visit(r * stride, r);
}
