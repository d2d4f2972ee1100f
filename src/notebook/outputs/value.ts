import type { Inspected } from '../protocol.ts';
import { element } from './element.ts';

/** A value as text; one with something inside opens, level by level, and is drawn as it opens. */
export function drawValue(document: Document, value: Inspected): HTMLElement {
  if (!value.entries?.length) return line(document, value);
  const details = element(
    document,
    'details',
    { class: 'out-tree' },
    element(document, 'summary', {}, value.text),
  );
  let drawn = false;
  details.addEventListener('toggle', () => {
    if (drawn) return;
    drawn = true;
    details.append(inside(document, value));
  });
  return details;
}

const line = (document: Document, { kind, text }: Inspected): HTMLElement =>
  element(document, 'span', { class: `out-text out-${kind}` }, text);

function inside(document: Document, { entries = [], more = 0 }: Inspected): HTMLElement {
  const rows = entries.map(([key, item]) =>
    element(
      document,
      'li',
      {},
      element(document, 'span', { class: 'out-key' }, `${key}: `),
      drawValue(document, item),
    ),
  );
  if (more > 0) rows.push(element(document, 'li', { class: 'out-more' }, `… ${more} more`));
  return element(document, 'ul', {}, ...rows);
}
