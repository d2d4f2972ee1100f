/** Throws RangeError unless a network has two or more sizes and a batch, all positive integers. */
export function checkSizes(sizes: readonly number[], batch: number): void {
  if (sizes.length < 2 || !sizes.every(isCount))
    throw new RangeError(`invalid sizes: [${sizes}]; expected two or more positive integers`);
  if (!isCount(batch)) throw new RangeError(`invalid batch: ${batch}; expected a positive integer`);
}

/** Whether a value is a positive integer. */
export const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;
