import { narrowWidth } from '../../src/notebook/cells/chartWidth.ts';
import type { ChapterCells } from '../../src/notebook/cells/data.ts';
import { type CellText, Compiler } from '../../src/notebook/compile/index.ts';
import { runCells } from '../../src/notebook/kernel/node.ts';
import { libraryNames } from '../../src/notebook/library/names.ts';
import type { Report } from '../../src/notebook/protocol.ts';
import { placedCells } from './placed.ts';

const sources = import.meta.glob<string>('../../content/*/cells/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const prose = import.meta.glob<string>('../../content/*/en.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const built = new Map<string, Promise<ChapterCells>>();

/** The cells of a folder in the order of its text; one without a text is of a page that places them all, by name. */
function cellsOf(folder: string): string[] {
  const text = prose[`../../content/${folder}/en.mdx`];
  if (text !== undefined) return placedCells(text);
  const own = Object.keys(sources).filter((path) => path.startsWith(`../../content/${folder}/cells/`));
  return own.map((path) => path.split('/').at(-1)!.replace('.ts', '')).sort();
}

const folders = [...Object.keys(prose), ...Object.keys(sources)].map((path) => path.split('/')[3]!);

/** The folders of the chapters, and of other pages, that have cells. */
export const chaptersWithCells: readonly string[] = [...new Set(folders)]
  .filter((folder) => cellsOf(folder).length > 0)
  .sort();

/** The chapter that an address belongs to; the first one that has the cell when it belongs to none (the gallery). */
export function chapterOf(pathname: string, cell: string): string {
  const has = (chapter: string): boolean => `../../content/${chapter}/cells/${cell}.ts` in sources;
  const here = chaptersWithCells.find((chapter) => pathname.includes(`/${chapter}/`));
  const chapter = here ?? chaptersWithCells.find(has);
  if (chapter && has(chapter)) return chapter;
  const known = Object.keys(sources).map((path) => path.split('/').at(-1)!.replace('.ts', ''));
  throw new Error(`<Cell>: no cell "${cell}" in ${pathname}; expected one of ${known.join(', ')}`);
}

/**
 * A chapter's cells with the outputs that the kernel computes for them, all cells together as a reader would run them.
 * @throws when a cell fails: a chapter never shows a broken cell.
 */
export function chapterCells(chapter: string): Promise<ChapterCells> {
  const known = built.get(chapter);
  if (known) return known;
  const made = buildChapter(chapter);
  built.set(chapter, made);
  return made;
}

async function buildChapter(chapter: string): Promise<ChapterCells> {
  const folder = `../../content/${chapter}`;
  const cells = cellsOf(chapter).map((id): CellText => {
    const text = sources[`${folder}/cells/${id}.ts`];
    if (text === undefined)
      throw new Error(`<Cell name="${id}">: content/${chapter}/cells/${id}.ts is missing`);
    return { id, text: text.replace(/\n+$/, '\n') };
  });
  const wide = await runCells(cells);
  const reports = [...wide.values()];
  const narrow = [...(await runCells(cells, { width: narrowWidth })).values()].filter(
    (report) => JSON.stringify(report) !== JSON.stringify(wide.get(report.cell)),
  );
  const faults = reports.flatMap((report) => fault(chapter, report));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const linked = new Compiler(Object.keys(libraryNames)).link(cells);
  return { chapter, cells, linked, reports, narrow };
}

function fault(chapter: string, { cell, status, error, waitsFor }: Report): string[] {
  if (status === 'done') return [];
  const file = `content/${chapter}/cells/${cell}.ts`;
  if (!error) return [`${file}: waits for ${waitsFor ?? 'another cell'}, which failed`];
  const place = error.line === null ? '' : `:${error.line}:${error.column ?? 1}`;
  const hint = error.hint ? ` ${error.hint}` : '';
  return [`${file}${place}: ${error.name}: ${error.message}.${hint}`];
}
