/** The blocks that open one after another; `text.css` shuts them. */
const waiting = ':is(.part > *, .opener + .part > .fig:first-child :is(.panels, .report, .fig-note))';

/**
 * Runs in the head, before anything is painted: says that scripts run, and puts on the colours the reader chose.
 * The fonts' sheet (`data-fonts`) is asked for after the first paint, and its fonts for text and formulas are put on
 * together when all are there, so that the page is laid out once more and not once for each; the others come when they
 * are first used. On a later visit the sheet is at hand and comes first.
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
  const block = () => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: fonts });
    link.setAttribute('blocking', 'render');
    document.head.append(link);
  };
  const faceOf = ({ style }) => {
    const get = (name) => style.getPropertyValue(name);
    const base = new URL(fonts, location.href);
    const src = get('src').replace(/url\\("([^"]+)"\\)/g, (_, file) => 'url("' + new URL(file, base) + '")');
    return new FontFace(get('font-family').replace(/"/g, ''), src, {
      style: get('font-style') || 'normal',
      weight: get('font-weight') || 'normal',
      unicodeRange: get('unicode-range') || 'U+0-10FFFF',
      display: 'swap',
    });
  };
  const together = async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(fonts)).text());
    const faces = [...sheet.cssRules].map(faceOf);
    const main = document.querySelector('.katex') ? /Serif|Inter|_Main|_Math/ : /Serif|Inter/;
    const first = faces.filter((face) => main.test(face.family) && /^U\\+0-/i.test(face.unicodeRange));
    await Promise.allSettled(first.map((face) => face.load()));
    for (const face of faces) document.fonts.add(face);
    keep('nonlinear:fonts', fonts);
  };
  const isKnown = recall('nonlinear:fonts') === fonts;
  if (isKnown) block();
  const [visit] = performance.getEntriesByType('navigation');
  const isAtTop = visit && visit.type === 'navigate' && location.hash + location.search === '';
  if (isAtTop) {
    root.classList.add('opening');
    root.dataset.opened = 'top';
  }
  let isFree = isKnown;
  let isMoved = false;
  let asked = 0;
  const ask = () => { asked ||= requestAnimationFrame(open); };
  const open = () => {
    asked = 0;
    const waiting = document.querySelectorAll('${waiting}:not(.open)');
    if (waiting.length && !isFree && waiting[0].getBoundingClientRect().top > innerHeight) return;
    let room = isMoved ? Infinity : 60;
    for (const part of waiting) {
      if (room <= 0) return ask();
      part.classList.add('open');
      room -= part.getElementsByTagName('*').length;
    }
    // From here on nothing is shut: a figure that wakes writes its classes anew, and would shut its own part.
    if (document.readyState !== 'loading') root.classList.remove('opening');
  };
  const free = () => { isFree = true; ask(); };
  const move = () => { isFree = isMoved = true; open(); };
  if (isAtTop) {
    document.addEventListener('DOMContentLoaded', ask);
    for (const type of ['scroll', 'keydown', 'pointerdown']) addEventListener(type, move, { once: true, passive: true });
    addEventListener('load', () => setTimeout(free, 1500));
  }
  new PerformanceObserver((_, watch) => {
    watch.disconnect();
    if (isAtTop) ask();
    if (!isKnown) together().catch(block).then(() => setTimeout(free, 100));
  }).observe({ type: 'paint', buffered: true });
})();`;

/** Runs right after a closed `<details>`: what waits behind a summary without scripts stands open with them. */
export const openScript = 'document.currentScript.previousElementSibling.open = true;';
