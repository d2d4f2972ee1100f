/** A formula that cannot be read, with the place of the first mistake. */
export class FormulaError extends Error {
  /** Offset of the mistake in UTF-16 units, 0-based; the length of the text when something is missing at the end. */
  readonly index: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** The piece of text at `index`, `end of formula` when there is none. */
  readonly found: string;
  readonly expected: string;
  /** What to write instead, when there is a good guess. */
  readonly suggestion: string | null;

  constructor(text: string, { index, problem, found, expected, suggestion = null }: Mistake) {
    const before = text.slice(0, index).split('\n');
    const line = before.length;
    const column = [...before.at(-1)!].length + 1;
    const hint = suggestion === null ? '' : `; ${suggestion}`;
    super(`${problem}: ${found} at ${line}:${column}; expected ${expected}${hint}`);
    this.name = 'FormulaError';
    this.index = index;
    this.line = line;
    this.column = column;
    this.found = found;
    this.expected = expected;
    this.suggestion = suggestion;
  }
}

export interface Mistake {
  readonly index: number;
  /** What kind of mistake, e.g. `unknown name`. */
  readonly problem: string;
  readonly found: string;
  readonly expected: string;
  readonly suggestion?: string | null;
}
