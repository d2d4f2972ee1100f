import type { Program } from '../../src/activations/formula/index.ts';
import { dual } from '../../src/math/dual.ts';

/** One operation on the tape: its value, where its arguments stand, and its derivative by each of them. */
interface Entry {
  readonly value: number;
  readonly from: readonly number[];
  readonly partials: readonly number[];
}

/**
 * Derivative of a formula at x in reverse mode: forward along a tape, then one sweep back that hands each entry's share
 * of the result to its arguments. Where two arguments of min or max tie, each is judged alone, so that max(x/2, x) has
 * slope 0 at 0: on a kink reverse mode follows the operations, not the function. Source: Baydin et al. 2018, section 3.2.
 */
export function reverseDerivative(program: Program, x: number): number {
  const tape: Entry[] = [];
  const inputs: number[] = [];
  const stack: number[] = [];
  for (const step of program) {
    stack.push(tape.length);
    if (step.kind === 'x') {
      inputs.push(tape.length);
      tape.push({ value: x, from: [], partials: [] });
    } else if (step.kind === 'number') {
      tape.push({ value: step.value, from: [], partials: [] });
    } else {
      stack.pop();
      const from = stack.splice(-step.count);
      stack.push(tape.length);
      const values = from.map((i) => tape[i]!.value);
      const partials = values.map(
        (_, k) => step.operation.dual(...values.map((v, i) => dual(v, i === k ? 1 : 0))).d,
      );
      tape.push({ value: step.operation.value(...values), from, partials });
    }
  }
  const shares = new Array<number>(tape.length).fill(0);
  shares[tape.length - 1] = 1;
  for (let i = tape.length - 1; i >= 0; i--) {
    const { from, partials } = tape[i]!;
    // A share of 0 stays 0, whatever the slope beyond it.
    if (shares[i] === 0) continue;
    from.forEach((j, k) => {
      shares[j]! += shares[i]! * partials[k]!;
    });
  }
  return inputs.reduce((sum, i) => sum + shares[i]!, 0);
}
