import type { CellText, LinkedCell } from '../compile/index.ts';
import type { ControlValue, Failure, LogLine, Report, Shown } from '../protocol.ts';
import { type CellView, type StopReason, stateOf } from './view.ts';

/** What the page keeps of one cell. */
export interface CellRecord {
  readonly id: string;
  readonly authored: string;
  text: string;
  ran: string;
  run: number;
  /** In the present kernel. */
  defined: LinkedCell | null;
  running: boolean;
  startedAt: number | null;
  stoppedBy: StopReason | null;
  /** Something it reads has changed or stopped since it ran. */
  stale: boolean;
  error: Failure | null;
  waitsFor: string | null;
  shown: readonly Shown[];
  log: readonly LogLine[];
  controls: (ControlValue | null)[];
}

/** A cell as the page was built: the author's text with the outputs that belong to it. */
export function record({ id, text }: CellText, baked: Report | undefined): CellRecord {
  return {
    id,
    authored: text,
    text,
    ran: text,
    run: 0,
    defined: null,
    running: false,
    startedAt: null,
    stoppedBy: null,
    stale: false,
    error: baked?.error ?? null,
    waitsFor: baked?.waitsFor ?? null,
    shown: baked?.shown ?? [],
    log: baked?.log ?? [],
    controls: [],
  };
}

/** Whether the kernel has a cell as it is linked now. */
export const isDefined = ({ defined }: CellRecord, { code, problem }: LinkedCell): boolean =>
  defined?.code === code && JSON.stringify(defined.problem) === JSON.stringify(problem);

/** What a listener may see of a cell. */
export function viewOf(cell: CellRecord, linked: readonly LinkedCell[]): CellView {
  const edited = cell.text !== cell.authored;
  const { running, stale, error, waitsFor, stoppedBy, run, ...rest } = cell;
  const stopped = stoppedBy !== null;
  const outdated = stale || waitsFor !== null || (cell.text !== cell.ran && !edited);
  const definer = linked.find(({ outputs }) => waitsFor !== null && outputs.includes(waitsFor));
  return {
    id: rest.id,
    authored: rest.authored,
    text: rest.text,
    ran: rest.ran,
    state: stateOf({ running, stopped, failed: error !== null, stale: outdated, edited }),
    edited,
    startedAt: rest.startedAt,
    stoppedBy,
    error,
    waitsFor: waitsFor === null ? null : { name: waitsFor, cell: definer?.cell ?? null },
    shown: rest.shown,
    run: String(run),
    log: rest.log,
  };
}
