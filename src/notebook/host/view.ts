import type { Failure, LogLine, Shown } from '../protocol.ts';

export type CellState = 'unchanged' | 'edited' | 'running' | 'stale' | 'failed' | 'stopped';

/** Why a cell was stopped. */
export type StopReason = 'reader' | 'silence' | 'broken';

/** All that a page shows of one cell. */
export interface CellView {
  readonly id: string;
  /** The author's text, the text in the editor, and the text that the outputs belong to. */
  readonly authored: string;
  readonly text: string;
  readonly ran: string;
  readonly state: CellState;
  /** `text` differs from the author's. */
  readonly edited: boolean;
  /** `performance.now()` when the present run began; null when the cell is not running. */
  readonly startedAt: number | null;
  readonly stoppedBy: StopReason | null;
  readonly error: Failure | null;
  /** The name it waits for and the cell that should define it. */
  readonly waitsFor: { readonly name: string; readonly cell: string | null } | null;
  readonly shown: readonly Shown[];
  /** Outputs of different runs have different prefixes, so that equal keys mean equal things. */
  readonly run: string;
  readonly log: readonly LogLine[];
}

/** The word for a cell's condition; where several hold, the one a reader must know first. */
export function stateOf(cell: {
  running: boolean;
  stopped: boolean;
  failed: boolean;
  stale: boolean;
  edited: boolean;
}): CellState {
  if (cell.running) return 'running';
  if (cell.stopped) return 'stopped';
  if (cell.failed) return 'failed';
  if (cell.stale) return 'stale';
  return cell.edited ? 'edited' : 'unchanged';
}
