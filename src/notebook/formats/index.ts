import { type ChapterNotebook, ImportError, type ImportedCell, largestFile } from './chapter.ts';
import { fromIpynb, toIpynb } from './ipynb.ts';
import { fromNotebookKit, toNotebookKit } from './notebookKit.ts';
import { fromTypeScript, toTypeScript } from './typescript.ts';

export * from './chapter.ts';

/** A file format that a chapter's cells can leave in and come back from. */
export interface NotebookFormat {
  readonly id: 'ts' | 'ipynb' | 'html';
  readonly extension: string;
  readonly mime: string;
  write(notebook: ChapterNotebook): string;
  /** @throws ImportError */
  read(text: string, parser: () => DOMParser): readonly ImportedCell[];
}

export const notebookFormats: readonly NotebookFormat[] = [
  { id: 'ts', extension: '.ts', mime: 'text/x-typescript', write: toTypeScript, read: fromTypeScript },
  { id: 'ipynb', extension: '.ipynb', mime: 'application/x-ipynb+json', write: toIpynb, read: fromIpynb },
  {
    id: 'html',
    extension: '.html',
    mime: 'text/html',
    write: toNotebookKit,
    read: (text, parser) => fromNotebookKit(text, parser()),
  },
];

/**
 * Reads a file that a reader chose, by its ending.
 * @throws ImportError with a sentence for the reader: unknown ending, too large, not of its format.
 */
export function importFile(name: string, text: string, parser: () => DOMParser): readonly ImportedCell[] {
  const format = notebookFormats.find((known) => name.toLowerCase().endsWith(known.extension));
  if (!format) {
    const endings = notebookFormats.map((known) => known.extension).join(', ');
    throw new ImportError(`“${name.slice(0, 60)}” cannot be imported; expected a file ending in ${endings}.`);
  }
  if (text.length > largestFile) throw new ImportError('This file is larger than any notebook of this book.');
  return format.read(text, parser);
}
