import type { Library } from '../library/index.ts';

/** The names of the book in scope of every cell; `describe.ts` reads its members. */
export type Scope = Library;
