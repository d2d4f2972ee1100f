/** slope·x, where a slope of 0 gives 0 even for an infinite x; NaN stays NaN. */
export function line(slope: number, x: number): number {
  return slope === 0 && !Number.isNaN(x) ? 0 : slope * x;
}
