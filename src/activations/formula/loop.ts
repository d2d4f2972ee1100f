import { type Dual, dual } from '../../math/dual.ts';
import type { Evaluators, Program } from './program.ts';
import { type Tape, tapeOf } from './tape.ts';

// What formulas are full of; the others are calls with one, two or more arguments.
const ADD = 0;
const SUB = 1;
const MUL = 2;
const DIV = 3;
const NEG = 4;
const ONE = 5;
const TWO = 6;
const MANY = 7;
const codes: Readonly<Record<string, number>> = { '+': ADD, '-': SUB, '*': MUL, '/': DIV, neg: NEG };
const byCount = [MANY, ONE, TWO];

/** The tape and its places, flat: a loop over small integers neither allocates nor calls where it need not. */
interface Flat {
  readonly steps: Tape['steps'];
  readonly kinds: Uint8Array;
  readonly to: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly result: number;
}

/** A formula as a loop over its tape: best for long ones, which repeat themselves and would nest calls deeply. */
export function loopOf(program: Program): Evaluators {
  const tape = tapeOf(program);
  const flat: Flat = {
    steps: tape.steps,
    kinds: Uint8Array.from(
      tape.steps,
      ({ operation, places }) => codes[operation.name] ?? byCount[places.length] ?? MANY,
    ),
    to: Int32Array.from(tape.steps, ({ place }) => place),
    a: Int32Array.from(tape.steps, ({ places }) => places[0]!),
    b: Int32Array.from(tape.steps, ({ places }) => places[1] ?? 0),
    result: tape.result,
  };
  return { value: scalarOf(flat, tape), dual: liftedOf(flat, tape) };
}

function scalarOf({ steps, kinds, to, a, b, result }: Flat, { start }: Tape): Evaluators['value'] {
  const held = Float64Array.from(start, ({ value }) => value);
  const calls = steps.map(({ operation }) => operation.value);
  return (x) => {
    held[0] = x;
    for (let i = 0; i < kinds.length; i++) {
      const first = held[a[i]!]!;
      const second = held[b[i]!]!;
      let y: number;
      switch (kinds[i]) {
        case ADD:
          y = first + second;
          break;
        case SUB:
          y = first - second;
          break;
        case MUL:
          y = first * second;
          break;
        case DIV:
          y = first / second;
          break;
        case NEG:
          y = -first;
          break;
        case ONE:
          y = calls[i]!(first);
          break;
        case TWO:
          y = calls[i]!(first, second);
          break;
        default:
          y = calls[i]!(...steps[i]!.places.map((place) => held[place]!));
      }
      held[to[i]!] = y;
    }
    return held[result]!;
  };
}

function liftedOf({ steps, kinds, to, a, b, result }: Flat, { start }: Tape): Evaluators['dual'] {
  const v = Float64Array.from(start, ({ dual: it }) => it.v);
  const d = Float64Array.from(start, ({ dual: it }) => it.d);
  const dd = Float64Array.from(start, ({ dual: it }) => it.dd);
  const calls = steps.map(({ operation }) => operation.dual);
  const at = (place: number): Dual => dual(v[place]!, d[place]!, dd[place]!);
  d[0] = 1;
  return (x) => {
    v[0] = x;
    for (let i = 0; i < kinds.length; i++) {
      const [p, q, place] = [a[i]!, b[i]!, to[i]!];
      switch (kinds[i]) {
        case ADD:
          v[place] = v[p]! + v[q]!;
          d[place] = d[p]! + d[q]!;
          dd[place] = dd[p]! + dd[q]!;
          continue;
        case SUB:
          v[place] = v[p]! - v[q]!;
          d[place] = d[p]! - d[q]!;
          dd[place] = dd[p]! - dd[q]!;
          continue;
        case NEG:
          v[place] = -v[p]!;
          d[place] = -d[p]!;
          dd[place] = -dd[p]!;
          continue;
      }
      const it =
        kinds[i] === ONE
          ? calls[i]!(at(p))
          : kinds[i] === MANY
            ? calls[i]!(...steps[i]!.places.map(at))
            : calls[i]!(at(p), at(q));
      v[place] = it.v;
      d[place] = it.d;
      dd[place] = it.dd;
    }
    return at(result);
  };
}
