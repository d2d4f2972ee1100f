import { activationFromFormula, FormulaError, ownName } from '../activations/formula/index.ts';
import { registerActivation, registry } from '../activations/index.ts';
import { fingerprint } from '../math/fingerprint.ts';
import { longestQuery } from './longestQuery.ts';
import { arrivalNotices } from './ownArrivals.ts';
import { ownKey as KEY, ownPrefix } from './ownIds.ts';
import { besideBook, remarked, sameName } from './ownNames.ts';
import { noteOwn } from './ownPresence.ts';

/** A function that the reader typed: its name and its formula. The id follows from the formula. */
export interface OwnFunction {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
}

const PARAMETER = new RegExp(`^fn\\.${ownPrefix}[0-9a-f]{8}$`);
/** A device keeps at most so many functions, and a page takes as many from a link. */
export const mostKept = 24;

/** The id under which a formula appears in specs and links, the same on every device. */
export const ownId = (formula: string): string => `${ownPrefix}${fingerprint(formula.trim()).slice(0, 8)}`;

/**
 * A reader's function, checked.
 * @throws FormulaError when the formula cannot be read, RangeError for a name that is empty or too long.
 */
export function ownFunction(label: string, formula: string): OwnFunction {
  const name = ownName(label);
  const own = { id: ownId(formula), label: name, formula: formula.trim() };
  activationFromFormula(own.formula, own);
  return own;
}

/** The functions kept on this device; what is damaged or there twice is left out. */
export function recallOwn(): readonly OwnFunction[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const kept = Array.isArray(list) ? list.slice(0, mostKept).flatMap(readOwn) : [];
    return kept.filter(({ id }, i) => kept.findIndex((other) => other.id === id) === i);
  } catch {
    return [];
  }
}

function readOwn(entry: unknown): OwnFunction[] {
  const { label, formula } = (entry ?? {}) as Partial<OwnFunction>;
  if (typeof label !== 'string' || typeof formula !== 'string') return [];
  try {
    return [ownFunction(besideBook(label), formula)];
  } catch (error) {
    if (error instanceof FormulaError || error instanceof RangeError) return [];
    throw error;
  }
}

/** Keeps the list on this device; false when the browser does not let us. */
export function keepOwn(list: readonly OwnFunction[]): boolean {
  try {
    const entries = list.slice(-mostKept).map(({ label, formula }) => ({ label, formula }));
    localStorage.setItem(KEY, JSON.stringify(entries));
    return true;
  } catch {
    return false;
  }
}

/** The reader's functions that this page knows now; `guest` are those a link brought. */
const present = new Map<string, { own: OwnFunction; leave: () => void; guest: boolean }>();

/** The reader's functions that this page knows, those among them that a figure shows though they were deleted. */
export const presentOwn = (): readonly OwnFunction[] => [...present.values()].map(({ own }) => own);

/** Those of them whose ids stand among `values`. See `ownAmong` for where the parser may not be loaded yet. */
export const ownNamed = (values: readonly unknown[]): readonly OwnFunction[] =>
  presentOwn().filter(({ id }) => values.includes(id));

/** Puts a function into every picker and figure of this page; returns what takes it out again. */
export function announceOwn(own: OwnFunction, guest = false): () => void {
  const leave = registerActivation(activationFromFormula(own.formula, own));
  noteOwn();
  present.set(own.id, { own, leave, guest });
  return () => withdrawOwn(own.id);
}

/** Takes a function out of every picker of this page. */
export function withdrawOwn(id: string): void {
  present.get(id)?.leave();
  present.delete(id);
}

/** What is kept on the device, and what this page offers in its pickers besides. */
export function availableOwn(): readonly OwnFunction[] {
  const offered = registry.readers();
  return [...recallOwn(), ...presentOwn().filter(({ id }) => offered.some((one) => one.id === id))];
}

/** Offers a function no longer. What shows it already goes on: a figure, or a training that runs. */
export const retireOwn = (id: string): void => registry.retire(id);

/**
 * Offers what is kept now and nothing that was kept before: another tab of the book may have changed the list. A figure
 * here that shows a function deleted there goes on showing it; guests stay.
 */
export function replaceKept(kept: readonly OwnFunction[]): void {
  for (const [id, { guest }] of present) {
    if (!guest && !kept.some((own) => own.id === id)) retireOwn(id);
  }
  const offered = registry.readers();
  for (const own of kept) {
    if (!offered.some(({ id, label }) => id === own.id && label === own.label)) announceOwn(own);
  }
}

/** The parameters that carry the functions named in `values` along in a link: `fn.own_1a2b3c4d=formula~name`. */
export function linkOwn(values: readonly unknown[]): [string, string][] {
  return ownNamed(values).map((own) => [`fn.${own.id}`, `${own.formula}~${own.label}`]);
}

/**
 * Makes a function that came from elsewhere known to this page, without keeping it: the device's own stay as they are, and
 * one that bears a name of theirs or of the book is told apart. Returns the function under its name here, null when it was
 * known already.
 */
export function admitOwn(own: OwnFunction): OwnFunction | null {
  const known = availableOwn();
  if (known.some(({ id }) => id === own.id)) return null;
  const label = besideBook(own.label);
  const names = [label, remarked(label, '(from a link)')];
  const isFree = (name: string) => !known.some((other) => sameName(other.label, name));
  for (let number = 2; !names.some(isFree); number++) names.push(remarked(label, `(from a link, ${number})`));
  const guest = { ...own, label: names.find(isFree)! };
  announceOwn(guest, true);
  return guest;
}

/**
 * Makes the reader's functions known to this page: those kept on the device, then those a link brings, which are not
 * kept. Returns sentences about those: what they are, or why they cannot be used.
 */
export function awakenOwn(query: string): readonly string[] {
  for (const own of recallOwn()) announceOwn(own);
  if (query.length > longestQuery) return [];
  const brought = [...new URLSearchParams(query)].filter(([key]) => PARAMETER.test(key));
  const guests: OwnFunction[] = [];
  const refusals: string[] = [];
  for (const [key, value] of brought.slice(0, mostKept)) {
    // No formula holds a tilde, so the first one ends it.
    const [formula = '', ...name] = value.split('~');
    try {
      const own = ownFunction(name.join('~'), formula);
      if (key !== `fn.${own.id}`) throw new RangeError('its formula was changed on the way');
      const guest = admitOwn(own);
      if (guest) guests.push(guest);
    } catch (error) {
      if (!(error instanceof FormulaError || error instanceof RangeError)) throw error;
      refusals.push(error.message);
    }
  }
  return arrivalNotices({ guests, refusals, more: Math.max(brought.length - mostKept, 0) });
}
