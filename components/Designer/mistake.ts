import { FormulaError, type Program, parseFormula } from '../../src/activations/formula/index.ts';

/** One change that would mend a formula, as a button. */
export interface Repair {
  readonly label: string;
  readonly text: string;
}

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
  const repairs = repairsOf(text, error, index, to);
  const problem = error.message.slice(0, error.message.indexOf(':'));
  const place = index >= text.length || tooLong ? '' : `, character ${[...text.slice(0, index)].length + 1}`;
  const advice = error.suggestion === null || repairs.length > 0 ? '' : ` ${sentenceOf(error.suggestion)}`;
  const sentence =
    text.trim() === ''
      ? 'Type a formula in x, such as max(0.1x, x).'
      : `${capital(problem)}: ${error.found}${place}. Expected ${error.expected}.${advice}`;
  return { from: index, to, sentence, repairs };
}

/** What the parser suggests, where it can be done for the reader. */
function repairsOf(text: string, { suggestion }: FormulaError, from: number, to: number): Repair[] {
  if (suggestion === null) return [];
  const replace = (by: string): Repair => ({ label: by, text: text.slice(0, from) + by + text.slice(to) });
  const meant = /^did you mean (.+)\?$/.exec(suggestion);
  if (meant) return meant[1]!.split(' or ').map(replace);
  const bars = /^write (.+)$/.exec(suggestion);
  if (bars && text.slice(from).startsWith('|')) {
    const end = text.indexOf('|', from + 1);
    const inside = text.slice(from, end + 1);
    return [{ label: bars[1]!, text: `${text.slice(0, from)}(${inside})${text.slice(end + 1)}` }];
  }
  const latin = /^this looks like (\S+) but is from another alphabet$/.exec(suggestion);
  if (latin) return [replace(latin[1]!)];
  if (suggestion.startsWith('decimals take a point')) return [replace('.')];
  if (suggestion.startsWith('use round brackets')) {
    const round = text.replace(/[[{]/g, '(').replace(/[\]}]/g, ')');
    return [{ label: round.length > 40 ? '( )' : round, text: round }];
  }
  const equals = text.indexOf('=');
  if (suggestion.startsWith('leave out what stands before =') && equals >= 0) {
    // x => x is JavaScript: the arrow is no sign of what stands behind it.
    const rest = text.slice(equals + (text[equals + 1] === '>' ? 2 : 1)).trim();
    return rest === '' ? [] : [{ label: rest.length > 40 ? `${rest.slice(0, 39)}…` : rest, text: rest }];
  }
  return [];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentenceOf = (text: string): string => `${capital(text)}${/[?.]$/.test(text) ? '' : '.'}`;
