import type { TableOutput } from '../protocol.ts';
import { element } from './element.ts';

/** Texts from this length on are read as sentences. */
const sentence = 32;

/** A table that scrolls inside itself; numbers stand right, and sentences wrap. */
export function drawTable(document: Document, { columns, rows, total }: TableOutput): HTMLElement {
  const sides = columns.map(({ numeric }, i) => {
    if (numeric) return 'num';
    return rows.some((row) => (row[i]?.length ?? 0) >= sentence) ? 'words' : null;
  });
  const side = (i: number): { class: string | null } => ({ class: sides[i] ?? null });
  const head = columns.map(({ name }, i) => element(document, 'th', { scope: 'col', ...side(i) }, name));
  const body = rows.map((row) =>
    element(document, 'tr', {}, ...row.map((text, i) => element(document, 'td', side(i), text))),
  );
  const table = element(
    document,
    'table',
    { class: 'tbl' },
    element(document, 'thead', {}, element(document, 'tr', {}, ...head)),
    element(document, 'tbody', {}, ...body),
  );
  const scroll = element(
    document,
    'div',
    {
      class: sides.includes('words') ? 'out-table out-words' : 'out-table',
      tabindex: 0,
      role: 'group',
      'aria-label': `Table of ${total} rows`,
    },
    table,
  );
  if (rows.length < total)
    scroll.append(element(document, 'p', { class: 'out-more' }, `${rows.length} of ${total} rows`));
  return scroll;
}
