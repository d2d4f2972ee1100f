/**
 * Runs in the head, before anything is painted: says that scripts run, and puts on the colours the reader chose.
 * Kept as text because its hash stands in the content security policy.
 */
export const firstScript = `(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('nonlinear:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {}
})();`;

/** Runs right after a closed `<details>`: what waits behind a summary without scripts stands open with them. */
export const openScript = 'document.currentScript.previousElementSibling.open = true;';
