import { element } from '../outputs/element.ts';
import { type FamilyOf, lines, type Token } from './highlight.ts';

/** Lines of a listing that stand out; the first line is 1. */
export interface LineMarks {
  /** Lines that differ from the author's. */
  readonly changed: ReadonlySet<number>;
  /** The line an error points at, the column where its word begins, and what the error says. */
  readonly error: { readonly line: number; readonly column: number; readonly says: string } | null;
}

const noMarks: LineMarks = { changed: new Set(), error: null };

/** Code as lines of tokens, in the build and in the page. */
export function drawListing(
  document: Document,
  root: Element,
  text: string,
  familyOf: FamilyOf,
  marks: LineMarks = noMarks,
): void {
  const rows = lines(text.replace(/\n+$/, ''), familyOf).map((row, i) => {
    const error = marks.error?.line === i + 1 ? marks.error : null;
    const classes = ['ln', marks.changed.has(i + 1) && 'ed', error && 'er'].filter(Boolean).join(' ');
    return element(document, 'span', { class: classes }, ...drawRow(document, row, error));
  });
  root.replaceChildren(...rows);
}

function drawRow(document: Document, row: readonly Token[], error: LineMarks['error']): Node[] {
  let column = 1;
  return row.map(({ text, kind, family }) => {
    const here = error !== null && error.column >= column && error.column < column + text.length;
    column += text.length;
    const classes = [kind !== 'plain' && kind, here && 'squig'].filter(Boolean).join(' ');
    if (!classes && !family) return document.createTextNode(text);
    const style = family ? `color:var(--fn-${family}-text)` : null;
    const title = here ? error.says : null;
    return element(document, 'span', { class: classes || null, style, title }, text);
  });
}
