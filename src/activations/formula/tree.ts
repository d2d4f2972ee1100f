import { type Dual, dual, variable } from '../../math/dual.ts';
import type { Evaluators, Instruction, Program } from './program.ts';

type Apply = Extract<Instruction, { readonly kind: 'apply' }>;
type Value = (x: number) => number;
type Lifted = (x: Dual) => Dual;

/** A part of the formula; the same number everywhere when it holds no x. */
interface Node {
  readonly value: Value;
  readonly lifted: Lifted;
  readonly constant: boolean;
}

const fixed = (value: number, lifted: Dual): Node => ({
  value: () => value,
  lifted: () => lifted,
  constant: true,
});

const x: Node = { value: (at) => at, lifted: (at) => at, constant: false };

/** The four that formulas are full of, without a call. */
const plain: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '+': (a, b) => (at) => a(at) + b(at),
  '-': (a, b) => (at) => a(at) - b(at),
  '*': (a, b) => (at) => a(at) * b(at),
  '/': (a, b) => (at) => a(at) / b(at),
};

function scalarOf({ operation: { name, value } }: Apply, parts: readonly Node[]): Value {
  const [a, b, c] = parts.map((part) => part.value) as [Value, Value, Value];
  if (parts.length === 1) return (at) => value(a(at));
  if (parts.length === 2) return plain[name]?.(a, b) ?? ((at) => value(a(at), b(at)));
  if (parts.length === 3) return (at) => value(a(at), b(at), c(at));
  return (at) => value(...parts.map((part) => part.value(at)));
}

function liftedOf({ operation }: Apply, parts: readonly Node[]): Lifted {
  const lift = operation.dual;
  const [a, b, c] = parts.map((part) => part.lifted) as [Lifted, Lifted, Lifted];
  if (parts.length === 1) return (at) => lift(a(at));
  if (parts.length === 2) return (at) => lift(a(at), b(at));
  if (parts.length === 3) return (at) => lift(a(at), b(at), c(at));
  return (at) => lift(...parts.map((part) => part.lifted(at)));
}

function apply(step: Apply, parts: readonly Node[]): Node {
  const node = { value: scalarOf(step, parts), lifted: liftedOf(step, parts), constant: false };
  return parts.every((part) => part.constant) ? fixed(node.value(0), node.lifted(variable(0))) : node;
}

/** A formula as closures: best for the short ones that most are. */
export function treeOf(program: Program): Evaluators {
  const stack: Node[] = [];
  for (const step of program) {
    if (step.kind === 'x') stack.push(x);
    else if (step.kind === 'number') stack.push(fixed(step.value, dual(step.value)));
    else stack.push(apply(step, stack.splice(-step.count)));
  }
  const { value, lifted } = stack[0]!;
  return { value, dual: (at) => lifted(variable(at)) };
}
