import type { Dual } from '../../math/dual.ts';
import type { Operation } from './functions.ts';

/** One step of a stack machine: push a number, push x, or apply an operation to the topmost `count` values. */
export type Instruction =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'x' }
  | { readonly kind: 'apply'; readonly operation: Operation; readonly count: number };

/** A formula in reverse Polish order: evaluated without recursion, however long it is. */
export type Program = readonly Instruction[];

/** A formula made ready to be evaluated many times: the numbers of the stack machine, to the last bit. */
export interface Evaluators {
  /** The value at x. Never throws; NaN where the formula is undefined. */
  readonly value: (x: number) => number;
  /** Value, first and second derivative at x; kinks follow the rule of `Dual`. */
  readonly dual: (x: number) => Dual;
}
