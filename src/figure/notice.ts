import { figureStrings } from './strings.ts';

/** Says at the foot of the window that a link's settings were not understood; empty list = the link was too long. */
export function noticeForeign(names: readonly string[]): void {
  const strings = figureStrings(document.documentElement.lang);
  const shown = names.slice(0, 3).map((name) => `“${name.length > 24 ? `${name.slice(0, 23)}…` : name}”`);
  const box = document.createElement('div');
  box.className = 'notice';
  box.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = names.length === 0 ? strings.tooLong : strings.unknownSettings(shown.join(', '));
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn';
  close.textContent = strings.dismiss;
  close.addEventListener('click', () => box.remove());
  box.append(text, close);
  document.body.append(box);
}
