import { keep, recall } from './memory.ts';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

function current(): Theme {
  const kept = recall('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

function wear(theme: Theme, button: HTMLButtonElement): void {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  button.dataset.state = theme;
  const label = button.getAttribute(`data-${theme}`) ?? '';
  button.setAttribute('aria-label', label);
  button.title = label;
}

/** The button that goes round: as the system says, light, dark. */
export function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
  if (!button) return;
  wear(current(), button);
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'auto';
    keep('theme', next === 'auto' ? null : next);
    wear(next, button);
  });
}
