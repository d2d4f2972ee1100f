import { type Frame, Notebook } from '../host/index.ts';
import { libraryNames } from '../library/names.ts';
import type { KnownFunction, Report } from '../protocol.ts';
import { createEditStore, deviceStorage } from '../storage/edits.ts';
import { announcer } from './announce.ts';
import { CellBox } from './cellBox.ts';
import { chartWidth, isNarrow } from './chartWidth.ts';
import type { ChapterCells } from './data.ts';
import type { CellFunctions } from './functions.ts';
import type { FamilyOf } from './highlight.ts';
import { Keeper } from './keeper.ts';
import { cellStrings } from './strings.ts';
import type { Workshop } from './workshop.ts';

/** What a reader can do with one cell. */
export type CellAct = 'run' | 'stop' | 'edit' | 'reset' | 'diff' | 'copy';

/** What a reader can do with the cells of a chapter together. */
export type ChapterAct = 'share' | 'ts' | 'ipynb' | 'html' | 'import';

/** The live cells of a page. */
export interface CellsPage {
  act(cell: string, act: CellAct): void;
  actOnAll(act: ChapterAct): void;
  /** The reader is about to run something. */
  prepare(): void;
}

/** What the book lends to the cells. */
export interface PageParts {
  /** The answer that holds the chapter's cells. */
  readonly cells: Promise<Response>;
  readonly kernel: () => Promise<string>;
  /** A kernel that was started meanwhile, if one was. */
  readonly opened: Frame | undefined;
  /** Loads a data set that a cell asks for. */
  readonly asset: (name: 'digits') => Promise<string>;
  readonly editor: () => Promise<typeof import('../editor/index.ts')>;
  readonly familyOf: FamilyOf;
  /** What the book knows of the functions that cells define. */
  readonly functions: () => Promise<CellFunctions>;
  /** The reader's own functions, for cells to find by name. */
  readonly ownFunctions: () => Promise<readonly KnownFunction[]>;
  /** Hears of every function that a cell has defined and shows. */
  readonly functionDrawn: (node: HTMLElement) => void;
}

/** Brings the cells of the page to life: edits kept on this device are shown, nothing runs yet. */
export async function openCells(parts: PageParts): Promise<CellsPage> {
  const elements = [...document.querySelectorAll<HTMLElement>('[data-cell]')];
  const data = await chapterData(await parts.cells);
  const strings = cellStrings(document.documentElement.lang);
  const store = createEditStore(deviceStorage(), data.chapter);
  const keeper = new Keeper(store, data.cells);
  const notebook = new Notebook({
    cells: data.cells,
    linked: data.linked,
    baked: bakedReports(data),
    library: Object.keys(libraryNames),
    kernel: parts.kernel,
    opened: parts.opened,
    asset: parts.asset,
    functions: parts.ownFunctions,
    width: chartWidth(),
    beforeRun: (cells) => keeper.keep(cells),
  });
  const shop: Workshop = { notebook, keeper, store, strings, announce: announcer(), ...parts };
  for (const [cell, { current }] of keeper.remembered()) if (current) notebook.edit(cell, current.text);
  const boxes = new Map(elements.map((root) => [root.dataset.cell!, new CellBox(root, shop)]));
  keeper.watch(notebook, () => {
    for (const box of boxes.values()) box.draw();
  });
  const chapter = (): Promise<typeof import('./chapter.ts')> => import('./chapter.ts');
  const readAddress = (): void => {
    if (location.hash.startsWith('#cells='))
      void chapter().then((m) => m.openLink(shop, data.chapter, boxes));
  };
  addEventListener('hashchange', readAddress);
  readAddress();
  return {
    act: (cell, act) => boxes.get(cell)?.act(act),
    prepare: () => void notebook.prepare().catch(() => undefined),
    actOnAll: (act) => void chapter().then((m) => m.actOnChapter(act, shop, data.chapter, boxes)),
  };
}

/** What the page shows already. */
function bakedReports({ reports, narrow }: ChapterCells): ReadonlyMap<string, Report> {
  const shown = isNarrow() ? [...reports, ...narrow] : reports;
  return new Map(shown.map((report) => [report.cell, report]));
}

async function chapterData(response: Response): Promise<ChapterCells> {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as ChapterCells;
}
