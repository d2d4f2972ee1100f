import { activationFromFormula, FormulaError, longestName, ownName } from '../activations/formula/index.ts';
import { registerActivation } from '../activations/index.ts';
import { fingerprint } from '../math/fingerprint.ts';
import { fitted } from './fitted.ts';
import { ownKey as KEY } from './ownPresence.ts';

/** A function that the reader typed: its name and its formula. The id follows from the formula. */
export interface OwnFunction {
  readonly id: string;
  readonly label: string;
  readonly formula: string;
}

const PARAMETER = /^fn\.(own_[0-9a-f]{8})$/;
/** A device keeps at most so many functions. */
export const mostKept = 24;

/** The id under which a formula appears in specs and links, the same on every device. */
export const ownId = (formula: string): string => `own_${fingerprint(formula.trim()).slice(0, 8)}`;

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

/** The functions kept on this device; what is damaged is left out. */
export function recallOwn(): readonly OwnFunction[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.slice(0, mostKept).flatMap(readOwn) : [];
  } catch {
    return [];
  }
}

function readOwn(entry: unknown): OwnFunction[] {
  const { label, formula } = (entry ?? {}) as Partial<OwnFunction>;
  if (typeof label !== 'string' || typeof formula !== 'string') return [];
  try {
    return [ownFunction(label, formula)];
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

/** The reader's functions that this page knows now. */
const present = new Map<string, { readonly own: OwnFunction; readonly leave: () => void }>();

/** The reader's functions that this page knows, e.g. to hand them to a worker. */
export const presentOwn = (): readonly OwnFunction[] => [...present.values()].map(({ own }) => own);

/** Puts a function into every picker and figure of this page; returns what takes it out again. */
export function announceOwn(own: OwnFunction): () => void {
  const leave = registerActivation(activationFromFormula(own.formula, own));
  present.set(own.id, { own, leave });
  return () => withdrawOwn(own.id);
}

/** Takes a function out of every picker of this page. */
export function withdrawOwn(id: string): void {
  present.get(id)?.leave();
  present.delete(id);
}

/** The parameters that carry the functions named in `values` along in a link: `fn.own_1a2b3c4d=formula~name`. */
export function linkOwn(values: readonly unknown[]): [string, string][] {
  return presentOwn()
    .filter((own) => values.includes(own.id))
    .map((own) => [`fn.${own.id}`, `${own.formula}~${own.label}`]);
}

const FROM_LINK = ' (from a link)';

/**
 * Makes a function that came from elsewhere known to this page, without keeping it: the device's own stay as they are, and
 * one that bears a name of theirs is told apart. Returns the function under its name here, null when it was known already.
 */
export function admitOwn(own: OwnFunction): OwnFunction | null {
  const known = [...recallOwn(), ...presentOwn()];
  if (known.some(({ id }) => id === own.id)) return null;
  const taken = known.some(({ label }) => label === own.label);
  const short = [...own.label]
    .slice(0, longestName - FROM_LINK.length)
    .join('')
    .trim();
  const guest = taken ? { ...own, label: `${short}${FROM_LINK}` } : own;
  announceOwn(guest);
  return guest;
}

const arrival = ({ label, formula }: OwnFunction): string =>
  `“${label}” came with this link: f(x) = ${fitted(formula, 80)}. This page uses it, and nothing is kept.`;

/**
 * Makes the reader's functions known to this page: those kept on the device, then those a link brings, which are not
 * kept. Returns a sentence for each the link brings: what it is, or why it cannot be used.
 */
export function awakenOwn(query: string): readonly string[] {
  for (const own of recallOwn()) announceOwn(own);
  const notices: string[] = [];
  for (const [key, value] of new URLSearchParams(query)) {
    if (!PARAMETER.test(key)) continue;
    // No formula holds a tilde, so the first one ends it.
    const [formula = '', ...name] = value.split('~');
    try {
      const own = ownFunction(name.join('~'), formula);
      if (key !== `fn.${own.id}`) throw new RangeError('its formula was changed on the way');
      const guest = admitOwn(own);
      if (guest) notices.push(arrival(guest));
    } catch (error) {
      if (!(error instanceof FormulaError || error instanceof RangeError)) throw error;
      notices.push(`The function that this link brings cannot be used: ${error.message}.`.replace('?.', '?'));
    }
  }
  return notices;
}
