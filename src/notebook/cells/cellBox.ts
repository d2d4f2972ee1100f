import type { CellView, Silence } from '../host/index.ts';
import { OutputView, readInBrowser } from '../outputs/index.ts';
import { CodeView } from './codeView.ts';
import { copyText } from './copyText.ts';
import { hydrateOnTouch } from './hydrate.ts';
import { Notes } from './notes.ts';
import type { CellAct } from './page.ts';
import { Versions } from './versions.ts';
import type { Workshop } from './workshop.ts';

/** Classes of the styles; the word in the bar says the same. */
const looks = {
  unchanged: '',
  edited: 'edited',
  running: 'running',
  stale: 'stale',
  failed: 'error',
  stopped: 'stopped',
};

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** One cell of the page: the bar, the code, what is to say about it, and the outputs. */
export class CellBox {
  readonly name: string;
  readonly code: CodeView;
  private readonly root: HTMLElement;
  private readonly out: HTMLElement;
  private readonly shop: Workshop;
  private readonly outputs: OutputView;
  private readonly notes: Notes;
  private readonly versions: Versions;
  private ticking: ReturnType<typeof setInterval> | null = null;
  private state: CellView['state'] = 'unchanged';
  /** The reader asked for the present run and should hear how it ends. */
  private asked: number | null = null;

  constructor(root: HTMLElement, shop: Workshop) {
    this.root = root;
    this.shop = shop;
    this.name = root.dataset.cell!;
    this.out = root.querySelector<HTMLElement>('.out')!;
    this.notes = new Notes(root.querySelector<HTMLElement>('.notes')!, shop);
    this.versions = new Versions(this.name, shop, () => this.versionsChanged());
    this.code = new CodeView(root, this.name, shop, {
      run: () => this.act('run'),
      changed: () => this.draw(),
    });
    this.outputs = new OutputView(this.out, this.name, {
      document,
      readMarkup: readInBrowser,
      changed: (control, value) => void this.attempt(shop.notebook.choose(this.name, control, value)),
      functionDrawn: shop.functionDrawn,
    });
    if (isMac) root.querySelector('.run kbd')?.setAttribute('data-keys', '⌘ Enter');
    hydrateOnTouch(this.out, () => this.outputs.draw(shop.notebook.view(this.name)));
    shop.notebook.subscribe(this.name, () => this.draw());
    shop.notebook.onSilence((silence) => this.silent(silence));
    this.versionsChanged();
  }

  /** What this device holds of the cell has changed. */
  versionsChanged(): void {
    this.notes.versions = this.versions.notes();
    this.draw();
  }

  scrollHere(): void {
    this.root.scrollIntoView({ block: 'nearest' });
  }

  act(act: CellAct): void {
    const { notebook, announce, strings } = this.shop;
    if (act === 'run') this.run();
    if (act === 'stop') notebook.stop(this.name);
    if (act === 'edit') void this.attempt(this.code.edit());
    if (act === 'diff') void this.attempt(this.code.toggleDiff());
    if (act === 'copy') void this.copy();
    if (act === 'reset') {
      void this.attempt(notebook.reset(this.name));
      announce(strings.doneReset(this.name));
      this.focusAfter('run');
    }
  }

  run(): void {
    this.asked = performance.now();
    void this.attempt(this.shop.notebook.run(this.name));
  }

  /** Waits for what needs the network, and says so when it failed. */
  private async attempt(done: Promise<unknown>): Promise<void> {
    try {
      await done;
      this.notes.fault = null;
    } catch {
      this.notes.fault = this.shop.strings.loadFailed;
      this.asked = null;
    }
    this.draw();
  }

  private async copy(): Promise<void> {
    const { strings, notebook } = this.shop;
    await copyText(this.button('copy'), notebook.view(this.name).text, strings);
  }

  private silent(silence: Silence | null): void {
    this.notes.silence = this.state === 'running' ? silence : null;
    this.notes.draw(this.shop.notebook.view(this.name));
  }

  draw(): void {
    const view = this.shop.notebook.view(this.name);
    const { state } = view;
    const before = this.state;
    this.state = state;
    this.root.dataset.state = state;
    // The bar of a cell that runs is the clock's: a run shorter than a tick leaves it, and the focus, as they were.
    if (state !== 'running') this.bar(view);
    this.code.draw(view);
    this.holdHeight(state === 'running', before === 'running');
    if (view.run !== '0') this.outputs.draw(view);
    this.notes.draw(view);
    this.tick(state === 'running');
    if (state !== 'running' && this.asked !== null && view.startedAt === null) this.tell(view);
  }

  private tell({ state }: CellView): void {
    const { announce, strings } = this.shop;
    const seconds = ((performance.now() - this.asked!) / 1000).toFixed(1);
    this.asked = null;
    if (state === 'stopped') announce(strings.doneStopped(this.name));
    else if (state === 'failed') announce(strings.doneFailed(this.name));
    else announce(strings.done(this.name, seconds));
  }

  /** How the cell stands, in words and colour, and what can be done. */
  private bar(view: CellView): void {
    const { state, edited } = view;
    this.root.classList.remove(...Object.values(looks).filter(Boolean));
    if (looks[state]) this.root.classList.add(looks[state]);
    this.badge(view);
    this.showButtons(state === 'running', edited);
  }

  private badge(view: CellView): void {
    const { strings } = this.shop;
    const seconds =
      view.startedAt === null ? '0.0' : ((performance.now() - view.startedAt) / 1000).toFixed(1);
    const words = {
      unchanged: '',
      edited: view.text === view.ran ? strings.edited : strings.editedNotRun,
      running: strings.running(seconds),
      stale: strings.stale,
      failed: strings.failed,
      stopped: strings.stopped,
    };
    this.root.querySelector('.badge')!.textContent = this.code.isOpening
      ? strings.opening
      : words[view.state];
  }

  private button(act: CellAct): HTMLButtonElement {
    return this.root.querySelector<HTMLButtonElement>(`[data-act="${act}"]`)!;
  }

  private showButtons(running: boolean, edited: boolean): void {
    const focused = document.activeElement;
    this.button('run').hidden = running;
    this.button('stop').hidden = !running;
    this.button('reset').hidden = !edited;
    this.button('diff').hidden = !edited && !this.code.hasDiff;
    this.button('edit').hidden = this.code.hasEditor;
    // A button that goes away under the reader's hand leaves the focus to the one that takes its place.
    if (focused === this.button('run') && running) this.button('stop').focus();
    if (focused === this.button('stop') && !running) this.button('run').focus();
  }

  private focusAfter(act: CellAct): void {
    if (document.activeElement === document.body) this.button(act).focus();
  }

  /** Outputs go and come while a cell runs; the page below must not jump. */
  private holdHeight(running: boolean, wasRunning: boolean): void {
    if (running && !wasRunning) this.out.style.minHeight = `${this.out.offsetHeight}px`;
    if (!running) this.out.style.minHeight = '';
  }

  private tick(running: boolean): void {
    if (running) this.ticking ??= setInterval(() => this.bar(this.shop.notebook.view(this.name)), 100);
    else if (this.ticking !== null) {
      clearInterval(this.ticking);
      this.ticking = null;
    }
  }
}
