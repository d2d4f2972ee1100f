/** A scalar function nobody has vouched for. */
export type Scalar = (x: number) => number;

/** Why a value is missing. */
export interface Failure {
  readonly x: number;
  readonly message: string;
}

/** Calls a foreign function safely: it may throw, return nonsense or never be asked too often. */
export interface Probe {
  /** The function; NaN where it throws, returns no number, or after the budget is spent. */
  readonly f: Scalar;
  /** Calls so far. */
  evaluations(): number;
  /** True once calls were refused because the budget was spent. */
  exhausted(): boolean;
  /** The first throw or non-number, if any. */
  failure(): Failure | null;
}

// Running out of stack takes milliseconds a time.
const MOST_OVERFLOWS = 32;

/** Wraps `f` so that it never throws and is called at most `budget` times; one that recurses without end, 32 times. */
export function createProbe(f: Scalar, budget: number): Probe {
  let calls = 0;
  let overflows = 0;
  let refused = false;
  let failure: Failure | null = null;
  function guarded(x: number): number {
    if (calls >= budget || overflows >= MOST_OVERFLOWS) {
      refused = true;
      return Number.NaN;
    }
    calls++;
    try {
      const value: unknown = f(x);
      if (typeof value === 'number') return value;
      failure ??= { x, message: `returned ${kindOf(value)}; expected a number` };
    } catch (error) {
      const reason = reasonOf(error);
      if (/call stack|recursion/.test(reason)) overflows++;
      failure ??= { x, message: `threw ${reason}` };
    }
    return Number.NaN;
  }
  return { f: guarded, evaluations: () => calls, exhausted: () => refused, failure: () => failure };
}

/** The message of an error; what was thrown may itself throw when it is asked. */
function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.message}` : kindOf(error);
  } catch {
    return 'an error without a message';
  }
}

/** What a value is, with its article, for messages. */
export function kindOf(value: unknown): string {
  return value === null || value === undefined
    ? String(value)
    : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

/** The first of 64 points of [a, b] where two calls of f disagree, with both values; null when none does. */
export function findRandomness(f: Scalar, [a, b]: Interval): { x: number; values: [number, number] } | null {
  const points = Array.from({ length: 64 }, (_, i) => a + ((b - a) * (i + 0.5)) / 64);
  const first = points.map(f);
  // Called again in reverse, so that a function that merely alternates is caught as well.
  const again = points.toReversed().map(f).reverse();
  const i = points.findIndex((_, k) => !Object.is(first[k], again[k]));
  return i < 0 ? null : { x: points[i]!, values: [first[i]!, again[i]!] };
}

/** Ends a < b of the interval looked at. */
export type Interval = readonly [number, number];

/**
 * f′ by central differences with h = 1e-5·max(1, |x|): error about 1e-10 for f of ordinary size. At a kink it is
 * the mean of the two slopes.
 */
export function numericalSlope(f: Scalar): Scalar {
  return (x) => {
    const h = 1e-5 * Math.max(1, Math.abs(x));
    return (f(x + h) - f(x - h)) / (x + h - (x - h));
  };
}
