import { parseFormula } from '../../src/activations/formula/index.ts';
import type { OwnFunction } from '../../src/figure/ownFunctions.ts';
import { createRandom } from '../../src/math/random.ts';
import { compile } from './compile.ts';
import { contestants, type Loop, type Numbers, type Subject, subjects } from './subjects.ts';

/** What to measure. */
export interface Wish {
  readonly size: number;
  readonly precision: 32 | 64;
  readonly order: 'shuffled' | 'sorted';
  readonly form: 'naive' | 'stable';
  readonly width: number;
}

/** What was measured of a reader's own function. */
export interface OwnTime {
  readonly id: string;
  readonly ns: number;
  /** Operations per element counted from the formula. */
  readonly operations: number;
}

/** Nanoseconds per element of each subject, and per output of a dense layer of `width` inputs. */
export interface Timing {
  readonly perElement: Partial<Readonly<Record<Subject, number>>>;
  readonly layer: number;
  readonly own?: readonly OwnTime[];
}

/** Milliseconds, from any start; given, so that a test can count instead of waiting. */
export type Clock = () => number;

const REPETITIONS = 9;

/** Elements per repetition: browsers' clocks tick in tenths of a millisecond, so a repetition must last longer. */
const WORK = 2 ** 20;

/** Median time of a run, in ns per element, after a warm-up that lets the compiler settle. */
function time(run: () => void, elements: number, clock: Clock, work: number): number {
  const passes = Math.max(1, Math.round(work / elements));
  warmUp(run, 2 * passes);
  return medianTime(run, elements, passes, clock);
}

function warmUp(run: () => void, passes: number): void {
  for (let i = 0; i < passes; i++) run();
}

/** Median of several repetitions of so many passes, in ns per element. */
function medianTime(run: () => void, elements: number, passes: number, clock: Clock): number {
  const times = Array.from({ length: REPETITIONS }, () => {
    const start = clock();
    for (let i = 0; i < passes; i++) run();
    return (clock() - start) / passes;
  }).sort((a, b) => a - b);
  return (times[REPETITIONS >> 1]! * 1e6) / elements;
}

function inputsOf({ size, precision, order }: Wish): Numbers {
  const random = createRandom(1);
  const x = precision === 64 ? new Float64Array(size) : new Float32Array(size);
  for (let i = 0; i < size; i++) x[i] = random.normal();
  return order === 'sorted' ? x.sort() : x;
}

const loopOf = (subject: Subject, form: Wish['form']): Loop => {
  const { naive, stable } = contestants[subject];
  return form === 'stable' ? (stable ?? naive) : naive;
};

/** Outputs of the dense layer that is timed: enough to fill a few milliseconds. */
const OUTPUTS = 256;

function layerTime(width: number, clock: Clock, work: number): number {
  const random = createRandom(2);
  const weights = Float64Array.from({ length: width * OUTPUTS }, () => random.normal());
  const x = Float64Array.from({ length: width }, () => random.normal());
  const out = new Float64Array(OUTPUTS);
  const run = (): void => {
    for (let o = 0; o < OUTPUTS; o++) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += weights[o * width + i]! * x[i]!;
      out[o] = sum;
    }
  };
  return time(run, OUTPUTS, clock, work / width);
}

/** Milliseconds a repetition of a reader's function should last: it may be a hundred times as long as any of the book's. */
const ENOUGH = 20;

function ownTime({ id, formula }: OwnFunction, x: Numbers, clock: Clock, work: number): OwnTime {
  const program = parseFormula(formula);
  const { run } = compile(program, x);
  run();
  const start = clock();
  run();
  const once = clock() - start;
  const passes = Math.max(1, Math.min(Math.round(work / x.length), Math.ceil(ENOUGH / once)));
  warmUp(run, passes);
  // `min` of three numbers compares twice.
  const operations = program.reduce((sum, step) => {
    if (step.kind !== 'apply') return sum;
    return sum + (/^(min|max)$/.test(step.operation.name) ? step.count - 1 : 1);
  }, 0);
  return { id, ns: medianTime(run, x.length, passes, clock), operations };
}

/** Times every subject, each over `work` elements a repetition. Takes a second or two: for a worker. */
export function measure(
  wish: Wish,
  own: readonly OwnFunction[] = [],
  clock: Clock = () => performance.now(),
  work = WORK,
): Timing {
  const x = inputsOf(wish);
  const out = x.slice();
  const perElement = Object.fromEntries(
    subjects.map((subject) => {
      const loop = loopOf(subject, wish.form);
      return [subject, time(() => loop(x, out), x.length, clock, work)];
    }),
  );
  return {
    perElement,
    layer: layerTime(wish.width, clock, 4 * work),
    own: own.map((one) => ownTime(one, x, clock, work)),
  };
}
