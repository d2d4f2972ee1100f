import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, forceParsing, indentOnInput, indentUnit } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { Comparison } from './compare.ts';
import { completions, type MembersOf, type ScopeName } from './completions.ts';
import { type FamilyOf, ink } from './ink.ts';
import { leaving } from './leaving.ts';
import { editorLook } from './look.ts';
import { type Marks, marks, setMarks } from './marks.ts';
import { typescript } from './typescript.ts';

export type { MembersOf, ScopeName } from './completions.ts';

export interface EditorOptions {
  /** The listing whose place the editor takes. */
  readonly instead: HTMLElement;
  readonly text: string;
  /** What a screen reader calls the editor. */
  readonly label: string;
  /** Says how to leave with the keyboard. */
  readonly hint: string;
  readonly familyOf: FamilyOf;
  /** Words of the editor's own panels, in the reader's language. */
  readonly phrases: Readonly<Record<string, string>>;
  typed(text: string): void;
  run(): void;
  /** Names in scope that other cells and the book's library define. */
  names(): readonly ScopeName[];
  readonly members: MembersOf;
}

export interface Shown {
  readonly text: string;
  /** Lines that differ from the author's; the first is 1. */
  readonly changed: ReadonlySet<number>;
  readonly failure: Marks['failure'];
}

/** An editor of one cell. */
export interface Editor {
  readonly hasDiff: boolean;
  show(state: Shown): void;
  /** Puts the cursor at an offset. `passing`: the reader only came by with the Tab key, which then leads on. */
  focus(offset: number | null, passing: boolean): void;
  /** Shows what differs from a text; null takes the comparison away. */
  compare(original: string | null): Promise<void>;
}

/** Milliseconds for the first reading of a cell's grammar. */
const longestParse = 200;

function runKeys(run: () => void): Extension {
  const act = (): boolean => {
    run();
    return true;
  };
  return keymap.of(['Mod-Enter', 'Shift-Enter'].map((key) => ({ key, run: act })));
}

/**
 * The search panel is loaded when it is first asked for; from then on its own keys hold. What the reader types
 * meanwhile is meant for the panel.
 */
function openSearch(view: EditorView): boolean {
  const panel = import('./search.ts');
  let early = '';
  const hold = (event: KeyboardEvent): void => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    early += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  view.contentDOM.addEventListener('keydown', hold, { capture: true });
  const release = (): void => view.contentDOM.removeEventListener('keydown', hold, { capture: true });
  // Offline, perhaps: the next press of the keys tries again.
  void panel
    .then(({ addSearch }) => addSearch(view, early))
    .catch(() => undefined)
    .finally(release);
  return true;
}

/** Puts an editor where the listing stands, line for line. */
export function openEditor(options: EditorOptions): Editor {
  const { instead, text, label, hint, familyOf, phrases, typed, run, names, members } = options;
  const diff = new Compartment();
  const doors = leaving(hint);
  // Set while the page changes the text, so that it does not hear its own words.
  let quiet = false;
  const view = new EditorView({
    doc: text.replace(/\n$/, ''),
    extensions: [
      runKeys(run),
      keymap.of([{ key: 'Mod-f', run: openSearch, preventDefault: true }]),
      doors.extension,
      history(),
      typescript,
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      EditorState.phrases.of(phrases),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false, override: [completions(names, members)] }),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      ink(familyOf),
      marks,
      diff.of([]),
      editorLook(),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !quiet) typed(`${update.state.doc.toString()}\n`);
      }),
    ],
  });
  // A cell is short: all of it has its ink before it is seen, as in the listing.
  forceParsing(view, view.state.doc.length, longestParse);
  instead.after(view.dom);
  instead.hidden = true;
  const say = (act: () => void): void => {
    quiet = true;
    act();
    quiet = false;
  };
  return controls(view, diff, doors.pass, say);
}

function controls(
  view: EditorView,
  diff: Compartment,
  pass: (passing: boolean) => void,
  quietly: (act: () => void) => void,
): Editor {
  let original: string | null = null;
  return {
    get hasDiff() {
      return original !== null;
    },
    show({ text, changed, failure }) {
      const wanted = text.replace(/\n$/, '');
      const now = view.state.doc.toString();
      const changes = wanted === now ? [] : [{ from: 0, to: now.length, insert: wanted }];
      quietly(() => view.dispatch({ changes, effects: setMarks.of({ changed, failure }) }));
    },
    focus(offset, passing) {
      if (offset !== null) view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) } });
      view.focus();
      pass(passing);
    },
    async compare(text) {
      const extension = text === null ? [] : (await import('./compare.ts')).compareWith(text);
      original = text;
      view.dispatch({ effects: diff.reconfigure(extension) });
    },
  };
}

/** A comparison of two texts, to read only. */
export const drawComparison = async (comparison: Comparison): Promise<HTMLElement> =>
  (await import('./compare.ts')).drawComparison(comparison);
