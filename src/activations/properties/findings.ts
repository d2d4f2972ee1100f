import { checkProperties, type PropertyReport } from './check.ts';
import { type Fall, findFall } from './fall.ts';
import type { Curve } from './moments.ts';
import type { Scalar } from './probe.ts';
import { type Scorecard, scorecard } from './scorecard.ts';

/** A function's report and card, and the witnesses that a reader can check by hand. */
export interface Findings {
  readonly report: PropertyReport;
  readonly card: Scorecard;
  /** First place of [−30, 30] where f is no finite number, and what it is there. */
  readonly hole: { readonly x: number; readonly value: number } | null;
  /** Where |f′| is largest, as a round number where one will do. */
  readonly steepAt: number;
  /** Two places that show that f falls; null when f never does, or always. */
  readonly fall: Fall | null;
}

/** Examines a function whose kinks are known, for `verdicts`; some 50 ms. */
export function findingsOf(curve: Curve & { readonly d2f: Scalar }): Findings {
  const report = checkProperties(curve);
  const card = scorecard(curve);
  const { x } = card.valid;
  const steepest = (at: number): boolean => Math.abs(curve.df(at)) >= report.steepest.lipschitz * (1 - 1e-9);
  return {
    report,
    card,
    hole: x === null ? null : { x, value: curve.f(x) },
    steepAt: roundest(report.steepest.x, steepest),
    fall: report.direction.kind === 'neither' ? findFall(curve.f, report.direction.falls) : null,
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
