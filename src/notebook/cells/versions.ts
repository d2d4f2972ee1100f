import type { Edit } from '../storage/edits.ts';
import type { Note } from './notes.ts';
import type { Workshop } from './workshop.ts';

/** Other versions of a cell that this device holds: of an earlier text of the author, or put aside for other code. */
export class Versions {
  private readonly cell: string;
  private readonly shop: Workshop;
  private readonly changed: () => void;

  constructor(cell: string, shop: Workshop, changed: () => void) {
    this.cell = cell;
    this.shop = shop;
    this.changed = changed;
  }

  /** A note for each version, with ways to compare it, use it and forget it. */
  notes(): Note[] {
    const { strings, store } = this.shop;
    const { older, aside } = store.recall(this.cell, this.authored);
    return [
      ...older.map((edit) => this.note(strings.olderEdit, edit)),
      ...aside.map((edit) => this.note(strings.aside, edit)),
    ];
  }

  private get authored(): string {
    return this.shop.notebook.view(this.cell).authored;
  }

  private note(words: string, edit: Edit): Note {
    const { strings, store } = this.shop;
    const forget = (): void => {
      store.forget(this.cell, edit);
      this.changed();
    };
    return {
      key: `${words} ${edit.base} ${edit.text}`,
      words,
      compare: { original: this.authored, text: edit.text, label: strings.changes(this.cell) },
      buttons: [
        [strings.useVersion, () => this.take(edit)],
        [strings.dropVersion, forget],
      ],
    };
  }

  /** Makes a version the reader's text; what stood in the cell is put aside in its place. */
  private take(edit: Edit): void {
    const { store, notebook, keeper } = this.shop;
    const { authored, text } = notebook.view(this.cell);
    store.putAside(this.cell, authored, text);
    if (store.keep(this.cell, authored, edit.text).kept) store.forget(this.cell, edit);
    keeper.reread(this.cell);
    notebook.edit(this.cell, edit.text);
    this.changed();
  }
}
