import { FormulaError } from './error.ts';

/** A piece of a formula. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  /** As written; signs in their plain form (`*` for `·`). */
  readonly text: string;
  readonly index: number;
  /** Value of a number. */
  readonly value: number;
  /** True when white space stands before it. */
  readonly spaced: boolean;
}

const SPACE = /\s+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
// Letters of any script are read as a name, so that the error can say which letter is foreign.
const NAME = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const SIGN = /\*\*|===|!==|[<>=!]=|&&|[-+*/^(),?:<>!|.=]/y;

/** Signs readers paste from books. */
const PLAIN: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '·': '*',
  '×': '*',
  '⋅': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
};
const SUPERSCRIPTS: Readonly<Record<string, string>> = { '²': '2', '³': '3' };
const SAME: Readonly<Record<string, string>> = { '**': '^', '===': '==', '!==': '!=' };

/** Cuts a formula into tokens, the last of kind `end`. Throws FormulaError at a character no formula contains. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  let spaced = false;
  const push = (kind: Token['kind'], written: string, value = Number.NaN) => {
    tokens.push({ kind, text: written, index, value, spaced });
    spaced = false;
  };
  while (index < text.length) {
    const space = match(SPACE, text, index);
    const number = match(NUMBER, text, index);
    const name = match(NAME, text, index);
    const sign = match(SIGN, text, index);
    const character = String.fromCodePoint(text.codePointAt(index)!);
    const length = (space ?? number ?? name ?? sign ?? character).length;
    if (space !== null) spaced = true;
    else if (number !== null) push('number', number, Number(number));
    else if (name !== null) push('name', name);
    else if (sign !== null) push('sign', SAME[sign] ?? sign);
    else if (Object.hasOwn(PLAIN, character)) push('sign', PLAIN[character]!);
    else if (Object.hasOwn(SUPERSCRIPTS, character)) {
      push('sign', '^');
      push('number', SUPERSCRIPTS[character]!, Number(SUPERSCRIPTS[character]));
    } else throw strangeCharacter(text, index, character);
    index += length;
  }
  push('end', 'end of formula');
  return tokens;
}

function match(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
}

function strangeCharacter(text: string, index: number, character: string): FormulaError {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const visible = /[\p{C}\p{Z}]/u.test(character) ? `U+${code}` : `${character} (U+${code})`;
  return new FormulaError(text, {
    index,
    problem: 'unknown character',
    found: visible,
    expected: 'a number, x, a function or one of + - * / ^ ( )',
    suggestion: '[]{}'.includes(character) ? 'use round brackets ( )' : null,
  });
}
