/** f(a) > f(b) although a < b. */
export interface Fall {
  readonly a: number;
  readonly b: number;
  readonly fa: number;
  readonly fb: number;
}

const STEP = 0.01;

/**
 * A witness that f is not increasing: from a place where it starts to fall, down to where it stops. The places are cut to
 * as few digits as keep the claim true, so that a reader can check it by hand.
 */
export function findFall(f: (x: number) => number, before: number): Fall | null {
  // Within the cell that the fall begins in, f may rise first.
  const start = [0, STEP, 2 * STEP].map((step) => before + step).find((x) => f(x) > f(x + STEP)) ?? before;
  let end = start;
  for (let x = start + STEP; x <= 10 && f(x) < f(end); x += STEP) end = x;
  if (end === start) end = start + STEP;
  for (const digits of [1, 2, 3, 4]) {
    const [a, b] = [Number(start.toFixed(digits)), Number(end.toFixed(digits))];
    if (a < b && f(a) > f(b)) return { a, b, fa: f(a), fb: f(b) };
  }
  const [fa, fb] = [f(start), f(end)];
  return fa > fb ? { a: start, b: end, fa, fb } : null;
}
