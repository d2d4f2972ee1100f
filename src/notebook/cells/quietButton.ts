import { element } from '../outputs/element.ts';

/** A button that reads like a word of the text. */
export function quietButton(words: string, act: () => void): HTMLButtonElement {
  const button = element(document, 'button', { type: 'button' }, words);
  button.addEventListener('click', act);
  return button;
}
