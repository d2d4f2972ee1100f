import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Prec, StateEffect } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';

const searched = new WeakSet<EditorView>();

/** Gives an editor search and replace, and opens the panel. */
export function addSearch(view: EditorView): void {
  if (!searched.has(view)) {
    searched.add(view);
    const extension = [search({ top: true }), Prec.high(keymap.of(searchKeymap))];
    view.dispatch({ effects: StateEffect.appendConfig.of(extension) });
  }
  openSearchPanel(view);
}
