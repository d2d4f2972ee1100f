import { unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type FamilyOf, ink } from './ink.ts';
import { editorLook } from './look.ts';
import { typescript } from './typescript.ts';

/** Shows in an editor what was taken from a text and what was added. */
export function compareWith(original: string): Extension {
  return unifiedMergeView({
    original: original.replace(/\n$/, ''),
    mergeControls: false,
    gutter: false,
    allowInlineDiffs: false,
    highlightChanges: false,
  });
}

export interface Comparison {
  readonly original: string;
  readonly text: string;
  readonly label: string;
  readonly familyOf: FamilyOf;
}

/** A comparison of two texts, to read only. */
export function drawComparison({ original, text, label, familyOf }: Comparison): HTMLElement {
  const view = new EditorView({
    doc: text.replace(/\n$/, ''),
    extensions: [
      typescript,
      ink(familyOf),
      editorLook(),
      compareWith(original),
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ],
  });
  return view.dom;
}
