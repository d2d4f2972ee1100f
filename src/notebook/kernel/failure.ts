import { RuntimeError } from '@observablehq/runtime';
import type { Failure } from '../protocol.ts';
import { inspect } from './inspect.ts';

/** Carries a failure that was known before the cell ran. */
export class KnownFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Likely causes by message; the engines' wordings differ, so each pattern lists theirs. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/call stack|too much recursion/i, 'A function calls itself without end.'],
  [/before initialization/, 'The name is used above the line that gives it a value.'],
  [
    /constant variable|invalid assignment to const|readonly property/,
    'A const never changes: use let, inside this cell.',
  ],
  [
    /of undefined|is undefined|undefined is not an object/,
    'Something here is undefined. If it comes from a function of yours, that function may lack a return.',
  ],
  [/is not iterable/, 'Only lists and the like can be spread or looped over.'],
  [
    /is not a function/,
    'Only functions can be called: is the name spelt right, and is a comma or an operator missing?',
  ],
  [
    /read only|not extensible|read-only/,
    'This belongs to the book or to JavaScript and cannot be changed; make a copy.',
  ],
  [
    /Invalid (?:array|typed array) length|Array buffer allocation/i,
    'The list is longer than the memory allows.',
  ],
];

/** Frames `cell/<id>.ts:line:column` of a stack, innermost first; the code has one line more than the text. */
function framesOf(stack: string): { cell: string; line: number; column: number }[] {
  return [...stack.slice(0, 20_000).matchAll(/cell\/([\w-]+)\.ts:(\d+):(\d+)/g)].map(
    ([, cell, line, column]) => ({
      cell: cell!,
      line: Number(line) - 1,
      column: Number(column),
    }),
  );
}

const textOf = (read: () => unknown, fallback: string): string => {
  try {
    const text = read();
    return typeof text === 'string' ? text.slice(0, 2000) : fallback;
  } catch {
    return fallback;
  }
};

/** What a cell threw, as it crosses to the page; never throws itself, whatever the value. */
export function failureFrom(thrown: unknown, cell: string): Failure {
  if (!isError(thrown)) {
    return {
      ...nowhere,
      name: 'Error',
      message: `thrown: ${inspect(thrown).text.slice(0, 500)}`,
      hint: null,
    };
  }
  if (thrown instanceof KnownFailure) return thrown.failure;
  const name = textOf(() => thrown.name, 'Error') || 'Error';
  const message = textOf(() => thrown.message, '');
  const frames = framesOf(textOf(() => thrown.stack, ''));
  const own = frames.find((frame) => frame.cell === cell && frame.line >= 1);
  const origin = frames[0] && frames[0].cell !== cell ? frames[0].cell : null;
  const hint = hints.find(([pattern]) => pattern.test(message))?.[1] ?? null;
  return { name, message, line: own?.line ?? null, column: own?.column ?? null, hint, origin };
}

const nowhere = { line: null, column: null, origin: null } as const;

function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

/** The name that could not be had, if that is what the runtime says; null for any other error. */
export function failedInput(error: unknown): string | null {
  try {
    return error instanceof RuntimeError ? (error.input ?? null) : null;
  } catch {
    // A thrown proxy may throw even here.
    return null;
  }
}

/** Throws what was wrong before the cell ran. */
export function fail(problem: Failure): never {
  throw new KnownFailure(problem);
}
