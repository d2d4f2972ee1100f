export { framePolicy, frameScript, frameScriptHash, pageSources } from './frame.ts';
export { Notebook, type NotebookOptions } from './notebook.ts';
export type { CellState, CellView, StopReason } from './view.ts';
export type { Silence } from './watchdog.ts';
