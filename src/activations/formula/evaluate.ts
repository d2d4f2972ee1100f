import { type Dual, dual, variable } from '../../math/dual.ts';
import type { Program } from './program.ts';

/** The value of a formula at x. Never throws; NaN where the formula is undefined. */
export function evaluate(program: Program, x: number): number {
  const stack: number[] = [];
  for (const step of program) {
    if (step.kind === 'x') stack.push(x);
    else if (step.kind === 'number') stack.push(step.value);
    else if (step.count === 1) stack.push(step.operation.value(stack.pop()!));
    else if (step.count === 2) {
      const second = stack.pop()!;
      stack.push(step.operation.value(stack.pop()!, second));
    } else stack.push(step.operation.value(...stack.splice(-step.count)));
  }
  return stack[0]!;
}

/** Value, first and second derivative of a formula at x, exact up to rounding; kinks follow the rule of `Dual`. */
export function differentiate(program: Program, x: number): Dual {
  const stack: Dual[] = [];
  const at = variable(x);
  for (const step of program) {
    if (step.kind === 'x') stack.push(at);
    else if (step.kind === 'number') stack.push(dual(step.value));
    else if (step.count === 1) stack.push(step.operation.dual(stack.pop()!));
    else if (step.count === 2) {
      const second = stack.pop()!;
      stack.push(step.operation.dual(stack.pop()!, second));
    } else stack.push(step.operation.dual(...stack.splice(-step.count)));
  }
  return stack[0]!;
}
