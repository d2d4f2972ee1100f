import { ancestorsOf, dependentsOf } from '../compile/graph.ts';
import type { CellText, LinkedCell } from '../compile/index.ts';
import type { ControlValue, KnownFunction, Report } from '../protocol.ts';
import { Links } from './links.ts';
import type { NotebookOptions } from './options.ts';
import { type CellRecord, isDefined, record, viewOf } from './record.ts';
import { Supervisor } from './supervisor.ts';
import type { CellView, StopReason } from './view.ts';
import type { Silence } from './watchdog.ts';

type Listener = (view: CellView) => void;

/**
 * The cells of one chapter as the page knows them: texts, states and outputs. Runs them in a kernel that it starts on
 * the first need and ends when a cell runs away. Nothing here touches the page; listeners draw.
 */
export class Notebook {
  private readonly cells: ReadonlyMap<string, CellRecord>;
  private readonly supervisor: Supervisor;
  private readonly options: NotebookOptions;
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly silenceListeners = new Set<(silence: Silence | null) => void>();
  private readonly links: Links;
  private functions: readonly KnownFunction[] = [];
  private runs = 0;
  /** Other cells are coming back after a kernel was ended, and the reader has done nothing since. */
  private restoring = false;

  constructor(options: NotebookOptions) {
    this.options = options;
    this.links = new Links(options.linked, options.library);
    this.cells = new Map(options.cells.map((cell) => [cell.id, record(cell, options.baked?.get(cell.id))]));
    const { kernel, opened, asset, width = 591, patience = 5000 } = options;
    this.supervisor = new Supervisor(
      { kernel, opened, asset, width, patience },
      {
        report: (report) => this.take(report),
        silence: (silence) => {
          for (const listener of this.silenceListeners) listener(silence);
        },
        ended: (reason, entered) => this.ended(reason, entered),
      },
    );
  }

  /** Starts loading what a run needs, so that it finds it ready. */
  async prepare(): Promise<void> {
    await Promise.all([this.supervisor.start(), this.linkable()]);
  }

  /** The cells' texts as the reader sees them. */
  texts(): CellText[] {
    return [...this.cells.values()].map(({ id, text }) => ({ id, text }));
  }

  view(id: string): CellView {
    return viewOf(this.find(id), this.linked);
  }

  /** Calls back with the view of a cell whenever it changes; the answer ends it. */
  subscribe(id: string, listener: Listener): () => void {
    this.find(id);
    const listeners = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Calls back while a kernel is silent, and with null when it speaks again or was ended. */
  onSilence(listener: (silence: Silence | null) => void): () => void {
    this.silenceListeners.add(listener);
    return () => void this.silenceListeners.delete(listener);
  }

  /** Takes what the reader typed. Runs nothing. */
  edit(id: string, text: string): void {
    const cell = this.find(id);
    if (cell.text === text) return;
    cell.text = text;
    this.changed(cell);
  }

  /** Runs a cell's present text; what depends on it follows. Resolves when the kernel has been told. */
  async run(id: string): Promise<void> {
    const cell = this.find(id);
    // The kernel starts meanwhile; who waits for it below hears of a failure.
    this.supervisor.start().catch(() => undefined);
    const [functions] = await Promise.all([this.options.functions?.(), this.linkable()]);
    this.functions = functions ?? [];
    this.options.beforeRun?.(this.texts());
    const before = this.linked;
    cell.ran = cell.text;
    cell.stoppedBy = null;
    cell.controls = [];
    this.restoring = false;
    this.links.forget();
    const wanted = new Set([...dependentsOf([id], before), ...dependentsOf([id], this.linked)]);
    await this.define(wanted, new Set([id]));
  }

  /** Takes the author's text back and runs it. */
  async reset(id: string): Promise<void> {
    const cell = this.find(id);
    cell.text = cell.authored;
    if (cell.ran === cell.authored && cell.stoppedBy === null) this.changed(cell);
    else await this.run(id);
  }

  /** Takes what the reader chose in a control of a cell; what depends on it follows. */
  async choose(id: string, control: number, value: ControlValue): Promise<void> {
    const cell = this.find(id);
    cell.controls[control] = value;
    this.restoring = false;
    if (cell.defined) await this.supervisor.send({ type: 'input', cell: id, control, value });
    else await this.define(dependentsOf([id], this.linked), new Set());
  }

  /** Stops a running cell by ending the kernel; the others come back as they were. */
  stop(id: string): void {
    const entered = this.supervisor.stop();
    // Another cell may be the one that holds the thread; it must not come back and hold it again.
    const holder = entered === null ? undefined : this.cells.get(entered);
    this.afterEnd(holder?.running ? [id, holder.id] : [id], 'reader');
  }

  /** Grants a silent kernel half a minute more. */
  allowLonger(): void {
    this.supervisor.allowLonger(30_000);
  }

  dispose(): void {
    this.supervisor.dispose();
    this.listeners.clear();
    this.silenceListeners.clear();
  }

  /** Loads the compiler when the present texts need it. */
  private linkable(): Promise<void> | undefined {
    return this.links.canLink(this.cells) ? undefined : this.links.load();
  }

  private get linked(): readonly LinkedCell[] {
    return this.links.of(this.cells);
  }

  private find(id: string): CellRecord {
    const cell = this.cells.get(id);
    if (!cell)
      throw new RangeError(`unknown cell: ${id}; expected one of ${[...this.cells.keys()].join(', ')}`);
    return cell;
  }

  private changed(cell: CellRecord): void {
    const listeners = this.listeners.get(cell.id);
    if (!listeners?.size) return;
    const view = this.view(cell.id);
    for (const listener of listeners) listener(view);
  }

  /** Brings cells and all that they need into the kernel; those in `fresh` run even if nothing about them changed. */
  private async define(wanted: ReadonlySet<string>, fresh: ReadonlySet<string>): Promise<void> {
    const needed = ancestorsOf(wanted, this.linked);
    const define = this.linked.filter((linked) => {
      const cell = this.find(linked.cell);
      // What was stopped stays stopped until the reader runs it.
      if (cell.stoppedBy !== null) return false;
      return needed.has(cell.id) && (fresh.has(cell.id) || !isDefined(cell, linked));
    });
    const named = define.map(({ cell }) => cell);
    const following = dependentsOf(named, this.linked);
    const now = performance.now();
    for (const id of following) {
      const cell = this.find(id);
      if (cell.stoppedBy === null && needed.has(id)) this.begin(cell, now);
    }
    const definitions = define.map((linked) => this.definition(linked));
    this.supervisor.busy = true;
    try {
      const { functions } = this;
      await this.supervisor.send({ type: 'update', functions, define: definitions, remove: [] });
    } catch (error) {
      this.withdraw(following);
      throw error;
    }
  }

  /** No kernel could be started: nothing runs, and the next run defines everything anew. */
  private withdraw(cells: Iterable<string>): void {
    this.supervisor.busy = false;
    for (const id of cells) {
      const cell = this.find(id);
      Object.assign(cell, { defined: null, running: false, startedAt: null });
      this.changed(cell);
    }
  }

  private definition(linked: LinkedCell) {
    const cell = this.find(linked.cell);
    cell.defined = linked;
    cell.run = ++this.runs;
    const { reads: _, ...definition } = linked;
    return { ...definition, run: cell.run, controls: [...cell.controls].map((value) => value ?? null) };
  }

  private begin(cell: CellRecord, now: number): void {
    cell.running = true;
    cell.startedAt ??= now;
    cell.stale = false;
    this.changed(cell);
  }

  private take(report: Report): void {
    const cell = this.cells.get(report.cell);
    if (!cell || report.run !== cell.run) return;
    const running = report.status === 'running';
    cell.running = running;
    cell.startedAt = running ? (cell.startedAt ?? performance.now()) : null;
    cell.stale = false;
    cell.error = report.error;
    cell.waitsFor = report.waitsFor;
    cell.shown = report.shown;
    cell.log = report.log;
    this.supervisor.busy = [...this.cells.values()].some((other) => other.running);
    if (!this.supervisor.busy) this.restoring = false;
    this.changed(cell);
  }

  private ended(reason: 'silence' | 'broken', entered: string | null): void {
    const running = [...this.cells.values()].filter((cell) => cell.running).map(({ id }) => id);
    // The last cell that had the thread kept it; if none is known, every running cell may be the one.
    const suspects = entered !== null && this.cells.has(entered) ? [entered] : running;
    this.afterEnd(suspects, reason);
  }

  private afterEnd(stopped: readonly string[], reason: StopReason): void {
    // Cells that run away again while they come back would do so for ever.
    const again = !this.restoring;
    const lost = dependentsOf(stopped, this.linked);
    const back = new Set<string>();
    for (const cell of this.cells.values()) {
      const was = cell.defined !== null;
      Object.assign(cell, { defined: null, running: false, startedAt: null });
      if (stopped.includes(cell.id)) cell.stoppedBy = reason;
      else if (lost.has(cell.id) || (was && !again)) cell.stale = cell.stale || was;
      else if (was) back.add(cell.id);
      this.changed(cell);
    }
    this.restoring = back.size > 0;
    if (this.restoring) void this.define(back, new Set());
  }
}
