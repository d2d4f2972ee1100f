import type { CellText, LinkedCell } from '../compile/index.ts';
import type { KnownFunction, Report } from '../protocol.ts';
import type { Frame } from './frame.ts';

export interface NotebookOptions {
  /** The chapter's cells in the order of the page, with the author's texts. */
  readonly cells: readonly CellText[];
  /** What the build baked into the page, by cell. */
  readonly baked?: ReadonlyMap<string, Report>;
  /** The author's texts as the build linked them; they run without the compiler being loaded. */
  readonly linked?: readonly LinkedCell[];
  /** Names in scope of every cell besides JavaScript's own. */
  readonly library: Iterable<string>;
  /** Loads the kernel's text, e.g. `() => import('virtual:notebook-kernel').then((m) => m.default)`. */
  readonly kernel: () => Promise<string>;
  /** A frame that was opened with that text and `width` while the cells were on their way; it serves the first run. */
  readonly opened?: Frame | undefined;
  /** Loads a data set that cells may ask for: `digits` is `packedDigits` of `src/datasets/digitsPacked.ts`. */
  readonly asset?: (name: 'digits') => Promise<string>;
  /** The reader's own functions, asked for before each run. */
  readonly functions?: () => Promise<readonly KnownFunction[]>;
  /** Default width of charts in CSS pixels. */
  readonly width?: number;
  /** Milliseconds of silence after which a kernel is ended; 5000 when left out. */
  readonly patience?: number;
  /** Called before each run with the texts of all cells: the place to save them. */
  readonly beforeRun?: (cells: readonly CellText[]) => void;
}
