import type { LogLine } from '../protocol.ts';
import { element } from './element.ts';

/** What a cell wrote to its console, a line each, or null when it wrote nothing. */
export function drawLog(document: Document, lines: readonly LogLine[]): HTMLElement | null {
  if (lines.length === 0) return null;
  const rows = lines.map(({ level, text, times }) => {
    const count = times > 1 ? [element(document, 'span', { class: 'out-times' }, `× ${times}`)] : [];
    return element(document, 'div', { class: `out-line out-${level}` }, text, ...count);
  });
  return element(document, 'div', { class: 'out-log', role: 'log', 'aria-label': 'Console' }, ...rows);
}
