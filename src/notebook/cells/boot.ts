import type { CellAct, CellsPage, ChapterAct } from './page.ts';

/** Loads the parts of a live cell; each is asked for when a reader first needs it. */
export interface CellParts {
  /** Gets the answer that will hold the chapter's cells, which was asked for at the same time. */
  readonly page: (cells: Promise<Response>) => Promise<CellsPage>;
  /** Starts a kernel, once, for the page to take over. */
  readonly start: () => void;
  readonly editor: () => Promise<unknown>;
}

/**
 * Waits for the first touch of a cell, so that reading loads nothing. Everything the touch will need is asked for at
 * once. Edits kept on this device, and edits in the address, are shown without a touch.
 */
export function boot(parts: CellParts): void {
  const first = document.querySelector<HTMLElement>('[data-cell]');
  if (!first) return;
  let page: Promise<CellsPage> | undefined;
  let open = false;
  const wake = async (at: Element = first): Promise<CellsPage | undefined> => {
    page ??= parts.page(fetch(first.dataset.source!));
    try {
      const cells = await page;
      open = true;
      return cells;
    } catch {
      // Offline, perhaps: the next touch tries again.
      page = undefined;
      const notes = at.closest('[data-cell]')?.querySelector<HTMLElement>('.notes');
      if (notes) notes.textContent = notes.dataset.fault!;
      return undefined;
    }
  };
  const prepare = (): void => {
    if (page) void page.then((cells) => cells.prepare()).catch(() => undefined);
    else parts.start();
  };
  const act = (at: Element, what: CellAct): void => {
    if (what === 'run') prepare();
    if (what === 'edit') void parts.editor().catch(() => undefined);
    const cell = at.closest<HTMLElement>('[data-cell]')!;
    const badge = cell.querySelector<HTMLElement>('.badge')!;
    // On a slow line the reader must see at once that the press was taken; the live cell then says how it stands.
    if (!open) badge.textContent = badge.dataset.wait!;
    void wake(at).then((cells) => {
      if (cells) cells.act(cell.dataset.cell!, what);
      else badge.textContent = '';
    });
  };
  const on = <K extends keyof DocumentEventMap>(
    type: K,
    listen: (at: Element, event: DocumentEventMap[K]) => void,
  ) =>
    document.addEventListener(type, (event) => {
      const at = event.target;
      if (at instanceof Element && at.closest('.cell,[data-cells-act]')) listen(at, event);
    });
  on('click', (at) => {
    const button = at.closest<HTMLElement>('[data-act],[data-cells-act]');
    const whole = button?.dataset.cellsAct;
    if (whole) void wake().then((cells) => cells?.actOnAll(whole as ChapterAct));
    else if (button) act(button, button.dataset.act as CellAct);
    else if (at.closest('.src pre') && getSelection()?.isCollapsed) act(at, 'edit');
  });
  on('focusin', (at) => {
    if (at.matches('.src pre:focus-visible')) act(at, 'edit');
    else if (at.closest('.out-chart,.ctl')) void wake();
  });
  on('pointerover', (at) => {
    if (at.closest('.out-chart,.ctl')) void wake();
    else if (at.closest('.run')) prepare();
  });
  on('keydown', (at, event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey || event.shiftKey)) return;
    if (at.matches('pre')) act(at, 'run');
  });
  const kept = `nonlinear/edit/${first.dataset.chapter}/`;
  let remembered = false;
  try {
    remembered = Object.keys(localStorage).some((key) => key.startsWith(kept));
  } catch {
    // No storage: nothing is kept.
  }
  if (remembered || location.hash.startsWith('#cells=')) void wake();
  addEventListener('hashchange', () => location.hash.startsWith('#cells=') && void wake());
}
