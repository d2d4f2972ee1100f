/** One of the nine steps of gradient size: negative = vanishing (cold), 0 = healthy, positive = exploding (hot). */
export type RampStep = -4 | -3 | -2 | -1 | 0 | 1 | 2 | 3 | 4;

/** Edges between the steps, as powers of ten of |g| relative to a healthy 1. */
export const rampEdges = [-7, -4, -2, -0.5, 0.5, 2, 4, 7] as const;

/** The step of a gradient of size 10^`decades`; an exact zero (−Infinity) is the coldest. NaN counts as exploded. */
export function rampStep(decades: number): RampStep {
  if (Number.isNaN(decades)) return 4;
  return (rampEdges.filter((edge) => decades > edge).length - 4) as RampStep;
}

/** CSS colour of a step, and of words that stand on it. */
export function rampColor(step: RampStep): { fill: string; on: string; hatched: boolean } {
  const name = step === 0 ? 'one' : `${step < 0 ? 'cold' : 'hot'}-${Math.abs(step)}`;
  return { fill: `var(--g-${name})`, on: `var(--g-on-${name})`, hatched: step > 0 };
}
