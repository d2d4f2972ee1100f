import { longestQuery } from './longestQuery.ts';
import type { AnyWidget } from './widget.ts';

/** Loads a widget's module; the key is its tag. */
export type WidgetLoaders = Readonly<Record<string, () => Promise<AnyWidget>>>;

type Pending = { readonly element: Element; readonly type: 'input' | 'click'; readonly value: string };

const touches = ['pointerover', 'pointerdown', 'focusin', 'keydown', 'touchstart', 'input'] as const;

/**
 * Watches every figure of the page and wakes one at its first touch, so that reading loads nothing. What the reader does
 * while the code is on its way is kept and done again afterwards. A link that carries settings wakes its figures at once.
 */
export function boot(loaders: WidgetLoaders): void {
  const figures = [...document.querySelectorAll<HTMLElement>('[data-widget]')];
  const woken = new WeakMap<HTMLElement, Promise<void>>();

  const wakeUp = (root: HTMLElement, cause?: Event): void => {
    if (woken.has(root)) return;
    root.dataset.woken = '';
    const pending: Pending[] = [];
    const keep = (event: Event): void => {
      const element = event.target as HTMLInputElement;
      if (event.type === 'input' || element.closest('button')) {
        const value = element.type === 'checkbox' ? String(element.checked) : element.value;
        pending.push({ element, type: event.type as 'input' | 'click', value });
      }
    };
    root.addEventListener('input', keep);
    root.addEventListener('click', keep);
    if (cause?.type === 'input') keep(cause);
    const load = loaders[root.dataset.widget ?? ''];
    if (!load) throw new Error(`internal: no widget called ${root.dataset.widget}`);
    const ready = Promise.all([import('./live.tsx'), load()]).then(async ([{ wake }, widget]) => {
      await wake(root, widget);
      root.removeEventListener('input', keep);
      root.removeEventListener('click', keep);
      for (const { element, type, value } of pending) replay(element, type, value);
    });
    woken.set(root, ready);
  };

  for (const root of figures) {
    const first = (event: Event): void => {
      if (event.type === 'pointerover' && !(event.target as Element).closest('.controls, .panels, .tools'))
        return;
      for (const type of touches) root.removeEventListener(type, first);
      wakeUp(root, event);
    };
    for (const type of touches) root.addEventListener(type, first, { passive: true });
  }
  if (location.search.length > 1) fromLink(figures, wakeUp);
}

function replay(element: Element, type: 'input' | 'click', value: string): void {
  if (type === 'click') {
    (element.closest('button') as HTMLButtonElement).click();
    return;
  }
  const input = element as HTMLInputElement;
  if (input.type === 'checkbox') input.checked = value === 'true';
  else input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function fromLink(figures: readonly HTMLElement[], wakeUp: (root: HTMLElement) => void): void {
  const foreign: string[] = [];
  if (location.search.length <= longestQuery) {
    for (const key of new URLSearchParams(location.search).keys()) {
      const owner = figures.find(
        ({ id, dataset }) => key.startsWith(`${id}.`) || dataset.controls?.split(' ').includes(key),
      );
      if (owner) wakeUp(owner);
      else if (!/^(utm_|fbclid|gclid|ref$|fn\.own_)/.test(key)) foreign.push(key);
    }
    if (foreign.length === 0) return;
  }
  void import('./notice.ts').then(({ noticeForeign }) => noticeForeign(foreign));
}
