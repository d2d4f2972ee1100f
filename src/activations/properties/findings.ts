import type { Bound } from './bounds.ts';
import type { Break } from './break.ts';
import { checkProperties, type PropertyReport } from './check.ts';
import { type Fall, findFall } from './fall.ts';
import type { Curve } from './moments.ts';
import { createProbe, numericalSlope, type Scalar } from './probe.ts';
import { type Scorecard, scorecard } from './scorecard.ts';

/** A function nobody has vouched for; what is not given is found by difference quotients and by search. */
export interface Candidate {
  readonly f: Scalar;
  readonly df?: Scalar;
  readonly d2f?: Scalar;
  readonly kinks?: Curve['kinks'];
}

/** A function's report and card, and the witnesses that a reader can check by hand: plain data. */
export interface Findings {
  readonly report: PropertyReport;
  readonly card: Scorecard;
  /** First place of [−30, 30] where f is no finite number, and what it is there. */
  readonly hole: { readonly x: number; readonly value: number } | null;
  /** Where |f′| is largest, as a round number where one will do. */
  readonly steepAt: number;
  /** A straight line everywhere, and not only for standard normal inputs. */
  readonly line: boolean;
  /** Two places that show that f falls; null when f never does, or always. */
  readonly fall: Fall | null;
}

/** Examines a function for `verdicts`: some 50 ms, at most a million calls. f may throw, be random or no number. */
export function findingsOf(candidate: Candidate): Findings {
  const raw = checkProperties(candidate);
  const breaks = candidate.df ? raw.breaks : raw.breaks.map(rounded);
  const curve = curveOf(candidate, breaks);
  const neat = ({ value, x }: Bound): Bound => ({
    value,
    x: x === null ? x : roundest(x, (near) => curve.f(near) === value),
  });
  const report = { ...raw, breaks, range: { min: neat(raw.range.min), max: neat(raw.range.max) } };
  const card = scorecard(curve, report.breaks);
  const { x } = card.valid;
  const steepest = (at: number): boolean => Math.abs(curve.df(at)) >= report.steepest.lipschitz * (1 - 1e-9);
  const corner = report.breaks.find((each) => Math.abs(each.x - report.steepest.x) < 1e-6);
  return {
    report,
    card,
    hole: x === null ? null : { x, value: curve.f(x) },
    steepAt: corner?.x ?? roundest(report.steepest.x, steepest),
    line: card.nonlinear.straight && isLine(report),
    fall: report.direction.kind === 'neither' ? findFall(curve.f, report.direction.falls) : null,
  };
}

function isLine({ breaks, saturation: { left, right } }: PropertyReport): boolean {
  const both = left.kind === 'straight' && right.kind === 'straight';
  return both && breaks.length === 0 && left.slope === right.slope && left.intercept === right.intercept;
}

/** Difference quotients see a corner only so well: to the digits that they can know. */
const rounded = (found: Break): Break =>
  (found.of === 'df' || found.of === 'd2f') && Number.isFinite(found.left + found.right)
    ? { ...found, x: Number(found.x.toFixed(found.of === 'df' ? 6 : 3)) + 0 }
    : found;

const BUDGET = 400_000;

/** The candidate as a curve for averages: it never throws, and has a slope and kinks. */
export function curveOf({ f, df, kinks }: Candidate, breaks: PropertyReport['breaks']): Curve {
  const guarded = createProbe(f, BUDGET).f;
  return {
    f: guarded,
    df: df ? createProbe(df, BUDGET).f : numericalSlope(guarded),
    kinks: kinks ?? breaks,
  };
}

/** A number near x with few digits of which `holds` is true still; x itself when there is none. */
function roundest(x: number, holds: (x: number) => boolean): number {
  for (const scale of [1, 10, 100]) {
    const near = [Math.round, Math.floor, Math.ceil].map((cut) => cut(x * scale) / scale + 0);
    const found = near.find(holds);
    if (found !== undefined) return found;
  }
  return x;
}
