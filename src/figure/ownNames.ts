import { longestName, ownName } from '../activations/formula/index.ts';
import { activations } from '../activations/index.ts';

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Whether a reader would take two names for one. */
export const sameName = (a: string, b: string): boolean => folded(a) === folded(b);

/** The function of the book that bears a name, as the book writes it. */
export const bookName = (name: string): string | undefined =>
  activations.find(({ label }) => sameName(label, name))?.label;

/** A name with a remark behind it, short enough for a name. */
export function remarked(name: string, remark: string): string {
  const short = [...name].slice(0, longestName - remark.length - 1).join('');
  return `${short.trim()} ${remark}`;
}

/** A name that came from outside, told apart from the book's. */
export const besideBook = (name: string): string => (bookName(name) ? remarked(name, '(yours)') : name);

/** Why the reader cannot give a function this name, as a sentence; empty when nothing is wrong. */
export function problemOfName(typed: string): string {
  try {
    const known = bookName(ownName(typed));
    return known ? `The book has a function called “${known}”; yours needs another name.` : '';
  } catch {
    if (typed.trim() === '') return 'A function needs a name.';
    const long = [...typed].length > longestName;
    return long
      ? `A name has at most ${longestName} characters.`
      : 'A name needs something that can be seen.';
  }
}
