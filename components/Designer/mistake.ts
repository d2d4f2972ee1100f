import { FormulaError, type Program, parseFormula } from '../../src/activations/formula/index.ts';
import type { Repair } from './repair.ts';
import { repairsOf } from './repairs.ts';

/** A mistake as the editor shows it. */
export interface Mistake {
  /** Where it stands, in UTF-16 units; `to` is never before `from`, and equal at the end of the text. */
  readonly from: number;
  readonly to: number;
  /** What is wrong, in full sentences. */
  readonly sentence: string;
  readonly repairs: readonly Repair[];
}

export type Reading =
  | { readonly status: 'read'; readonly program: Program }
  | { readonly status: 'refused'; readonly mistake: Mistake };

/** Reads what stands in the editor. */
export function readFormula(text: string): Reading {
  try {
    return { status: 'read', program: parseFormula(text) };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { status: 'refused', mistake: toMistake(text, error) };
  }
}

const PIECE = /[\p{L}_][\p{L}\p{Nd}_]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\*\*|[<>=!]=|&&|./suy;

function toMistake(text: string, error: FormulaError): Mistake {
  const { index } = error;
  PIECE.lastIndex = index;
  const tooLong = error.message.startsWith('formula too long');
  const to = tooLong ? text.length : index + (PIECE.exec(text)?.[0].length ?? 0);
  const repairs = repairsOf(text, error);
  const problem = error.message.slice(0, error.message.indexOf(':'));
  const place = index >= text.length || tooLong ? '' : placeOf(text, error);
  // What the parser guesses, it has not read.
  const said = error.suggestion?.startsWith('did you mean') ? null : error.suggestion;
  const advice = said === null || repairs.length > 0 ? '' : ` ${sentenceOf(said)}`;
  const sentence =
    text.trim() === ''
      ? 'Type a formula in x, such as max(0.1x, x).'
      : `${capital(problem)}: ${error.found}${place}. Expected ${error.expected}.${advice}`;
  return { from: index, to, sentence, repairs };
}

const placeOf = (text: string, { line, column }: FormulaError): string =>
  text.includes('\n') ? `, line ${line}, character ${column}` : `, character ${column}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentenceOf = (text: string): string => `${capital(text)}${/[?.]$/.test(text) ? '' : '.'}`;
