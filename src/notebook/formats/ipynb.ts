import type { LogLine, MarkupNode, Output } from '../protocol.ts';
import {
  type CellItem,
  type ChapterNotebook,
  ImportError,
  type ImportedCell,
  isCellName,
  outputText,
} from './chapter.ts';

/**
 * The chapter as a Jupyter notebook, nbformat 4.5, for the Deno kernel: headings as Markdown cells, code cells with the
 * outputs they showed. Each code cell's id is its name, so that the file can come back.
 * Format: nbformat.readthedocs.io, "The Jupyter Notebook Format", version 4.5.
 */
export function toIpynb(notebook: ChapterNotebook): string {
  const cells = notebook.items.map((item, i) =>
    item.type === 'heading'
      ? {
          cell_type: 'markdown',
          id: `heading-${i}`,
          metadata: {},
          source: lines(
            `${'#'.repeat(item.level)} ${item.text}${item.level === 1 ? `\n\n${notebook.address}` : ''}`,
          ),
        }
      : {
          cell_type: 'code',
          id: item.name.slice(0, 64),
          metadata: {},
          execution_count: null,
          source: lines(item.text),
          outputs: outputs(item, notebook.colour),
        },
  );
  const metadata = {
    kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
    language_info: {
      codemirror_mode: 'typescript',
      file_extension: '.ts',
      mimetype: 'text/x.typescript',
      name: 'typescript',
    },
    title: notebook.title,
    nonlinear: { chapter: notebook.chapter },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** nbformat keeps a text as lines that hold their own line ends. */
function lines(text: string): string[] {
  const parts = text.replace(/\n$/, '').split('\n');
  return parts.map((line, i) => (i < parts.length - 1 ? `${line}\n` : line));
}

type ColourOf = ChapterNotebook['colour'];

function outputs({ outputs, log, error }: CellItem, colour: ColourOf): object[] {
  const shown = outputs.map(({ output }) => ({
    output_type: 'display_data',
    metadata: {},
    data: bundle(output, colour),
  }));
  if (!error) return [...shown, ...log.map(stream)];
  const place = error.line === null ? '' : ` (line ${error.line}, column ${error.column ?? 1})`;
  const traceback = [`${error.name}: ${error.message}${place}`];
  const failure = { output_type: 'error', ename: error.name, evalue: error.message, traceback };
  return [...shown, ...log.map(stream), failure];
}

const stream = ({ level, text, times }: LogLine) => ({
  output_type: 'stream',
  name: level === 'warn' || level === 'error' ? 'stderr' : 'stdout',
  text: Array.from({ length: Math.min(times, mostRepeats) }, () => `${text}\n`),
});

/** A line that a loop wrote a million times need not make a file of that many lines. */
const mostRepeats = 100;

function bundle(output: Output, colour: ColourOf): Record<string, string[]> {
  const plain = { 'text/plain': lines(outputText(output)) };
  if (output.type === 'svg') {
    // A chart with a legend or a title is a figure with a drawing in it.
    const drawing = typeof output.root !== 'string' && output.root.tag === 'svg';
    return { [drawing ? 'image/svg+xml' : 'text/html']: [picture(output.root, colour)], ...plain };
  }
  if (output.type !== 'table') return plain;
  const row = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const names = output.columns.map((column) => column.name);
  const html = `<table>${row('th', names)}${output.rows.map((cells) => row('td', cells)).join('')}</table>`;
  return { 'text/html': [html], ...plain };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const alone = [
  ['xmlns', 'http://www.w3.org/2000/svg'],
  ['style', 'background: white'],
] as const;

/** A chart that stands alone: no style sheet of ours will tell its colours, no page of ours lies behind it. */
function picture(root: MarkupNode, colour: ColourOf): string {
  const framed =
    typeof root !== 'string' && root.tag === 'svg'
      ? { ...root, attributes: [...alone, ...root.attributes] }
      : root;
  return markup(framed).replace(/var\((--[\w-]+)\)/g, (_, name: string) => escaped(colour(name)));
}

function markup(node: MarkupNode): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<${node.tag}${attributes}>${node.children.map(markup).join('')}</${node.tag}>`;
}

/**
 * The code cells of a Jupyter notebook, of nbformat 4.x.
 * @throws ImportError for what is not such a file.
 */
export function fromIpynb(text: string): readonly ImportedCell[] {
  const file = parse(text);
  if (!isRecord(file) || file.nbformat !== 4 || !Array.isArray(file.cells)) {
    throw new ImportError('This is not a Jupyter notebook of format 4.');
  }
  const cells = file.cells.filter((cell) => isRecord(cell) && cell.cell_type === 'code');
  if (cells.length === 0) throw new ImportError('This notebook has no code cell.');
  return cells.map((cell, i) => {
    const source: unknown = cell.source;
    const joined =
      Array.isArray(source) && source.every((l) => typeof l === 'string') ? source.join('') : source;
    if (typeof joined !== 'string') throw new ImportError(`Code cell ${i + 1} of this notebook has no text.`);
    return { name: isCellName(cell.id) ? cell.id : null, text: joined.replace(/\n*$/, '\n') };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError('This file is not JSON, so it is no Jupyter notebook.');
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a file from outside; each field is checked where it is read
const isRecord = (value: unknown): value is Record<string, any> =>
  typeof value === 'object' && value !== null;
