import type { Activation, Family } from '../../src/activations/activation.ts';
import { activationFromFormula } from '../../src/activations/formula/index.ts';
import { findActivation } from '../../src/activations/index.ts';
import { type Findings, findingsOf } from '../../src/activations/properties/findings.ts';
import { curvePoints, type Order, type Point } from '../../src/figure/curve.ts';
import { curveWords } from '../../src/figure/curveWords.ts';
import { remarked, sameName } from '../../src/figure/ownNames.ts';
import { type FixedPoint, fixedPoint } from '../../src/network/theory/fixedPoint.ts';

/** The curves are drawn from −8 to 8: wide enough for what happens at 6. */
export const reach = 8;

/** What the page says of one function: plain data, so that a worker can send it. */
export interface Examined extends Findings {
  readonly label: string;
  readonly family: Family;
  readonly curves: Readonly<Record<Order, readonly Point[]>>;
  /** The course of f′ and f″ in words. */
  readonly told: Readonly<Record<'df' | 'd2f', string>>;
  /** f at a few places, for words. */
  readonly samples: readonly Point[];
  /** Jumps of f in view: the limits on both sides and the value taken. */
  readonly jumps: readonly {
    readonly x: number;
    readonly left: number;
    readonly right: number;
    readonly used: number;
  }[];
  /** Where signals end up from He's weights, σ_w² = 2. */
  readonly he: FixedPoint;
  /** M4, measured on this machine; null in the build, which is nobody's machine. */
  readonly cost: number | null;
}

/** A formula, and the function beside it. */
export interface Question {
  readonly formula: string;
  readonly other: string;
}

/** The reader's function beside a function of the book. */
export interface Design extends Question {
  readonly mine: Examined;
  readonly others: Examined;
}

export type MeasureCost = (activation: Activation, formula: string | null) => number | null;

const unmeasured: MeasureCost = () => null;

/**
 * Everything the page shows of a formula and of the function `other` names.
 * @throws FormulaError when the formula cannot be read.
 */
export function design(formula: string, name: string, other: string, cost: MeasureCost = unmeasured): Design {
  const others = findActivation(other);
  const mine = activationFromFormula(formula, { label: apart(name, others.label) });
  return {
    formula,
    other,
    mine: examine(mine, cost(mine, formula)),
    others: examine(others, cost(others, null)),
  };
}

/** The name of the function that is typed, told apart from that of the one beside it. */
export const apart = (name: string, other: string): string =>
  sameName(name, other) ? remarked(name, '(typed)') : name;

export function examine(activation: Activation, cost: number | null): Examined {
  const curve = (order: Order) => curvePoints(activation, -reach, reach, order);
  const told = (order: Order) => curveWords(curvePoints(activation, -reach, reach, order, 0));
  return {
    label: activation.label,
    family: activation.family,
    curves: { f: curve('f'), df: curve('df'), d2f: curve('d2f') },
    told: { df: told('df'), d2f: told('d2f') },
    samples: [-4, -1, 0, 1, 4].map((x): Point => [x, activation.f(x)]),
    jumps: activation.kinks.filter(({ x: at, of }) => of === 'f' && Math.abs(at) < reach),
    ...findingsOf(activation),
    he: fixedPoint(activation, { sigmaW2: 2 }),
    cost,
  };
}
