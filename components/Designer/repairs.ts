import { FormulaError, parseFormula } from '../../src/activations/formula/index.ts';
import { nameRepairs, wordRepairs } from './nameRepairs.ts';
import type { Repair } from './repair.ts';
import { functionOf, signRepairs } from './signRepairs.ts';

const MOST = 3;
/** Mistakes that one button mends, and formulas that are read to find out. */
const DEEPEST = 5;
const READINGS = 60;
const LONGEST_LABEL = 40;

const NAME = /[\p{L}_][\p{L}\p{Nd}_]*/uy;

/**
 * What would mend a formula that cannot be read: at most three whole formulas, each of which can. Where a first guess
 * uncovers the next mistake, that is mended too; what leads nowhere is left out.
 */
export function repairsOf(text: string, error: FormulaError): Repair[] {
  const budget = { left: READINGS };
  const offered = guessesOf(text, error).flatMap((guess) => {
    const mended = mend(guess.text, DEEPEST, budget);
    return mended === null
      ? []
      : [{ label: shortened(mended === guess.text ? guess.label : mended), text: mended }];
  });
  return offered
    .filter((one, i) => offered.findIndex((other) => other.text === one.text) === i)
    .slice(0, MOST);
}

function guessesOf(text: string, error: FormulaError): Repair[] {
  const { index, message, suggestion } = error;
  if (message.startsWith('formula too')) return [];
  if (functionOf(error) !== undefined) return [...wordRepairs(text, index), ...signRepairs(text, error)];
  NAME.lastIndex = index;
  const name = message.startsWith('unknown name') ? NAME.exec(text)?.[0] : undefined;
  const ofNames = name === undefined ? [] : nameRepairs(text, index, index + name.length);
  // y = x: the unknown name is none that was misspelt.
  return name === undefined || suggestion?.startsWith('leave out')
    ? [...signRepairs(text, error), ...ofNames]
    : ofNames;
}

/** The formula itself when it can be read, else with its first mistakes mended; null when that leads nowhere. */
function mend(text: string, depth: number, budget: { left: number }): string | null {
  if (budget.left-- <= 0) return null;
  try {
    parseFormula(text);
    return text;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    if (depth === 0) return null;
    for (const guess of guessesOf(text, error)) {
      const mended = mend(guess.text, depth - 1, budget);
      if (mended !== null) return mended;
    }
    return null;
  }
}

const shortened = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
