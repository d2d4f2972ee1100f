import { list } from '../../src/activations/properties/words.ts';
import { cellText } from '../../src/figure/table.ts';
import { type Chain, type Interval, range } from './model.ts';

/** A place or a width; borders are known to about 1e-12, so what is smaller than 1e-9 is 0. */
const shown = (value: number): string => cellText(Number(value.toFixed(9)) + 0, 4);

/** A peak that only touches 1. */
const touches = ([from, to]: Interval): boolean => to - from <= 1e-5;
const atEdge = ([from, to]: Interval): boolean => from === range[0] || to === range[1];

function where(window: Interval): string {
  const [from, to] = window;
  if (from === range[0] && to === range[1]) return 'everywhere in the picture';
  if (to === range[1]) return `from ${shown(from)} on, as far as drawn`;
  if (from === range[0]) return `up to ${shown(to)}, as far as drawn`;
  if (touches(window)) return `at ${shown((from + to) / 2)} alone`;
  return `from ${shown(from)} to ${shown(to)}`;
}

/** Where the gain is at least 1: its places. */
export function windowPlaces({ windows }: Pick<Chain, 'windows'>): string {
  if (windows.length === 0) return 'It never reaches 1.';
  const verb = windows.every(touches) ? 'It reaches 1' : 'At least 1';
  return `${verb} ${list(windows.map(where))}.`;
}

/** The same in a sentence: a width where the picture shows both borders. */
export function windowSentence({ windows, most }: Pick<Chain, 'windows' | 'most'>): string {
  if (Number.isNaN(most)) return 'No input drawn has a gain at all.';
  if (windows.length === 0) return 'No input drawn has a gain of 1.';
  if (windows.every(touches)) return `The gain reaches 1 ${list(windows.map(where))}.`;
  if (windows.some((window) => atEdge(window) || touches(window)))
    return `The gain is at least 1 ${list(windows.map(where))}.`;
  const width = shown(windows.reduce((sum, [from, to]) => sum + to - from, 0));
  return windows.length === 1
    ? `The gain is at least 1 for inputs in a window ${width} wide.`
    : `The gain is at least 1 for inputs in ${windows.length} windows, together ${width} wide.`;
}
