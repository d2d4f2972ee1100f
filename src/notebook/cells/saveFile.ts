import { element } from '../outputs/element.ts';

/** Hands a text to the reader as a file. */
export function saveFile(name: string, mime: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = element(document, 'a', { href, download: name });
  link.click();
  // The browser reads the blob after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
