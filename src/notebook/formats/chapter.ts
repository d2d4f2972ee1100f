import type { Failure, LogLine, Output, Shown } from '../protocol.ts';

/** A chapter as a notebook file sees it: headings and cells in reading order. */
export interface ChapterNotebook {
  readonly title: string;
  /** Folder of the chapter, e.g. `1-what-is-an-activation`. */
  readonly chapter: string;
  /** Where the chapter can be read. */
  readonly address: string;
  readonly items: readonly NotebookItem[];
  /** A custom property of the page's style sheets as a colour that needs none: charts name their colours so. */
  readonly colour: (property: string) => string;
}

export type NotebookItem = HeadingItem | CellItem;

export interface HeadingItem {
  readonly type: 'heading';
  /** 1 for the chapter's title, 2 for sections. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface CellItem {
  readonly type: 'cell';
  readonly name: string;
  readonly text: string;
  /** What the cell showed when it last ran; empty when it has not. */
  readonly outputs: readonly Shown[];
  readonly log: readonly LogLine[];
  readonly error: Failure | null;
}

/** The cells of an imported file, in its order. */
export interface ImportedCell {
  /** The name of the cell in the chapter, or null when the file does not say. */
  readonly name: string | null;
  readonly text: string;
}

/** Why a file cannot be imported; one sentence for the reader. */
export class ImportError extends Error {
  override name = 'ImportError';
}

/** Files beyond this size are not read: no chapter comes near. */
export const largestFile = 2_000_000;

/** A cell's name as the book writes it. */
export const isCellName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-z][a-z0-9-]{0,60}$/.test(name);

/** An output as plain text, for files that hold text only. */
export function outputText(output: Output): string {
  switch (output.type) {
    case 'value':
      return output.value.text;
    case 'table':
      return [output.columns.map((c) => c.name), ...output.rows].map((row) => row.join('\t')).join('\n');
    case 'function':
      return `${output.name}: f(x) = ${output.formula}`;
    case 'markup':
    case 'notice':
      return output.text;
    case 'control':
      return controlText(output);
    case 'svg':
      return '[chart]';
    case 'image':
      return `[image, ${output.width} × ${output.height}]`;
  }
}

function controlText({ description, value }: Extract<Output, { type: 'control' }>): string {
  return description.label ? `${description.label}: ${String(value)}` : String(value);
}
