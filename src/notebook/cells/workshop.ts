import type { Notebook } from '../host/index.ts';
import type { EditStore } from '../storage/edits.ts';
import type { Keeper } from './keeper.ts';
import type { PageParts } from './page.ts';
import type { CellStrings } from './strings.ts';

/** What every cell of a page works with. */
export interface Workshop extends PageParts {
  readonly notebook: Notebook;
  readonly keeper: Keeper;
  readonly store: EditStore;
  readonly strings: CellStrings;
  /** Says a sentence to readers who cannot see the cell. */
  readonly announce: (sentence: string) => void;
}
