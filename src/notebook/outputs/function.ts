import type { FunctionOutput } from '../protocol.ts';
import { element } from './element.ts';

/** What the button says until its function is kept. */
export const keepLabel = 'Keep in the whole book';

/**
 * A function of the reader's own: its look, name and formula, and a button that keeps it. The button is the page's matter:
 * it finds what to keep in `data-keep` and `data-formula`, which no markup of a cell can have.
 */
export function drawFunction(document: Document, { name, formula }: FunctionOutput): HTMLElement {
  return element(
    document,
    'div',
    { class: 'out-function' },
    element(document, 'span', { class: 'out-twin', 'aria-hidden': 'true' }),
    element(document, 'b', {}, name),
    element(
      document,
      'span',
      {},
      element(document, 'i', {}, 'f'),
      '(x) = ',
      element(document, 'code', {}, formula),
    ),
    element(
      document,
      'button',
      { type: 'button', class: 'btn needs-script', 'data-keep': name, 'data-formula': formula },
      keepLabel,
    ),
    element(document, 'span', { class: 'out-kept', role: 'status' }),
  );
}
