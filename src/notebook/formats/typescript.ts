import { type ChapterNotebook, ImportError, type ImportedCell, isCellName } from './chapter.ts';

const MARK = '// %% ';

/**
 * The chapter's cells as one `.ts` file. A line `// %% name` opens each cell, as editors that know cells expect;
 * headings become comments.
 */
export function toTypeScript(notebook: ChapterNotebook): string {
  const parts = notebook.items.map((item) =>
    item.type === 'heading'
      ? `// ${'#'.repeat(item.level)} ${item.text}\n`
      : `${MARK}${item.name}\n${item.text.replace(/\n*$/, '\n')}`,
  );
  return `// ${notebook.title}\n// ${notebook.address}\n\n${parts.join('\n')}`;
}

/**
 * The cells of a `.ts` file that `toTypeScript` wrote, perhaps edited since.
 * @throws ImportError when no cell is marked, or a mark has no proper name.
 */
export function fromTypeScript(text: string): readonly ImportedCell[] {
  const parts = text.replaceAll('\r\n', '\n').split(/^(?=\/\/ %% )/m);
  const cells = parts.filter((part) => part.startsWith(MARK)).map(readCell);
  if (cells.length === 0) {
    throw new ImportError('This file has no line that opens a cell; expected lines such as “// %% neuron”.');
  }
  return cells;
}

function readCell(part: string): ImportedCell {
  const end = part.indexOf('\n');
  const name = (end < 0 ? part : part.slice(0, end)).slice(MARK.length).trim();
  if (!isCellName(name)) {
    throw new ImportError(
      `“${String(name).slice(0, 40)}” is no name of a cell; expected lower-case words and hyphens.`,
    );
  }
  const lines = (end < 0 ? '' : part.slice(end + 1)).split('\n');
  while (lines.length > 0 && (lines.at(-1)!.trim() === '' || /^\/\/ #{1,3} /.test(lines.at(-1)!)))
    lines.pop();
  return { name, text: `${lines.join('\n')}\n` };
}
