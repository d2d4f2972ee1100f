import type { CellView, Silence } from '../host/index.ts';
import { element } from '../outputs/element.ts';
import { quietButton } from './quietButton.ts';
import type { Workshop } from './workshop.ts';

/** A sentence about a cell, and what the reader can do about it. */
export interface Note {
  /** Notes with equal keys are the same note, whose words may change. */
  readonly key: string;
  readonly words: string;
  readonly buttons?: readonly (readonly [words: string, act: () => void])[];
  /** Two texts that the reader may want to see side by side. */
  readonly compare?: { readonly original: string; readonly text: string; readonly label: string };
}

/** What is to say about a cell, between its code and its outputs. Buttons keep the focus while the words change. */
export class Notes {
  /** Why something could not be loaded. */
  fault: string | null = null;
  silence: Silence | null = null;
  /** Notes about other versions of the cell. */
  versions: readonly Note[] = [];
  private readonly root: HTMLElement;
  private readonly shop: Workshop;
  private readonly shown = new Map<string, HTMLElement>();

  constructor(root: HTMLElement, shop: Workshop) {
    this.root = root;
    this.shop = shop;
    root.replaceChildren();
  }

  draw(view: CellView): void {
    const notes = [...this.about(view), ...this.versions];
    for (const [key, node] of this.shown) {
      if (notes.some((note) => note.key === key)) continue;
      node.remove();
      this.shown.delete(key);
    }
    for (const note of notes) this.show(note);
  }

  private show({ key, words, buttons = [], compare }: Note): void {
    const known = this.shown.get(key);
    if (known) {
      const text = known.querySelector('span')!;
      if (text.textContent !== words) text.textContent = words;
      return;
    }
    const line = element(document, 'p', { class: 'msg' }, element(document, 'span', {}, words));
    const node = element(document, 'div', { class: 'note-line' }, line);
    if (compare) line.append(this.comparer(node, compare));
    line.append(...buttons.map(([name, act]) => quietButton(name, act)));
    this.shown.set(key, node);
    this.root.append(node);
  }

  private comparer(node: HTMLElement, compare: NonNullable<Note['compare']>): HTMLButtonElement {
    const { strings, familyOf, editor } = this.shop;
    let drawn: HTMLElement | null = null;
    const button = quietButton(strings.compare, () => {
      if (drawn) {
        drawn.remove();
        drawn = null;
        button.setAttribute('aria-expanded', 'false');
        return;
      }
      void editor()
        .then((module) => module.drawComparison({ ...compare, familyOf }))
        .then((comparison) => {
          drawn = comparison;
          node.append(comparison);
          button.setAttribute('aria-expanded', 'true');
        });
    });
    button.setAttribute('aria-expanded', 'false');
    return button;
  }

  private about({ state, stoppedBy, waitsFor, edited }: CellView): Note[] {
    const { strings, keeper } = this.shop;
    const notes: Note[] = [];
    if (this.fault) notes.push({ key: 'fault', words: this.fault });
    if (this.silence) notes.push(this.countdown(this.silence));
    if (state === 'stopped' && stoppedBy) notes.push({ key: 'stopped', words: strings.stoppedBy[stoppedBy] });
    if (waitsFor) notes.push({ key: 'waits', words: strings.waits(waitsFor.name, waitsFor.cell) });
    else if (state === 'stale') notes.push({ key: 'stale', words: strings.staleWhy });
    if (keeper.fault && edited) notes.push(this.unsaved(keeper.fault));
    return notes;
  }

  private countdown({ seconds, left }: Silence): Note {
    const { strings, notebook } = this.shop;
    const words = strings.silence(Math.floor(seconds), Math.ceil(left));
    return { key: 'silence', words, buttons: [[strings.allowLonger, () => notebook.allowLonger()]] };
  }

  private unsaved(why: string): Note {
    const { strings } = this.shop;
    const download = (): void => document.querySelector<HTMLElement>('[data-cells-act="ts"]')?.click();
    return { key: 'unsaved', words: why, buttons: [[strings.download, download]] };
  }
}
