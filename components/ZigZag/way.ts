import { type Valley, valley } from '../../src/network/theory/zigzag.ts';

export type Place = readonly [w1: number, w2: number];

export const target: Place = [1.5, -1];
const start: Place = [0, 0];

/** The aim: a thousandth of the first distance. */
export const AIM = 1e-3;
/** Steps followed where nothing arrives. */
const MOST_STEPS = 400;
/** A path that is further off than this has left for good. */
const LOST = 50;

export const distance = ([w1, w2]: Place): number => Math.hypot(w1 - target[0], w2 - target[1]);

/** One place on the way down. */
export interface Step {
  readonly n: number;
  readonly w: Place;
}

/** A way down: the steps worth drawing, and when it arrives. */
export interface Way {
  readonly steps: readonly Step[];
  /** Steps until the error is a thousandth, or null where it does not get there. */
  readonly arrival: number | null;
  /** Number of the last step that was followed. */
  readonly followed: number;
  /** True where it has left for good. */
  readonly lost: boolean;
}

/** Factors by which a step of exact descent multiplies the error along (1, −1) and along (1, 1). */
export function stepFactors({ eigenvalues: [low, high] }: Valley, rate: number): [number, number] {
  return [1 - rate * low, 1 - rate * high];
}

/** The place after n steps of exact descent, from the powers of the two factors: step 100 000 costs no more than step 1. */
function placeAfter(n: number, [along, across]: readonly [number, number]): Place {
  const [e1, e2] = [start[0] - target[0], start[1] - target[1]];
  const u = ((e1 - e2) / 2) * along ** n;
  const v = ((e1 + e2) / 2) * across ** n;
  return [target[0] + u + v, target[1] - u + v];
}

/** Steps of exact descent until the error is a thousandth; null where a factor is no smaller than 1. */
function arrivalOf(factors: readonly [number, number]): number | null {
  if (factors.some((factor) => Math.abs(factor) >= 1 - 1e-12)) return null;
  const there = (n: number): boolean =>
    distance(placeAfter(n, factors)) <= AIM * distance(start) * (1 + 1e-9);
  let high = 1;
  while (!there(high)) high *= 2;
  let low = Math.floor(high / 2);
  // The error never grows, so halving finds the first step that is near enough.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (there(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Places nearer than this to one of the two drawn last cannot be told apart from it: about a pixel. */
const NEAR = 0.008;

/**
 * The steps that can be seen. A zig-zag has two sides, so a step is held against the last two that were kept: what is left
 * out lies on a stroke already drawn.
 */
function visible(steps: Iterable<Step>): Step[] {
  const kept: Step[] = [];
  let last: Step | undefined;
  for (const step of steps) {
    const hidden = kept.slice(-2).some(({ w }) => Math.hypot(w[0] - step.w[0], w[1] - step.w[1]) < NEAR);
    if (!hidden) kept.push(step);
    last = step;
  }
  if (last && kept.at(-1) !== last) kept.push(last);
  return kept;
}

/** Descent with exact gradients, followed until it arrives or is lost. */
export function exactWay(mean: number, spread: number, rate: number): Way {
  const factors = stepFactors(valley(mean, spread), rate);
  const arrival = arrivalOf(factors);
  let followed = 0;
  function* walk(): Generator<Step> {
    for (let n = 0; n <= (arrival ?? MOST_STEPS); n++) {
      const w = placeAfter(n, factors);
      followed = n;
      yield { n, w };
      if (distance(w) > LOST) return;
    }
  }
  const steps = visible(walk());
  return { steps, arrival, followed, lost: distance(steps.at(-1)!.w) > LOST };
}

/** Descent on random batches: the gradient of a sample is (error)·x, with error (w − target)·x. */
export function sampledWay(draw: () => Place, rate: number, batch: number): Way {
  const steps: Step[] = [{ n: 0, w: start }];
  let arrival: number | null = null;
  for (let n = 1; n <= MOST_STEPS && arrival === null; n++) {
    const [w1, w2] = steps.at(-1)!.w;
    let [g1, g2] = [0, 0];
    for (let i = 0; i < batch; i++) {
      const [x1, x2] = draw();
      const error = (w1 - target[0]) * x1 + (w2 - target[1]) * x2;
      g1 += (error * x1) / batch;
      g2 += (error * x2) / batch;
    }
    const w: Place = [w1 - rate * g1, w2 - rate * g2];
    steps.push({ n, w });
    if (distance(w) <= AIM * distance(start)) arrival = n;
    if (distance(w) > LOST) break;
  }
  const { n: followed, w: end } = steps.at(-1)!;
  return { steps: visible(steps), arrival, followed, lost: distance(end) > LOST };
}
