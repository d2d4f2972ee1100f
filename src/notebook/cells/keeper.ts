import type { CellText } from '../compile/index.ts';
import type { Notebook } from '../host/index.ts';
import type { EditStore, Remembered } from '../storage/edits.ts';

/** Milliseconds of rest after which what was typed is kept. */
const rest = 500;

/** Keeps what the reader typed: before each run, after a rest, and when the page goes away. */
export class Keeper {
  /** Why the last edits are not on this device; null when they are. */
  fault: string | null = null;
  private readonly store: EditStore;
  private readonly authored: readonly CellText[];
  private readonly kept = new Map<string, string>();
  private faultChanged: () => void = () => undefined;

  constructor(store: EditStore, authored: readonly CellText[]) {
    this.store = store;
    this.authored = authored;
    for (const [cell, { current }] of this.remembered()) if (current) this.kept.set(cell, current.text);
  }

  /** What the device holds of each cell. */
  remembered(): [cell: string, Remembered][] {
    return this.authored.map(({ id, text }) => [id, this.store.recall(id, text)]);
  }

  keep(cells: readonly CellText[]): void {
    const before = this.fault;
    for (const { id, text } of cells) {
      const authored = this.authored.find((cell) => cell.id === id)!.text;
      if ((this.kept.get(id) ?? authored) === text) continue;
      const done = this.store.keep(id, authored, text);
      this.fault = done.kept ? null : done.why;
      if (done.kept) this.kept.set(id, text);
    }
    if (this.fault !== before) this.faultChanged();
  }

  /** Forgets what it knows to be kept of a cell: someone else has changed the store. */
  reread(cell: string): void {
    const authored = this.authored.find(({ id }) => id === cell)!.text;
    const { current } = this.store.recall(cell, authored);
    if (current) this.kept.set(cell, current.text);
    else this.kept.delete(cell);
  }

  /** Keeps what is typed in a notebook from now on; `faultChanged` is called when keeping begins to fail or to work. */
  watch(notebook: Notebook, faultChanged: () => void): void {
    this.faultChanged = faultChanged;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => this.keep(notebook.texts());
    for (const { id } of this.authored) {
      notebook.subscribe(id, ({ text }) => {
        if ((this.kept.get(id) ?? null) === text) return;
        clearTimeout(timer);
        timer = setTimeout(keep, rest);
      });
    }
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', () => document.hidden && keep());
  }
}
