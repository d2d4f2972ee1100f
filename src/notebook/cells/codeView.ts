import type { Editor } from '../editor/index.ts';
import type { CellView } from '../host/index.ts';
import type { Failure } from '../protocol.ts';
import { changedLines } from './changedLines.ts';
import { drawListing, type LineMarks } from './listing.ts';
import type { Workshop } from './workshop.ts';

interface CodeEvents {
  /** The reader pressed the keys that run the cell. */
  run(): void;
  /** The editor is on its way, has taken the listing's place, or shows a comparison. */
  changed(): void;
}

/** The code of one cell: a listing until the reader edits, then an editor in the same place. */
export class CodeView {
  private readonly root: HTMLElement;
  private readonly name: string;
  private readonly shop: Workshop;
  private readonly events: CodeEvents;
  private editor: Editor | null = null;
  private opening: Promise<Editor> | null = null;
  private drawn = '';

  constructor(root: HTMLElement, name: string, shop: Workshop, events: CodeEvents) {
    this.root = root;
    this.name = name;
    this.shop = shop;
    this.events = events;
  }

  get hasEditor(): boolean {
    return this.editor !== null;
  }

  get isOpening(): boolean {
    return this.opening !== null && this.editor === null;
  }

  get hasDiff(): boolean {
    return this.editor?.hasDiff ?? false;
  }

  draw({ text, authored, error, ran }: CellView): void {
    const known = error?.line != null && text === ran ? error : null;
    const changed = changedLines(authored, text);
    if (this.editor) {
      this.editor.show({ text, changed, failure: known });
      return;
    }
    const marks = { changed, error: known && errorMark(known) };
    const state = JSON.stringify([text, [...changed], marks.error]);
    if (state === this.drawn || (this.drawn === '' && text === authored && !known)) return;
    this.drawn = state;
    drawListing(document, this.root.querySelector('pre code')!, text, this.shop.familyOf, marks);
  }

  /** Opens the editor and puts the cursor in it. */
  async edit(): Promise<void> {
    const pre = this.root.querySelector<HTMLElement>('pre')!;
    const offset = offsetOfSelection(pre);
    // A reader who passes with the Tab key may have gone on before the editor is there.
    const passing = document.activeElement === pre && pre.matches(':focus-visible') && offset === null;
    const editor = await this.open();
    const here = document.activeElement;
    const waits = here === pre || here === document.body || here?.matches('[data-act="edit"]');
    if (waits) editor.focus(offset, passing);
  }

  async toggleDiff(): Promise<void> {
    const editor = await this.open();
    const { authored } = this.shop.notebook.view(this.name);
    await editor.compare(editor.hasDiff ? null : authored);
    this.root.querySelector('[data-act="diff"]')!.setAttribute('aria-pressed', String(editor.hasDiff));
    this.events.changed();
  }

  private open(): Promise<Editor> {
    if (this.opening) return this.opening;
    this.opening = this.make().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    this.events.changed();
    return this.opening;
  }

  private async make(): Promise<Editor> {
    const [{ openEditor }, { membersOf, namesInScope }] = await Promise.all([
      this.shop.editor(),
      import('./scope.ts'),
    ]);
    const { notebook, familyOf, strings } = this.shop;
    const pre = this.root.querySelector<HTMLElement>('pre')!;
    const editor = openEditor({
      instead: pre,
      text: notebook.view(this.name).text,
      label: strings.code(this.name),
      hint: strings.leave,
      familyOf,
      typed: (text) => {
        notebook.edit(this.name, text);
        void notebook.prepare().catch(() => undefined);
      },
      run: () => this.events.run(),
      phrases: strings.editor,
      names: () => namesInScope(notebook, this.name),
      members: membersOf,
    });
    this.editor = editor;
    this.events.changed();
    return editor;
  }
}

const errorMark = ({ name, message, line, column }: Failure): LineMarks['error'] => ({
  line: line!,
  column: column ?? 1,
  says: `${name}: ${message}`,
});

/** Where in the code the reader clicked. */
function offsetOfSelection(pre: HTMLElement): number | null {
  const selection = getSelection();
  if (!selection?.focusNode || !pre.contains(selection.focusNode)) return null;
  const range = document.createRange();
  range.setStart(pre, 0);
  range.setEnd(selection.focusNode, selection.focusOffset);
  const before = range.cloneContents();
  const lines = [...before.querySelectorAll('.ln')];
  return lines.map((line) => line.textContent).join('\n').length;
}
