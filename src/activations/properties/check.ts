import { type Averages, averagesOf } from './averages.ts';
import { type Bound, rangeOf } from './bounds.ts';
import type { Break } from './break.ts';
import { findBreaks } from './breaks.ts';
import { type Direction, direction, onWall, type Steepness, steepness } from './extremes.ts';
import { type FixedPointOfCurve, fixedPointsOf } from './fixedPoints.ts';
import {
  createProbe,
  type Failure,
  findRandomness,
  type Interval,
  numericalSlope,
  type Scalar,
} from './probe.ts';
import { describeTail, type Tail } from './tails.ts';

/** Everything found out about a function. A finding that is `null` or empty was not found in `interval`. */
export interface PropertyReport {
  /** The interval searched, [a, b]. */
  readonly interval: Interval;
  /** Calls of f and f′ that it took. */
  readonly evaluations: number;
  /** False when f is random, f or f′ not a number where it is needed, or the calls ran out: the other verdicts then only hint. */
  readonly reliable: boolean;
  /** First place where f threw or returned no number. */
  readonly failure: Failure | null;
  /** First place of the grid where f is NaN or infinite. */
  readonly notFinite: number | null;
  /** A place where two calls gave two values. */
  readonly random: { readonly x: number; readonly values: readonly [number, number] } | null;
  readonly range: { readonly min: Bound; readonly max: Bound };
  readonly bounded: boolean;
  /** E f(z), z ~ N(0,1), NaN where it cannot be found; zero-centred when it is 0 within the error of the integral. */
  readonly mean: number;
  readonly zeroCentred: boolean;
  readonly direction: Direction;
  readonly saturation: { readonly left: Tail; readonly right: Tail };
  readonly smoothness: 'discontinuous' | 'kinked' | 'curvature jumps' | 'smooth';
  readonly breaks: readonly Break[];
  readonly steepest: Steepness;
  readonly fixedPoints: readonly FixedPointOfCurve[];
  /**
   * In a random net of unit variance (σ_w² = 1/E f²): `gradient` = E f′²/E f², the factor of squared gradient norms per
   * layer; `length` = E z f f′/E f², below 1 when a length that is off returns by itself. NaN or ∞ without such averages.
   */
  readonly randomNet: {
    readonly gradient: number;
    readonly length: number;
    readonly selfCorrecting: boolean;
  };
}

export interface CheckOptions {
  /** Default [−10, 10]. */
  readonly interval?: Interval;
  /** Most calls of f, and of f′; default 400,000 each. */
  readonly budget?: number;
  /** What `findBreaks` gave for the same curve and interval, where that is known already. */
  readonly breaks?: readonly Break[];
}

/**
 * Finds out what kind of function f is, with a witness for every verdict, by at most `budget` calls. f may be anything:
 * discontinuous, with poles, random, throwing; f′ is replaced by difference quotients when it is not given.
 * Throws RangeError for an interval without length.
 */
export function checkProperties(
  candidate: { readonly f: Scalar; readonly df?: Scalar; readonly d2f?: Scalar },
  { interval = [-10, 10], budget = 400_000, breaks }: CheckOptions = {},
): PropertyReport {
  const [a, b] = interval;
  if (!(a < b && Number.isFinite(b - a)))
    throw new RangeError(`invalid interval: [${a}, ${b}]; expected a < b`);
  const probe = createProbe(candidate.f, budget);
  const slopes = candidate.df && createProbe(candidate.df, budget);
  const bends = candidate.d2f && createProbe(candidate.d2f, budget);
  const findings = examine({ f: probe.f, df: slopes?.f, d2f: bends?.f }, interval, breaks);
  const probes = [probe, slopes, bends].filter((each) => each !== undefined);
  const failure = probes.map((each) => each.failure()).find((each) => each !== null) ?? null;
  const exhausted = probes.some((each) => each.exhausted());
  const isNumber = findings.notFinite === null && !Number.isNaN(findings.steepest.lipschitz);
  return {
    ...findings,
    interval,
    evaluations: probes.reduce((sum, each) => sum + each.evaluations(), 0),
    reliable: !findings.random && !failure && !exhausted && isNumber,
    failure,
  };
}

type Guarded = { readonly f: Scalar; readonly df: Scalar | undefined; readonly d2f: Scalar | undefined };

function examine(
  curve: Guarded,
  interval: Interval,
  known: readonly Break[] | undefined,
): Omit<PropertyReport, 'interval' | 'evaluations' | 'reliable' | 'failure'> {
  const { f } = curve;
  const df = curve.df ?? numericalSlope(f);
  const random = findRandomness(f, interval);
  const breaks = random ? [] : (known ?? findBreaks(curve, interval));
  const steepest = steepness(df, interval, breaks, [onWall(f, interval)]);
  const poles = breaks.filter(({ of }) => of === 'pole').length >= 3;
  const left = describeTail(f, df, -1, steepest.lipschitz, poles);
  const right = describeTail(f, df, 1, steepest.lipschitz, poles);
  const range = rangeOf({ f, df, interval, breaks, tails: [left, right] });
  const ends = [range.min, range.max].filter(({ value, x }) => x === null && Number.isFinite(value));
  const average = averagesOf({ f, df, kinks: breaks }, breaks);
  return {
    notFinite: firstNotFinite(f, interval),
    random,
    range,
    bounded: Number.isFinite(range.min.value) && Number.isFinite(range.max.value),
    mean: average.mean,
    zeroCentred: average.mean === 0,
    direction: direction(
      f,
      interval,
      ends.map(({ value }) => value),
    ),
    saturation: { left, right },
    smoothness: smoothnessOf(breaks),
    breaks,
    steepest,
    fixedPoints: random ? [] : fixedPointsOf(f, df, interval, breaks),
    randomNet: randomNet(average),
  };
}

function firstNotFinite(f: Scalar, [a, b]: Interval): number | null {
  // Round numbers included: 1/x and log x fail exactly there.
  for (let i = 0; i <= 400; i++) {
    const x = a + ((b - a) * i) / 400;
    if (!Number.isFinite(f(x))) return x;
  }
  return null;
}

function smoothnessOf(breaks: readonly Break[]): PropertyReport['smoothness'] {
  if (breaks.some(({ of }) => of === 'f' || of === 'pole')) return 'discontinuous';
  if (breaks.some(({ of }) => of === 'df')) return 'kinked';
  return breaks.length > 0 ? 'curvature jumps' : 'smooth';
}

function randomNet({ chi, stability }: Averages): PropertyReport['randomNet'] {
  return { gradient: chi, length: stability, selfCorrecting: stability < 1 };
}
