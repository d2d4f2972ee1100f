import { acceptCompletion } from '@codemirror/autocomplete';
import { indentLess, indentMore } from '@codemirror/commands';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

let ids = 0;

/**
 * The Tab key indents once the reader is at work, and leads out after Escape, or when the reader only came by with the
 * Tab key and has done nothing. `hint` says so under the code while Tab indents.
 */
export function leaving(hint: string): { extension: Extension; pass(passing: boolean): void } {
  const id = `cell-leave-${++ids}`;
  let leadsOut = false;
  const note = document.createElement('span');
  note.className = 'leave';
  note.id = id;
  note.textContent = hint;
  const set = (out: boolean): void => {
    leadsOut = out;
  };
  const letGo = (): boolean => {
    set(true);
    return false;
  };
  const indent = (act: typeof indentMore) => (view: EditorView) =>
    !leadsOut && (acceptCompletion(view) || act(view));
  const extension = [
    Prec.high(
      keymap.of([{ key: 'Tab', run: indent(indentMore), shift: (view) => !leadsOut && indentLess(view) }]),
    ),
    Prec.lowest(keymap.of([{ key: 'Escape', run: letGo }])),
    EditorView.contentAttributes.of({ 'aria-describedby': id }),
    EditorView.domEventHandlers({
      keydown({ key }) {
        if (!['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(key)) set(false);
        return false;
      },
      mousedown() {
        set(false);
        return false;
      },
      focus(event) {
        // Coming from elsewhere with the Tab key, the next Tab leads on.
        set((event.target as HTMLElement).matches(':focus-visible') && event.relatedTarget !== null);
        return false;
      },
    }),
    EditorView.updateListener.of(({ view }) => {
      if (note.parentNode !== view.dom) view.dom.append(note);
    }),
  ];
  return { extension, pass: set };
}
