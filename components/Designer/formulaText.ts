import { findFunction } from '../../src/activations/formula/functions.ts';
import { FormulaError, parseFormula } from '../../src/activations/formula/index.ts';
import { type Token, tokenize } from '../../src/activations/formula/tokens.ts';

/** A formula's tokens; none when a character in it belongs to no formula. */
export function tokensOf(text: string): readonly Token[] {
  try {
    return tokenize(text);
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

export function isReadable(text: string): boolean {
  try {
    parseFormula(text);
    return true;
  } catch (error) {
    if (error instanceof FormulaError) return false;
    throw error;
  }
}

/** `text` with every name `from` replaced. */
export function renamed(text: string, from: string, to: string): string {
  return tokensOf(text)
    .filter((token) => token.kind === 'name' && token.text === from)
    .toReversed()
    .reduce((all, { index }) => all.slice(0, index) + to + all.slice(index + from.length), text);
}

/** A call's arguments as typed, and where it ends. */
export interface Arguments {
  readonly list: readonly string[];
  readonly end: number;
}

/** The arguments in the bracket that opens at `index`, blanks aside; null when none does. A bracket left open ends with the text. */
export function argumentsAt(text: string, index: number): Arguments | null {
  const open = index + text.slice(index).search(/\S|$/);
  if (text[open] !== '(') return null;
  let depth = 0;
  let start = open + 1;
  const list: string[] = [];
  const take = (end: number) => {
    list.push(text.slice(start, end).trim());
    start = end + 1;
  };
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (text[at] === ',' && depth === 1) take(at);
    if (depth > 0) continue;
    take(at);
    return { list, end: at + 1 };
  }
  take(text.length);
  return { list, end: text.length };
}

/**
 * Where the argument ends that a function without a bracket was meant to have, as in sin 2x^2 + 1: numbers, names, powers,
 * brackets and bars side by side, up to the next operator or function; `from` when there is none.
 */
export function argumentEnd(text: string, from: number): number {
  // A root of its own ends an argument like an operator.
  const tokens = tokensOf(text.replace(/√/g, '+'));
  const first = tokens.findIndex(({ index }) => index >= from);
  if (first < 0) return from;
  let end = from;
  let next = isSign(tokens[first], '-') ? first + 1 : first;
  for (;;) {
    if (end > from && isSign(tokens[next], '^')) next += isSign(tokens[next + 1], '-') ? 2 : 1;
    const last = lastOfItem(tokens, next, end === from);
    if (last === null) return end;
    end = tokens[last]!.index + tokens[last]!.text.length;
    next = last + 1;
  }
}

const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === 'sign' && token.text === sign;

/** The last token of a number, a name, a bracket or bars; null where something else stands, or a function not in front. */
function lastOfItem(tokens: readonly Token[], at: number, front: boolean): number | null {
  const token = tokens[at];
  if (token?.kind === 'number') return at;
  if (token?.kind === 'name') return front || findFunction(token.text) === undefined ? at : null;
  if (isSign(token, '|')) return found(tokens.findIndex((other, i) => i > at && isSign(other, '|')));
  if (!isSign(token, '(')) return null;
  let depth = 0;
  return found(
    tokens.findIndex((other, i) => {
      if (i >= at) depth += Number(isSign(other, '(')) - Number(isSign(other, ')'));
      return i > at && depth === 0;
    }),
  );
}

const found = (index: number): number | null => (index < 0 ? null : index);
