/**
 * Runs in the head, before anything is painted: says that scripts run, and puts on the colours the reader chose.
 * The fonts' sheet (`data-fonts`) is asked for after the first paint; on a later visit it is at hand and comes first.
 * Kept as text because its hash stands in the content security policy.
 */
export const firstScript = `(() => {
  const root = document.documentElement;
  const fonts = document.currentScript.dataset.fonts;
  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch {} };
  root.classList.add('js');
  const theme = recall('nonlinear:theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const load = (blocking) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: fonts });
    if (blocking) link.setAttribute('blocking', 'render');
    link.addEventListener('load', () => keep('nonlinear:fonts', fonts));
    document.head.append(link);
  };
  if (recall('nonlinear:fonts') === fonts) load(true);
  else new PerformanceObserver((_, watch) => { watch.disconnect(); load(false); }).observe({ type: 'paint', buffered: true });
})();`;

/** Runs right after a closed `<details>`: what waits behind a summary without scripts stands open with them. */
export const openScript = 'document.currentScript.previousElementSibling.open = true;';
