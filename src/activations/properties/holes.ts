import type { Interval, Scalar } from './probe.ts';

/** A place where f is no finite number, or grows beyond all bounds next to it. */
export interface Hole {
  readonly x: number;
  readonly pole: boolean;
}

const REACH = 30;
// Round numbers are among the 12,001 places: 1/x and log x fail exactly there.
const PER_UNIT = 200;

/** The places of [−30, 30], in order, where f has no finite value as far as a grid of 1/200 and a look at its peaks can tell. */
export function findHoles(f: Scalar, places: readonly number[] = []): Hole[] {
  const inside = places.filter((x) => Math.abs(x) <= REACH);
  const grid = Array.from({ length: 2 * REACH * PER_UNIT + 1 }, (_, i) => i / PER_UNIT - REACH);
  const heights = grid.map((x) => Math.abs(f(x)));
  const holes: Hole[] = inside.filter((x) => !Number.isFinite(f(x))).map((x) => ({ x, pole: false }));
  for (let i = 0; i < grid.length; i++) {
    const [before, here, after] = [heights[i - 1] ?? 0, heights[i]!, heights[i + 1] ?? 0];
    if (!Number.isFinite(here)) holes.push({ x: grid[i]!, pole: false });
    // NaN beside it is a hole of its own.
    else if (here > before && here >= after) {
      const x = poleNear(f, [grid[i]! - 1 / PER_UNIT, grid[i]! + 1 / PER_UNIT], here);
      if (x !== null) holes.push({ x: inside.find((place) => Math.abs(place - x) < 1e-6) ?? x, pole: true });
    }
  }
  return holes.sort((p, q) => p.x - q.x);
}

// Halvings of the distance to a pole, and those after which |f| must still grow.
const HALVINGS = 36;
const LATER = 20;

/**
 * Zooms in on a peak of |f|, of height `start` seen from afar. Beside a pole as steep as 1/√x, which makes E f² infinite,
 * |f| grows 256-fold while the distance is halved 16 times more; a quarter allows for luck. A peak that is one stops.
 */
function poleNear(f: Scalar, [a, b]: Interval, start: number): number | null {
  let [x, width, height, early] = [(a + b) / 2, (b - a) / 2, start, start];
  for (let step = 1; step <= HALVINGS; step++) {
    width /= 2;
    for (const y of [x - width, x + width]) {
      const size = Math.abs(f(y));
      if (size > height) [x, height] = [y, size];
    }
    if (height === Number.POSITIVE_INFINITY) return x;
    if (step === LATER) early = height;
    // Most peaks are told long before the end.
    if (step === LATER / 2 && height < 2 * start) return null;
  }
  return height > 64 * early ? x : null;
}
