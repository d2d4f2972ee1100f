import { fingerprint } from '../../math/fingerprint.ts';

/** What is kept of an edited cell: the reader's text and the author's text it started from. */
export interface Edit {
  readonly text: string;
  readonly base: string;
}

/** What the device remembers of a cell when a chapter opens. */
export interface Remembered {
  /** The reader's edit of the author's present text. */
  readonly current: Edit | null;
  /** Edits of earlier texts of the author, which has changed since: shown as a diff, never applied unasked. */
  readonly older: readonly Edit[];
  /** Edits that were put aside when the reader took other code into the cell. */
  readonly aside: readonly Edit[];
}

/** Whether an edit is safe on this device; `why` is a sentence for the reader. */
export type Kept = { readonly kept: true } | { readonly kept: false; readonly why: string };

/** The part of `Storage` that edits need. */
export type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const notHere = 'This browser keeps nothing for this page, so your edits are not saved on this device.';
const full = 'The storage of this browser is full, so your last edits are not saved on this device.';

/** Keeps a reader's edits: one entry for chapter, cell and fingerprint of the author's text. Never throws. */
export interface EditStore {
  recall(cell: string, authorText: string): Remembered;
  /** Call before each run, so that a crash loses nothing. A text equal to the author's removes the entry. */
  keep(cell: string, authorText: string, text: string): Kept;
  /**
   * Moves the reader's present text out of the way of other code; it stays, beside others put aside before. Where the
   * device cannot keep it, it stays until the page closes.
   */
  putAside(cell: string, authorText: string, text: string): Kept;
  /** Throws one version away. */
  forget(cell: string, edit: Edit): void;
}

/** Edits of one chapter in `box`, or nowhere when the browser has no storage (`null`). */
export function createEditStore(box: Box | null, chapter: string): EditStore {
  const key = (shelf: Shelf, cell: string, base: string) =>
    `nonlinear/${shelf}/${chapter}/${cell}/${fingerprint(base)}`;
  const asideKey = (cell: string, { base, text }: Edit) => `${key('aside', cell, base)}/${fingerprint(text)}`;
  const write = (at: string, edit: Edit): Kept => {
    if (!box) return { kept: false, why: notHere };
    try {
      box.setItem(at, JSON.stringify(edit));
      return { kept: true };
    } catch (error) {
      return { kept: false, why: isFull(error) ? full : notHere };
    }
  };
  const drop = (at: string): void => quietly(() => box?.removeItem(at), undefined);

  const memory = new Map<string, { readonly cell: string; readonly edit: Edit }>();
  const inMemory = (cell: string): Edit[] =>
    [...memory.values()].filter((kept) => kept.cell === cell).map(({ edit }) => edit);

  const recall = (cell: string, base: string): Remembered => {
    const shelf = (name: Shelf): Edit[] => readAll(box, `nonlinear/${name}/${chapter}/${cell}/`);
    const edits = shelf('edit');
    return {
      current: edits.find((edit) => edit.base === base) ?? null,
      older: edits.filter((edit) => edit.base !== base),
      aside: [...shelf('aside'), ...inMemory(cell)],
    };
  };
  const putAside = (cell: string, base: string, text: string): Kept => {
    if (text === base) return { kept: true };
    const edit = { text, base };
    const done = write(asideKey(cell, edit), edit);
    if (!done.kept) memory.set(asideKey(cell, edit), { cell, edit });
    drop(key('edit', cell, base));
    return done;
  };
  return {
    recall,
    keep(cell, base, text) {
      if (text !== base) return write(key('edit', cell, base), { text, base });
      drop(key('edit', cell, base));
      return { kept: true };
    },
    putAside,
    forget(cell, edit) {
      memory.delete(asideKey(cell, edit));
      for (const at of [key('edit', cell, edit.base), asideKey(cell, edit)])
        if (readOne(box, at)?.text === edit.text) drop(at);
    },
  };
}

/** The device's storage, or null where it is switched off: some browsers throw at the mere mention. */
export function deviceStorage(): Box | null {
  return quietly(() => globalThis.localStorage ?? null, null);
}

type Shelf = 'edit' | 'aside';

function quietly<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

function readAll(box: Box | null, prefix: string): Edit[] {
  const keys = quietly(() => Array.from({ length: box?.length ?? 0 }, (_, i) => box?.key(i) ?? ''), []);
  return keys
    .filter((key) => key.startsWith(prefix))
    .sort()
    .map((key) => readOne(box, key))
    .filter((edit) => edit !== null);
}

/** An entry, or null for anything that is not one: another page, or a hand, may have written there. */
function readOne(box: Box | null, key: string): Edit | null {
  const entry = quietly((): unknown => JSON.parse(box?.getItem(key) ?? 'null'), null);
  if (typeof entry !== 'object' || entry === null) return null;
  const { text, base } = entry as Partial<Edit>;
  return typeof text === 'string' && typeof base === 'string' ? { text, base } : null;
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && /^(QuotaExceededError|NS_ERROR_DOM_QUOTA_REACHED)$/.test(error.name);
