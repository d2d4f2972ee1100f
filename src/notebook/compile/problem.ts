import type { Failure } from '../protocol.ts';

/** An error of the reader's text, known before it runs. `offset` is where, counted in UTF-16 units. */
export class Problem extends Error {
  readonly offset: number;
  readonly hint: string | null;

  constructor(name: string, message: string, offset: number, hint: string | null = null) {
    super(message);
    this.name = name;
    this.offset = offset;
    this.hint = hint;
  }
}

/** Line and column of an offset, both starting at 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset)).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}

/** A problem as it crosses to the page. */
export function failureOf(text: string, problem: Problem): Failure {
  const { line, column } = placeOf(text, problem.offset);
  return { name: problem.name, message: problem.message, line, column, hint: problem.hint, origin: null };
}
