/** Shift and scale that give every column mean 0 and standard deviation 1. */
export interface Scaler {
  readonly means: readonly number[];
  /** Population standard deviations; 1 for a constant column. */
  readonly deviations: readonly number[];
}

/** Measures the columns of `rows`. Throws RangeError for an empty table or rows of unequal length. */
export function fitScaler(rows: readonly (readonly number[])[]): Scaler {
  const [first] = rows;
  if (!first) throw new RangeError('invalid table: no rows; expected at least one');
  const wrong = rows.findIndex((row) => row.length !== first.length);
  if (wrong >= 0) {
    throw new RangeError(`invalid row ${wrong}: ${rows[wrong]!.length} columns; expected ${first.length}`);
  }
  const means = first.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const deviations = means.map((mean, j) => {
    const variance = rows.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / rows.length;
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
  return { means, deviations };
}

/** (row − mean)/deviation, column by column. */
export function standardise({ means, deviations }: Scaler, row: readonly number[]): number[] {
  return row.map((value, j) => (value - means[j]!) / deviations[j]!);
}
