/**
 * Everything that the page and the kernel say to each other, and the data that a cell shows.
 *
 * Types only. The two sides share this file and nothing else; each checks what arrives with its own
 * validator (`host/readKernelMessage.ts`, `kernel/readPageMessage.ts`). All of it is plain JSON, so that the
 * build can bake a report into a page and compare it byte by byte with the browser's.
 */

/** What was wrong with a cell, in terms of the text that its author or reader wrote. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** First line is 1; `null` when the place is unknown. */
  readonly line: number | null;
  /** First column is 1; `null` when the place is unknown. */
  readonly column: number | null;
  /** A plain sentence on the likely cause, where one is known. */
  readonly hint: string | null;
  /** The cell where the error was thrown, when a function of another cell threw it. */
  readonly origin: string | null;
}

/** A cell ready to run: JavaScript with the offsets of the reader's text, and the names that link it to others. */
export interface Definition {
  readonly cell: string;
  /** Grows with every run of the cell in the page; reports of older runs are dropped. */
  readonly run: number;
  /** An expression whose value is the cell's function; the reader's first line is its second. */
  readonly code: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** True when the value of the cell itself is shown (it is a lone expression). */
  readonly shows: boolean;
  /** Known before running (syntax, cycle, name defined twice …); the cell then fails with it. */
  readonly problem: Failure | null;
  /** What the reader had chosen in the cell's controls before, in order of creation; empty for a fresh run. */
  readonly controls: readonly (ControlValue | null)[];
}

/** A function that the reader has kept, or that came with a link: cells find it by its id and by its name. */
export interface KnownFunction {
  readonly id: string;
  readonly label: string;
  /** A formula in x, at most 1000 characters. */
  readonly formula: string;
}

/** The value of a control as it crosses: a number, a text, or the indices of the chosen options. */
export type ControlValue = number | string | boolean | readonly number[];

/** Page to kernel. */
export type PageMessage =
  | {
      readonly type: 'update';
      readonly define: readonly Definition[];
      readonly remove: readonly string[];
      /** All functions of the reader's that the page knows; those told before and not now are forgotten. */
      readonly functions: readonly KnownFunction[];
    }
  | {
      readonly type: 'input';
      readonly cell: string;
      /** Which control of the cell, in order of creation. */
      readonly control: number;
      readonly value: ControlValue;
    }
  | { readonly type: 'ack'; readonly batch: number }
  /** What the kernel asked for; null when the page has no such thing. */
  | { readonly type: 'asset'; readonly name: string; readonly text: string | null }
  | { readonly type: 'ping'; readonly id: number };

/** Kernel to page. */
export type KernelMessage =
  | { readonly type: 'ready' }
  /** A cell has damaged what the kernel itself needs; the page starts another. */
  | { readonly type: 'broken' }
  /** The cell's code is about to have the thread. Sent at once, so that it arrives even if the code never ends. */
  | { readonly type: 'enter'; readonly cell: string }
  | { readonly type: 'batch'; readonly batch: number; readonly reports: readonly Report[] }
  | { readonly type: 'pong'; readonly id: number }
  /** Asks for a data set that does not come with the kernel. */
  | { readonly type: 'need'; readonly asset: 'digits' };

/** The whole visible state of a cell. Later reports replace earlier ones, so any number can be merged into one. */
export interface Report {
  readonly cell: string;
  readonly run: number;
  /** `waiting`: something it reads failed. */
  readonly status: 'running' | 'done' | 'failed' | 'waiting';
  readonly error: Failure | null;
  /** The name it waits for, when `waiting`. */
  readonly waitsFor: string | null;
  readonly shown: readonly Shown[];
  readonly log: readonly LogLine[];
}

/** One thing a cell shows; within a run the key changes when the thing does. */
export interface Shown {
  readonly key: number;
  readonly output: Output;
}

export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  readonly text: string;
  /** How often the same line came in a row. */
  readonly times: number;
}

export type Output =
  | { readonly type: 'value'; readonly value: Inspected }
  | TableOutput
  | SvgOutput
  /** Markup written by the cell; parsed and sanitised where it is drawn. */
  | { readonly type: 'markup'; readonly language: 'html' | 'svg'; readonly text: string }
  | {
      readonly type: 'control';
      readonly control: number;
      readonly description: Control;
      readonly value: ControlValue;
    }
  | ImageOutput
  | FunctionOutput
  /** Said by the kernel, e.g. that more was shown than fits. */
  | { readonly type: 'notice'; readonly text: string };

/** A value as text: `text` on one line, and the entries inside when it can be opened. */
export interface Inspected {
  readonly kind:
    | 'number'
    | 'string'
    | 'boolean'
    | 'empty'
    | 'symbol'
    | 'function'
    | 'date'
    | 'error'
    | 'object';
  readonly text: string;
  readonly entries?: readonly (readonly [key: string, value: Inspected])[];
  /** Entries left out because of a limit. */
  readonly more?: number;
}

export interface TableOutput {
  readonly type: 'table';
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  /** Cells as text, row by row, at most a few hundred rows. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of the data, shown or not. */
  readonly total: number;
}

export interface SvgOutput {
  readonly type: 'svg';
  readonly root: MarkupNode;
  /** What a point of the chart says on hover and focus, in pixels of the drawing. */
  readonly tips: readonly ChartTip[];
}

export interface ChartTip {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** An element, or a text. */
export type MarkupNode =
  | string
  | {
      readonly tag: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
      readonly children: readonly MarkupNode[];
    };

export interface ImageOutput {
  readonly type: 'image';
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, one byte each, row by row, in base64. */
  readonly rgba: string;
}

/** A function of the reader's own. The page reads the formula itself, and keeps it only when the reader says so. */
export interface FunctionOutput {
  readonly type: 'function';
  /** 1 to 24 characters. */
  readonly name: string;
  /** A formula in x, at most 1000 characters. */
  readonly formula: string;
}

/** What a control is. The page draws it; its value travels as a `ControlValue`. */
export type Control =
  | {
      readonly type: 'range' | 'number';
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly step: number | null;
      readonly unit: string;
      readonly disabled: boolean;
    }
  | {
      readonly type: 'select' | 'radio' | 'checkbox';
      readonly label: string;
      readonly options: readonly string[];
      readonly multiple: boolean;
      readonly disabled: boolean;
    }
  | { readonly type: 'toggle'; readonly label: string; readonly disabled: boolean }
  | {
      readonly type: 'text';
      readonly label: string;
      readonly placeholder: string;
      readonly disabled: boolean;
    }
  | { readonly type: 'button'; readonly label: string; readonly text: string; readonly disabled: boolean };

/** The settings with which a kernel starts; they come with the port, before any message. */
export interface KernelOptions {
  /** Default width of a chart in CSS pixels. */
  readonly width: number;
}
