import { openSearchPanel, SearchQuery, search, searchKeymap, setSearchQuery } from '@codemirror/search';
import { Prec, StateEffect } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';

const searched = new WeakSet<EditorView>();

/** Gives an editor search and replace, and opens the panel; `early` is what the reader has typed for it already. */
export function addSearch(view: EditorView, early: string): void {
  if (!searched.has(view)) {
    searched.add(view);
    const extension = [search({ top: true }), Prec.high(keymap.of(searchKeymap))];
    view.dispatch({ effects: StateEffect.appendConfig.of(extension) });
  }
  openSearchPanel(view);
  if (early === '') return;
  view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: early })) });
  const field = view.dom.querySelector<HTMLInputElement>('.cm-search [main-field]');
  field?.setSelectionRange(early.length, early.length);
}
