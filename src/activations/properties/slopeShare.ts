import { normalCdf } from '../../math/special.ts';
import type { Curve } from './moments.ts';

const LIMIT = 12;
const CELLS = 4800;
// Cells are judged just inside their ends, so that the convention at a kink does not decide for a whole cell.
const INSET = 1e-12;

/**
 * P(test(f′(z))) for z ~ N(0,1). Boundaries are located by a scan of 4800 cells of [−12, 12], split at kinks, and
 * bisection; exact to rounding when the test flips at most once per cell.
 */
export function slopeShare({ df, kinks }: Curve, test: (slope: number) => boolean): number {
  const grid = Array.from({ length: CELLS + 1 }, (_, i) => -LIMIT + (2 * LIMIT * i) / CELLS);
  const cuts = [...grid, ...kinks.map(({ x }) => x).filter((x) => Math.abs(x) < LIMIT)].sort((p, q) => p - q);
  const holds = (x: number) => test(df(x));
  let share = (holds(-LIMIT) ? normalCdf(-LIMIT) : 0) + (holds(LIMIT) ? normalCdf(-LIMIT) : 0);
  for (let i = 1; i < cuts.length; i++) {
    const [a, b] = [cuts[i - 1]!, cuts[i]!];
    const [first, last] = [holds(a + INSET), holds(b - INSET)];
    if (first && last) share += mass(a, b);
    else if (first !== last) {
      const edge = boundary(holds, a, b, first);
      share += first ? mass(a, edge) : mass(edge, b);
    }
  }
  return share;
}

function boundary(holds: (x: number) => boolean, a: number, b: number, first: boolean): number {
  let [low, high] = [a + INSET, b - INSET];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (holds(middle) === first) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(a < z < b), from the tail that does not cancel. */
function mass(a: number, b: number): number {
  return a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
}
