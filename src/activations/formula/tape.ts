import { type Dual, dual } from '../../math/dual.ts';
import type { Operation } from './functions.ts';
import type { Instruction, Program } from './program.ts';

/** One operation, the places of its arguments and the place of its result. */
interface Step {
  readonly operation: Operation;
  readonly places: readonly number[];
  readonly place: number;
}

/**
 * A formula as a list of operations on numbered places: place 0 is x, then come numbers and results in the order in which
 * they are needed. What a formula says twice stands there once, and what holds no x is worked out already.
 */
export interface Tape {
  /** What every place holds at the start; 0 where it is a result. */
  readonly start: readonly { readonly value: number; readonly dual: Dual }[];
  readonly steps: readonly Step[];
  /** Where the value of the formula stands at the end. */
  readonly result: number;
}

const nothing = { value: 0, dual: dual(0) };

/** Reads a formula into a tape. */
export function tapeOf(program: Program): Tape {
  const builder = new Builder();
  const stack: number[] = [];
  for (const step of program) {
    if (step.kind === 'x') stack.push(0);
    else if (step.kind === 'number')
      stack.push(builder.number({ value: step.value, dual: dual(step.value) }));
    else stack.push(builder.apply(step, stack.splice(-step.count)));
  }
  return { start: builder.start, steps: builder.steps, result: stack[0]! };
}

class Builder {
  readonly start: Tape['start'][number][] = [nothing];
  readonly steps: Step[] = [];
  private readonly known = new Map<string, number>();
  private readonly fixed = new Set<number>();

  /** The place of a number. */
  number(it: Tape['start'][number]): number {
    const { value, dual: lifted } = it;
    // 0 and −0 are told apart: 1/x is.
    const key = [value, lifted.v, lifted.d, lifted.dd].map((n) => (Object.is(n, -0) ? '-0' : n)).join();
    return this.placeOf(key, () => {
      this.fixed.add(this.start.length);
      return it;
    });
  }

  /** The place of the result of an operation. */
  apply({ operation }: Extract<Instruction, { kind: 'apply' }>, places: readonly number[]): number {
    if (places.every((place) => this.fixed.has(place))) {
      const held = places.map((place) => this.start[place]!);
      return this.number({
        value: operation.value(...held.map(({ value }) => value)),
        dual: operation.dual(...held.map(({ dual: lifted }) => lifted)),
      });
    }
    return this.placeOf(`${operation.name}(${places.join()})`, () => {
      this.steps.push({ operation, places, place: this.start.length });
      return nothing;
    });
  }

  private placeOf(key: string, make: () => Tape['start'][number]): number {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const place = this.start.length;
    this.start.push(make());
    this.known.set(key, place);
    return place;
  }
}
