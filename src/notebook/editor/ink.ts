import { HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Family of the function that a word names, for its hue; null for every other word. */
export type FamilyOf = (word: string) => string | null;

/** The classes of the book's listings: keywords heavier, comments slanted, punctuation grey. */
export const inkStyle = HighlightStyle.define([
  { tag: tags.keyword, class: 'k' },
  { tag: tags.comment, class: 'c' },
  { tag: [tags.punctuation, tags.operator], class: 'p' },
]);

/** Keys and types keep their ink. */
export const colouredNames = /^(VariableName|VariableDefinition|PropertyName)$/;

/** Code as ink; names of activation functions in their own hue. */
export function ink(familyOf: FamilyOf): Extension {
  const hue = (view: EditorView): DecorationSet => {
    const found = view.visibleRanges.flatMap(({ from, to }) => {
      const marks: ReturnType<Decoration['range']>[] = [];
      syntaxTree(view.state).iterate({
        from,
        to,
        enter: (node) => {
          if (!colouredNames.test(node.name)) return;
          const family = familyOf(view.state.sliceDoc(node.from, node.to));
          const attributes = { style: `color:var(--fn-${family}-text)` };
          if (family) marks.push(Decoration.mark({ attributes }).range(node.from, node.to));
        },
      });
      return marks;
    });
    return Decoration.set(found, true);
  };
  class Hues {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = hue(view);
    }
    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
        this.decorations = hue(view);
    }
  }
  return [
    syntaxHighlighting(inkStyle),
    ViewPlugin.fromClass(Hues, { decorations: ({ decorations }) => decorations }),
  ];
}
