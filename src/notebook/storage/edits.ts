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
  /** Edits that were put aside when the reader opened someone else's link. */
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
  /** Moves the current edit out of the way of someone else's; it stays on the device. */
  putAside(cell: string, authorText: string): Kept;
  /** Makes an edit that was put aside the current one again. */
  takeBack(cell: string, authorText: string): Remembered;
  forget(cell: string, edit: Edit): void;
}

/** Edits of one chapter in `box`, or nowhere when the browser has no storage (`null`). */
export function createEditStore(box: Box | null, chapter: string): EditStore {
  const key = (shelf: Shelf, cell: string, base: string) =>
    `nonlinear/${shelf}/${chapter}/${cell}/${fingerprint(base)}`;
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

  const recall = (cell: string, base: string): Remembered => {
    const shelf = (name: Shelf): Edit[] => readAll(box, `nonlinear/${name}/${chapter}/${cell}/`);
    const edits = shelf('edit');
    return {
      current: edits.find((edit) => edit.base === base) ?? null,
      older: edits.filter((edit) => edit.base !== base),
      aside: shelf('aside'),
    };
  };
  return {
    recall,
    keep(cell, base, text) {
      if (text !== base) return write(key('edit', cell, base), { text, base });
      drop(key('edit', cell, base));
      return { kept: true };
    },
    putAside(cell, base) {
      const { current } = recall(cell, base);
      if (!current) return { kept: true };
      const done = write(key('aside', cell, base), current);
      if (done.kept) drop(key('edit', cell, base));
      return done;
    },
    takeBack(cell, base) {
      const [edit] = recall(cell, base).aside.filter((e) => e.base === base);
      if (edit && write(key('edit', cell, base), edit).kept) drop(key('aside', cell, base));
      return recall(cell, base);
    },
    forget(cell, edit) {
      for (const shelf of ['edit', 'aside'] as const) {
        const at = key(shelf, cell, edit.base);
        if (readOne(box, at)?.text === edit.text) drop(at);
      }
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
