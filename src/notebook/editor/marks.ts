import { type EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Failure } from '../protocol.ts';

/** Lines that stand out; the first line is 1. */
export interface Marks {
  readonly changed: ReadonlySet<number>;
  readonly failure: Pick<Failure, 'line' | 'column' | 'name' | 'message'> | null;
}

export const setMarks = StateEffect.define<Marks>();

const changedLine = Decoration.line({ class: 'ed' });
const failedLine = Decoration.line({ class: 'er' });
const failedWord = ({ name, message }: Pick<Failure, 'name' | 'message'>) =>
  Decoration.mark({ class: 'squig', attributes: { title: `${name}: ${message}` } });

/** Washes the reader's lines and the line of an error, and underlines the word where it lies. */
export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { effects, changes, state }) {
    const news = effects.find((effect) => effect.is(setMarks));
    return news ? draw(state, news.value as Marks) : shown.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function draw({ doc }: EditorState, { changed, failure }: Marks): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const line of changed) if (line <= doc.lines) ranges.push(changedLine.range(doc.line(line).from));
  if (failure?.line != null && failure.line <= doc.lines) {
    const { from, text } = doc.line(failure.line);
    ranges.push(failedLine.range(from));
    const start = Math.min((failure.column ?? 1) - 1, text.length);
    const word = /^(?:[\w$]+|\S)/.exec(text.slice(start))?.[0] ?? '';
    if (word) ranges.push(failedWord(failure).range(from + start, from + start + word.length));
  }
  return Decoration.set(ranges, true);
}
