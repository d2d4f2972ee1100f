import type { CellStrings } from './strings.ts';

/** Copies a text and says so on the button for two seconds. */
export async function copyText(
  button: HTMLElement,
  text: string,
  strings: Pick<CellStrings, 'copied' | 'copyFailed'>,
): Promise<void> {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = strings.copied;
  } catch {
    button.textContent = strings.copyFailed;
  }
  setTimeout(() => {
    button.textContent = words;
  }, 2000);
}
