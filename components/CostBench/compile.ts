import type { Program } from '../../src/activations/formula/index.ts';
import type { Numbers } from './subjects.ts';

/*
 * A formula as a loop of WebAssembly, so that it is timed as compiled code without being evaluated as JavaScript. Programs
 * stand in reverse Polish order and WebAssembly is a stack machine: one instruction follows the other.
 */

const op = {
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  call: 0x10,
  select: 0x1b,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  int: 0x41,
  float: 0x44,
  below: 0x49,
  add: 0x6a,
  fromTruth: 0xb8,
  abs: 0x99,
  greater: 0x64,
  min: 0xa4,
  max: 0xa5,
} as const;

/** Operations that are one instruction on numbers, and comparisons, which leave a truth to convert. */
const native: Readonly<Record<string, readonly number[]>> = {
  '+': [0xa0],
  '-': [0xa1],
  '*': [0xa2],
  '/': [0xa3],
  neg: [0x9a],
  abs: [0x99],
  ceil: [0x9b],
  floor: [0x9c],
  sqrt: [0x9f],
  '==': [0x61, op.fromTruth],
  '!=': [0x62, op.fromTruth],
  '<': [0x63, op.fromTruth],
  '>': [0x64, op.fromTruth],
  '<=': [0x65, op.fromTruth],
  '>=': [0x66, op.fromTruth],
};

const [INT, FLOAT] = [0x7f, 0x7c];
/** Locals: the end of the inputs, the place, x, two numbers and a truth on their way. */
const [END, AT, X, A, B, TRUTH] = [0, 1, 2, 3, 4, 5];
const locals = [3, 1, INT, 3, FLOAT, 1, INT];

const bytesOf = {
  64: { step: 8, load: [0x2b, 3, 0], store: [0x39, 3] },
  32: { step: 4, load: [0x2a, 2, 0, 0xbb], store: [0xb6, 0x38, 2] },
} as const;

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

const float = (value: number): number[] => [op.float, ...new Uint8Array(new Float64Array([value]).buffer)];
const list = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];
const section = (id: number, body: readonly number[]): number[] => [id, ...unsigned(body.length), ...body];
const word = (letter: string): number[] => [1, letter.charCodeAt(0)];

type Value = (...args: number[]) => number;

/** Functions that the loop asks JavaScript for, each once for each number of arguments. */
class Imports {
  readonly entries: { readonly value: Value; readonly count: number }[] = [];

  indexOf(value: Value, count: number): number {
    const at = this.entries.findIndex((entry) => entry.value === value && entry.count === count);
    return at >= 0 ? at : this.entries.push({ value, count }) - 1;
  }
}

function instruction(step: Program[number], imports: Imports): number[] {
  if (step.kind === 'x') return [op.get, X];
  if (step.kind === 'number') return float(step.value);
  const { operation, count } = step;
  const { name, value } = operation;
  if (native[name]) return [...native[name]];
  if (name === 'relu') return [...float(0), op.max];
  if (name === 'min' || name === 'max') return Array<number>(count - 1).fill(op[name]);
  if (name === 'clip') return [op.set, B, op.max, op.get, B, op.min];
  if (name === '?') {
    // |condition| > 0 is false for 0 and for what is no number, as in JavaScript.
    const truth = [op.abs, ...float(0), op.greater, op.set, TRUTH];
    return [op.set, B, op.set, A, ...truth, op.get, A, op.get, B, op.get, TRUTH, op.select];
  }
  return [op.call, ...unsigned(imports.indexOf(value, count))];
}

function moduleOf(
  program: Program,
  precision: 32 | 64,
  length: number,
  imports: Imports,
): Uint8Array<ArrayBuffer> {
  const { step, load, store } = bytesOf[precision];
  const formula = program.flatMap((one) => instruction(one, imports));
  const body = [
    ...[op.loop, 0x40, op.get, AT, op.get, AT, ...load, op.set, X],
    ...[...formula, ...store, ...unsigned(length * step)],
    ...[op.get, AT, op.int, step, op.add, op.tee, AT, op.get, END, op.below, op.branchIf, 0, op.end, op.end],
  ];
  const code = [...locals, ...body];
  const types = imports.entries.map(({ count }) => [
    0x60,
    count,
    ...Array<number>(count).fill(FLOAT),
    1,
    FLOAT,
  ]);
  const asked = imports.entries.map((_, i) => [...word('f'), ...name(i), 0, ...unsigned(i)]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([...types, [0x60, 1, INT, 0]])),
    ...section(2, list([...asked, [...word('m'), ...word('m'), 2, 0, 1]])),
    ...section(3, list([unsigned(types.length)])),
    ...section(7, list([[...word('r'), 0, ...unsigned(types.length)]])),
    ...section(10, list([[...unsigned(code.length), ...code]])),
  ]);
}

const name = (i: number): number[] => {
  const text = String(i);
  return [text.length, ...[...text].map((digit) => digit.charCodeAt(0))];
};

export interface Compiled {
  /** Computes all outputs once. */
  readonly run: () => void;
  readonly out: Numbers;
}

/** The loop out[i] = f(x[i]) of a formula, in numbers of the inputs' precision. */
export function compile(program: Program, x: Numbers): Compiled {
  const precision = x instanceof Float64Array ? 64 : 32;
  const { step } = bytesOf[precision];
  const imports = new Imports();
  const module = new WebAssembly.Module(moduleOf(program, precision, x.length, imports));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((2 * x.length * step) / 65_536) });
  const f = Object.fromEntries(imports.entries.map(({ value }, i) => [String(i), value]));
  const { exports } = new WebAssembly.Instance(module, { f, m: { m: memory } });
  const view = (at: number): Numbers =>
    precision === 64
      ? new Float64Array(memory.buffer, at, x.length)
      : new Float32Array(memory.buffer, at, x.length);
  view(0).set(x);
  const loop = exports.r as (end: number) => void;
  return { run: () => loop(x.length * step), out: view(x.length * step) };
}
