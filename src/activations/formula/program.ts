import type { Operation } from './functions.ts';

/** One step of a stack machine: push a number, push x, or apply an operation to the topmost `count` values. */
export type Instruction =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'x' }
  | { readonly kind: 'apply'; readonly operation: Operation; readonly count: number };

/** A formula in reverse Polish order: evaluated without recursion, however long it is. */
export type Program = readonly Instruction[];
