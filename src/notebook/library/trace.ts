import { type Operation, operators } from '../../activations/formula/functions.ts';
import { LONGEST, type Program, toCode } from '../../activations/formula/index.ts';
import { kindOf } from '../../activations/properties/probe.ts';
import { type Dual, dual } from '../../math/dual.ts';

/** What operations of `dual` take: a plain number stands for a constant. */
export type Operand = Dual | number;

/** The formulas so far of the stand-ins for x, and for what was computed from it, in a function that is being traced. */
const formulas = new WeakMap<object, Program>();

const refuse = (): never => {
  throw new TypeError(
    'invalid formula: a function that asks which number x is; expected operations of dual alone, such as dual.max(0, x), or a formula in quotes',
  );
};

/** A dual number that has no value yet, and says so whoever asks for it: comparisons, Math and + do too. */
function standIn(formula: Program): Dual {
  if (formula.length > LONGEST)
    throw new RangeError(
      `formula too long: over ${LONGEST} operations; expected at most ${LONGEST} characters`,
    );
  const stand = new Proxy({} as Dual, { get: refuse });
  formulas.set(stand, formula);
  return stand;
}

export const lifted = (a: Operand): Dual => (typeof a === 'number' ? dual(a) : a);

function formulaOf(part: Operand): Program {
  const known = formulas.get(part as Dual);
  if (known) return known;
  const value: unknown = Object(lifted(part)).v;
  if (typeof value !== 'number')
    throw new TypeError(
      `invalid part of a formula: ${kindOf(part)}; expected a number or the result of an operation of dual`,
    );
  const size = Math.abs(value);
  const number = { kind: 'number', value: size, text: String(size) } as const;
  // Neither a formula's numbers nor a power's base may carry a sign; −0 has one too.
  return 1 / value < 0 ? [number, { kind: 'apply', operation: operators.get('neg')!, count: 1 }] : [number];
}

/** Applies an operation of the formula language to dual numbers, or writes it down where one is a stand-in. */
export function apply(operation: Operation, parts: readonly Operand[]): Dual {
  return parts.some((part) => formulas.has(part as Dual))
    ? standIn([...parts.flatMap(formulaOf), { kind: 'apply', operation, count: parts.length }])
    : operation.dual(...parts.map(lifted));
}

/**
 * The formula of a function of dual numbers, found by calling it once with a stand-in for x; a branch that it did not
 * take is not in it. Throws TypeError where the function asks for a value, RangeError for more than 1000 operations.
 */
export const traced = (given: (x: Dual) => Operand): string =>
  toCode(formulaOf(given(standIn([{ kind: 'x' }]))))
    .replaceAll('Math.', '')
    .replaceAll('**', '^');
