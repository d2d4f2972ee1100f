import { loopOf } from './loop.ts';
import type { Evaluators, Program } from './program.ts';
import { treeOf } from './tree.ts';

// Measured: calls that call each other win below some 20 operations, and lose by two thirds at 140.
const SHORT = 32;

/** Prepares a formula; costs about as much as evaluating it a hundred times. */
export function evaluatorsOf(program: Program): Evaluators {
  return program.length <= SHORT ? treeOf(program) : loopOf(program);
}
