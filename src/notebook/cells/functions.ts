import type { SharedFunction } from '../share/link.ts';

/** What the book knows of the functions that cells define with `keep`. */
export interface CellFunctions {
  /** The functions kept on this device that cells of these texts, or with these outputs, define or ask for by name. */
  readonly keptBy: (
    texts: readonly string[],
    shown: readonly { readonly formula: string }[],
  ) => readonly SharedFunction[];
  /** Whether this device or page has the formula already. */
  readonly known: (one: SharedFunction) => boolean;
  /** Why a function cannot be used, or null. */
  readonly refusal: (one: SharedFunction) => string | null;
  /** Makes a function known to the figures of this page, until the reader leaves; nothing is kept. */
  readonly admit: (one: SharedFunction) => void;
}
