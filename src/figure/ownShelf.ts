import {
  announceOwn,
  keepOwn,
  mostKept,
  type OwnFunction,
  ownFunction,
  recallOwn,
  replaceKept,
  retireOwn,
} from './ownFunctions.ts';
import { bookName, sameName } from './ownNames.ts';
import { followOtherTabs } from './ownPresence.ts';

/** What became of a function that was to be kept: `device` is false when the browser keeps nothing for this book. */
export interface Kept {
  readonly own: OwnFunction;
  readonly device: boolean;
}

const listeners = new Set<() => void>();

/** The shelf of this visit, where the device refuses to keep anything. */
let memory: readonly OwnFunction[] | null = null;

/** The functions the reader has kept, oldest first. */
export const shelf = (): readonly OwnFunction[] => memory ?? recallOwn();

/** Calls `listener` after every change of the shelf; returns what ends that. */
export function watchShelf(listener: () => void): () => void {
  listeners.add(listener);
  followOtherTabs();
  return () => listeners.delete(listener);
}

/**
 * Makes a formula in x a function of the book on this device: from now on it stands in every picker and figure. A formula
 * that is there already takes the new name. For whatever lets a reader define a function: the editor of `/design/`, a cell.
 * @throws FormulaError for a formula that cannot be read; RangeError for a name that is impossible or taken, and when
 *   there are 24 already.
 */
export function addOwn(label: string, formula: string): Kept {
  const own = ownFunction(label, formula);
  const others = shelf().filter(({ id }) => id !== own.id);
  const taken = bookName(own.label) ?? others.find(({ label }) => sameName(label, own.label))?.label;
  if (taken) throw new RangeError(`there is already a function called “${taken}”; expected another name`);
  if (others.length >= mostKept) {
    throw new RangeError(`there are ${mostKept} functions already; delete one of them first`);
  }
  const place = shelf().findIndex(({ id }) => id === own.id);
  announceOwn(own);
  return { own, device: store(place < 0 ? [...others, own] : shelf().with(place, own)) };
}

/** Takes a function off the device and out of every picker of this page; what shows it goes on showing it. */
export function removeOwn(id: string): void {
  retireOwn(id);
  store(shelf().filter((own) => own.id !== id));
}

/** Reads the shelf anew: another tab has changed it. */
export function followDevice(): void {
  // Where the device keeps nothing, the shelf of this visit is the only one.
  if (memory) return;
  replaceKept(recallOwn());
  tell();
}

function store(list: readonly OwnFunction[]): boolean {
  const kept = keepOwn(list);
  memory = kept ? null : list;
  tell();
  return kept;
}

const tell = (): void => {
  for (const listener of [...listeners]) listener();
};
