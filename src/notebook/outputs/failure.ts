import type { Failure } from '../protocol.ts';
import { element } from './element.ts';

/** An error of the reader's code: name, message, place, and a plain sentence on the likely cause. */
export function drawFailure(
  document: Document,
  { name, message, line, column, hint, origin }: Failure,
): HTMLElement {
  const place = line === null ? '' : ` (line ${line}${column === null ? '' : `, column ${column}`})`;
  const from = origin === null ? '' : ` It was thrown in the cell ${origin}.`;
  const head = element(document, 'p', {}, element(document, 'b', {}, name), `: ${message}${place}`);
  const node = element(document, 'div', { class: 'out-error', role: 'alert' }, head);
  const cause = `${hint ?? ''}${from}`.trim();
  if (cause) node.append(element(document, 'p', { class: 'out-hint' }, cause));
  return node;
}
