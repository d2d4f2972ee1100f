import { type ChapterNotebook, ImportError, type ImportedCell, isCellName } from './chapter.ts';

/**
 * The chapter as an Observable Notebook Kit file: `<notebook>` with one `<script>` for each heading (Markdown) and cell
 * (TypeScript). Ids must be whole numbers there, so a first comment line carries the cell's name.
 * Format: observablehq.com/notebook-kit/kit.
 */
export function toNotebookKit(notebook: ChapterNotebook): string {
  const scripts = notebook.items.map((item, i) => {
    const [type, text] =
      item.type === 'heading'
        ? ['text/markdown', `${'#'.repeat(item.level)} ${item.text}`]
        : ['text/x-typescript', `// cell: ${item.name}\n${item.text.replace(/\n*$/, '')}`];
    const pinned = item.type === 'cell' ? ' pinned=""' : '';
    return `  <script id="${i + 1}" type="${type}"${pinned}>\n${indent(guard(text))}\n  </script>`;
  });
  const title = notebook.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>\n<notebook theme="air">\n  <title>${title}</title>\n${scripts.join('\n')}\n</notebook>\n`;
}

/** The kit writes `</script` inside a cell as `<\/script`, one more backslash each time. */
const guard = (text: string): string => text.replace(/<(?=\\*\/script(\s|>))/gi, '<\\');
const unguard = (text: string): string => text.replace(/<\\(?=\\*\/script(\s|>))/gi, '<');

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');

function dedent(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  if (lines.at(-1)?.trim() === '') lines.pop();
  if (lines[0]?.trim() === '') lines.shift();
  return lines.map((line) => line.replace(/^ {4}/, '')).join('\n');
}

/**
 * The TypeScript and JavaScript cells of a Notebook Kit file. Nothing in the file runs: it is parsed, never attached.
 * @throws ImportError when it holds no notebook or no code.
 */
export function fromNotebookKit(text: string, parser: DOMParser): readonly ImportedCell[] {
  const file = parser.parseFromString(text, 'text/html');
  if (!file.querySelector('notebook')) throw new ImportError('This file holds no Observable notebook.');
  const code = [...file.querySelectorAll('notebook script')].filter((script) =>
    ['module', 'text/x-typescript'].includes(script.getAttribute('type') ?? 'module'),
  );
  if (code.length === 0) throw new ImportError('This notebook has no TypeScript or JavaScript cell.');
  return code.map((script) => {
    const body = unguard(dedent(script.textContent ?? ''));
    const name = /^\/\/ cell: (\S+)(?:\n|$)/.exec(body);
    return isCellName(name?.[1])
      ? { name: name[1], text: `${body.slice(name[0].length)}\n` }
      : { name: null, text: `${body}\n` };
  });
}
