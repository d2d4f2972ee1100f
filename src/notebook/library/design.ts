import type { Activation } from '../../activations/activation.ts';
import { activationFromFormula } from '../../activations/formula/index.ts';
import {
  type CheckOptions,
  checkProperties,
  type PropertyReport,
} from '../../activations/properties/check.ts';
import { forwardDifference } from '../../activations/properties/derivatives.ts';
import { type Candidate, curveOf, findingsOf } from '../../activations/properties/findings.ts';
import { kindOf, type Scalar } from '../../activations/properties/probe.ts';
import type { Scorecard } from '../../activations/properties/scorecard.ts';
import { verdicts as sentences } from '../../activations/properties/verdicts.ts';
import { shown } from '../../activations/properties/words.ts';
import { type Dual, variable } from '../../math/dual.ts';
import { superscript } from '../../math/superscript.ts';
import { fixedPoint } from '../../network/theory/fixedPoint.ts';
import { text } from './given.ts';

/**
 * What can be examined: a function of the book, a plain function, one with derivatives: `{ f, df, d2f }`, or a function of
 * dual numbers, whose derivatives are exact.
 */
export type Examinable = Candidate | ((x: number & Dual) => number | Dual);

/**
 * An activation function from a formula in x, with exact f, f′ and f″: `fromFormula('max(0.1x, x)').df(-1)`. The formula is
 * parsed, never run as code. Throws FormulaError with line and column for a formula that cannot be read.
 */
export const fromFormula = (formula: string, label?: string): Activation =>
  activationFromFormula(text(formula, 'formula'), label === undefined ? {} : { label: text(label, 'name') });

/**
 * What kind of function it is, each finding with a witness: range, direction, ends, breaks, steepest slope, fixed points.
 * The function may throw, be random or no number: the report then says so, and `reliable` is false.
 */
export const check = (candidate: Examinable, options: CheckOptions = {}): PropertyReport =>
  checkProperties(candidateOf(candidate), options);

/** The same in sentences, from what matters most to what refines it: a row for each property, with its witness. */
export function verdicts(candidate: Examinable): { property: string; witness: string }[] {
  const examined = candidateOf(candidate);
  const found = findingsOf(examined);
  const { random, breaks } = found.report;
  const curve = curveOf(examined, breaks);
  const sloped = examined.df ? curve : { ...curve, df: outwardSlope(curve.f) };
  const he = random ? UNDEFINED : fixedPoint(sloped, { sigmaW2: 2 });
  return sentences(found, he).map(({ head, witness }) => ({
    property: raised(head),
    witness: raised(witness),
  }));
}

/**
 * The report card over standard normal inputs: `gradient.chi` at the matching variance `gradient.sigmaW2` of the weights,
 * and a score from 0 to 1 for each wish. Throws RangeError for a random function, which has no averages to speak of.
 */
export function scorecard(candidate: Examinable): Scorecard {
  const { report, card } = findingsOf(candidateOf(candidate));
  if (!report.random) return card;
  const { x, values } = report.random;
  throw new RangeError(
    `invalid function: f(${shown(x)}) was ${values.map((y) => shown(y)).join(' and then ')}; expected the same answer every time`,
  );
}

const UNDEFINED = { kind: 'undefined', q: Number.NaN, chi: Number.NaN } as const;

/**
 * f′ by differences away from 0, which straddle no corner there, with steps that grow slowly enough to follow waves far out:
 * exact for lines, to about 1e-8 for what is curved.
 */
function outwardSlope(f: Scalar): Scalar {
  return (x) => forwardDifference(f, x, (x < 0 ? -1 : 1) * 2 ** -26 * Math.sqrt(Math.max(1, Math.abs(x))));
}

function candidateOf(given: Examinable): Candidate {
  if (typeof given === 'function') {
    const code = given as Scalar | Lifted;
    return isLifted(code) ? lowered(code) : { f: code };
  }
  if (typeof Object(given).f === 'function') return given;
  throw new TypeError(
    `invalid function: ${kindOf(given)}; expected a function of x, { f, df } or a function of the book`,
  );
}

type Lifted = (x: Dual) => Dual | number;

/**
 * True for a function that wants dual numbers: somewhere it answers one with one, and not a plain number with the same
 * value. Plain code such as `x < 0 ? 0 : x` hands on whatever it is given.
 */
function isLifted(given: Scalar | Lifted): given is Lifted {
  return [0.5, -0.5, 3].some((x) => {
    try {
      const answer: unknown = (given as Lifted)(Object.assign(variable(x), { valueOf: () => x }));
      return isDual(answer) && (given as Scalar)(x) !== answer.v;
    } catch {
      return false;
    }
  });
}

const isDual = (value: unknown): value is Dual =>
  [Object(value).v, Object(value).d, Object(value).dd].every((part) => typeof part === 'number');

/** Value and derivatives of a function of dual numbers; a plain number that it returns does not change with x. */
export function lowered(given: Lifted): Candidate {
  const part = (name: keyof Dual) => (x: number) => {
    const value: unknown = given(variable(x));
    if (isDual(value)) return value[name];
    return typeof value === 'number' && name !== 'v' ? 0 : (value as number);
  };
  return { f: part('v'), df: part('d'), d2f: part('dd') };
}

/** `10^−6` with the exponent raised; `10^0.5` stays. */
const raised = (words: string): string =>
  words.replace(
    /10\^(−?\d+)(?![\d.])/g,
    (_, power: string) => `10${superscript(Number(power.replace('−', '-')))}`,
  );
