export { type Frame, framePolicy, frameScript, frameScriptHash, pageSources } from './frame.ts';
export { Notebook } from './notebook.ts';
export type { NotebookOptions } from './options.ts';
export type { CellState, CellView, StopReason } from './view.ts';
export type { Silence } from './watchdog.ts';
