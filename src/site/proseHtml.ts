import { renderMaths } from './mdx/maths.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A sentence with maths between dollar signs, as HTML: for words that stand in a component, not in a chapter. */
export function proseHtml(text: string): string {
  const parts = text.split(/\$([^$]+)\$/);
  return parts
    .map((part, i) => (i % 2 === 1 ? renderMaths(part) : part.replace(/[&<>"]/g, (c) => entities[c] ?? c)))
    .join('');
}
