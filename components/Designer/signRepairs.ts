import { findFunction } from '../../src/activations/formula/functions.ts';
import type { FormulaError } from '../../src/activations/formula/index.ts';
import { argumentEnd, tokensOf } from './formulaText.ts';
import type { Repair } from './repair.ts';

type Guess = (text: string, error: FormulaError) => string | null;

/** What may have been meant where a sign is wrong or missing; whether it can be read is not asked yet. */
export function signRepairs(text: string, error: FormulaError): Repair[] {
  const bare = functionOf(error);
  const texts =
    bare === undefined ? guesses.map((guess) => guess(text, error)) : bareCalls(text, error, bare);
  return texts.flatMap((mended) => (mended === null ? [] : [{ label: mended, text: mended }]));
}

/** The function that stands without its bracket, where that is the mistake. */
export const functionOf = ({ expected }: FormulaError): string | undefined =>
  /^\( after (\w+)$/.exec(expected)?.[1];

const replaced = (text: string, { index }: FormulaError, by: string, length = 1): string =>
  text.slice(0, index) + by + text.slice(index + length);

/** A function without its bracket: sin 2x, sin^2 x, log|x|, x * tanh. */
function bareCalls(text: string, { index }: FormulaError, name: string): string[] {
  if (findFunction(name)?.arity[1] !== 1) return [];
  const rest = text.slice(index);
  // Also where an alias or Math.name was typed.
  const head = text.slice(0, index).trimEnd();
  const [raised, power = ''] = /^\s*(?:\^|\*\*)\s*(\d+|\([^()]*\))/.exec(rest) ?? [];
  if (raised !== undefined) {
    const from = index + raised.length;
    const end = argumentEnd(text, from);
    const inside = stripped(text.slice(from, end)) || 'x';
    const squared = `${head}(${inside})^${power}${text.slice(end)}`;
    return name === 'exp' ? [eulers(head, rest), squared] : [squared];
  }
  if (/^(\^|\*\*)/.test(rest)) {
    const inverse = /^(?:\^|\*\*)\s*[-−]\s*1/.exec(rest)?.[0];
    const arc = inverse !== undefined && findFunction(`a${name}`) !== undefined;
    return name === 'exp' ? [eulers(head, rest)] : arc ? [arcs(head, name, rest.slice(inverse.length))] : [];
  }
  // sin - x takes something from a sine; sin -x and exp-x do not.
  const minus = /^-\s/.test(rest);
  const end = minus ? index : argumentEnd(text, index);
  const inside = stripped(text.slice(index, end)) || 'x';
  const tail = text.slice(end);
  return [`${head}(${inside})${end === index && tail !== '' && /^[^\s),]/.test(tail) ? ' ' : ''}${tail}`];
}

/** sin^-1(x) for asin(x). */
const arcs = (head: string, name: string, rest: string): string =>
  `${head.slice(0, head.length - name.length)}a${name}${rest}`;

/** exp^x for e^x. */
const eulers = (head: string, rest: string): string => head.replace(/(Math\s*\.\s*)?exp$/, 'e') + rest;

/** Without the brackets around it, which the call brings. */
function stripped(argument: string): string {
  const text = argument.trim();
  const inner = /^\(([^()]*)\)$/.exec(text)?.[1];
  return (inner ?? text).trim();
}

const comparison = new Set(['<', '<=', '>', '>=']);

const guesses: readonly Guess[] = [
  // 1,5x
  (text, error) => (error.suggestion?.startsWith('decimals') ? replaced(text, error, '.') : null),
  (text, error) =>
    error.suggestion?.startsWith('use round') ? text.replace(/[[{]/g, '(').replace(/[\]}]/g, ')') : null,
  afterEquals,
  // x = 0 ? 1 : x, and x =< 0
  (text, error) => {
    if (text[error.index] !== '=') return null;
    if (text[error.index + 1] === '<') return replaced(text, error, '<=', 2);
    return text.includes('?') && text[error.index + 1] !== '>' ? replaced(text, error, '==') : null;
  },
  // max(0, x
  (text, { expected, index }) => {
    if (index < text.length) return null;
    if (expected === 'an operator or )') return `${text})`;
    return expected.startsWith('| to close') ? `${text}|` : null;
  },
  // x + 1)
  (text, error) => (error.suggestion === 'there is no ( for it' ? replaced(text, error, '') : null),
  // -1 < x < 1
  (text, { expected, index }) => {
    if (expected !== 'one comparison at a time') return null;
    const sign = tokensOf(text).findLast((token) => token.index < index && comparison.has(token.text));
    return sign
      ? `${text.slice(0, index)}&& ${text.slice(sign.index + sign.text.length, index).trim()} ${text.slice(index)}`
      : null;
  },
  // tanh()
  (text, { message, expected, index }) =>
    message.startsWith('wrong number') && message.includes(': 0 at') && expected === '1'
      ? `${text.slice(0, index)}x${text.slice(index)}`
      : null,
  strangeCharacter,
  // max(0,1x; x)
  (text, error) => (text[error.index] === ';' ? replaced(text, error, ',') : null),
  // x.^2
  (text, error) => (/^\.[*^/]/.test(text.slice(error.index)) ? replaced(text, error, '') : null),
];

/** `y =`, `f(x) =`, `const f =`; nobody defines x. */
const DEFINITION = /^\s*(?:(?:const|let|var)\s+)?(?!x\s*=)\p{L}[\p{L}\d_′']*\s*(?:\(\s*\p{L}+\s*\))?\s*:?=/u;
const ARROW = /^(?:[^=]*=)?\s*\(?\s*\p{L}+\s*\)?\s*=>/u;

/** What stands behind the sign of a definition. */
function afterEquals(text: string, { suggestion }: FormulaError): string | null {
  if (!suggestion?.startsWith('leave out what stands before =')) return null;
  const [definition] = ARROW.exec(text) ?? DEFINITION.exec(text) ?? [];
  const rest = definition === undefined ? '' : text.slice(definition.length).trim();
  return rest === '' ? null : rest;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function strangeCharacter(text: string, error: FormulaError): string | null {
  const { index } = error;
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const rest = text.slice(index + character.length);
  if (character === '√') {
    const end = argumentEnd(text, index + 1);
    const root = text.slice(index + 1, end);
    return end > index + 1 ? `${text.slice(0, index)}sqrt(${stripped(root)})${text.slice(end)}` : null;
  }
  if (character === '&') return replaced(text, error, '&&');
  const power = /^[⁰¹²³⁴-⁹]+/.exec(text.slice(index))?.[0];
  if (power)
    return replaced(
      text,
      error,
      `^${[...power].map((digit) => RAISED.indexOf(digit)).join('')}`,
      power.length,
    );
  // Forms as wide as an ideograph: （ｘ＋１）
  if (/[！-～]/.test(character))
    return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const quote = /^(\W)(.*)\1;?$/su.exec(text.trim());
  if (index === text.search(/\S/) && quote) return quote[2]!;
  return /[;"'`$]/.test(character) && rest.trim() === '' ? text.slice(0, index).trimEnd() : null;
}
