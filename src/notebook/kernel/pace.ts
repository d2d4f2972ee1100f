/** Calls back soon, in a turn of its own. */
export type Defer = (callback: () => void) => void;

/**
 * A clock for reactive runs: the first callback comes at once, later ones at least `gap` milliseconds after the one
 * before, so that a generator advances once per frame and a click is answered without delay.
 */
export function pace(
  defer: Defer,
  later: (callback: () => void, ms: number) => void,
  now: () => number,
  gap = 16,
): Defer {
  let last = Number.NEGATIVE_INFINITY;
  return (callback) => {
    const wait = last + gap - now();
    const run = (): void => {
      last = now();
      callback();
    };
    if (wait <= 0) defer(run);
    else later(run, wait);
  };
}
