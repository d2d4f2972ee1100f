import { element } from '../outputs/element.ts';

/** A hidden line that screen readers read out when it changes. */
export function announcer(): (sentence: string) => void {
  const line = element(document, 'div', { class: 'cells-said', role: 'status' });
  document.body.append(line);
  return (sentence) => {
    // The same sentence twice is news twice.
    line.replaceChildren(element(document, 'p', {}, sentence));
  };
}
