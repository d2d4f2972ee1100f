import type { CellText, LinkedCell } from '../compile/index.ts';
import type { Report } from '../protocol.ts';

/** What the page asks for when a cell wakes: the chapter's cells as the author wrote them and what they showed in the build. */
export interface ChapterCells {
  /** Folder of the chapter, e.g. `1-what-is-an-activation`. */
  readonly chapter: string;
  /** In the order of the page. */
  readonly cells: readonly CellText[];
  /** The same cells, compiled: a cell that nobody edited runs without the compiler. */
  readonly linked: readonly LinkedCell[];
  readonly reports: readonly Report[];
  /** The same for a phone: the reports of cells that show something else there, which is a narrower chart. */
  readonly narrow: readonly Report[];
}
