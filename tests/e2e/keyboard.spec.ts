import type { ElementHandle } from '@playwright/test';
import { expect, type Page, pages, test } from './book.ts';

for (const path of pages) {
  test(`the Tab key reaches everything on ${path} and shows where it is`, async ({ page }) => {
    test.slow();
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(defineNames);
    // The page measures its equations in the first frame; those that fit stop no Tab key.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const wanted = await page.evaluate(() => window.stops.names());
    const reached: string[] = [];
    const unseen: string[] = [];
    // A figure that wakes on the way may add stops of its own; the walk ends where the page ends. A cell that is drawn
    // anew under the focus lets go of it, and the next Tab goes on from there.
    let ends = 0;
    for (let step = 0; step < wanted.length * 2 + 50; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => window.stops.here());
      if (!at) {
        ends += 1;
        if (ends > 2 || wanted.every((name) => reached.includes(name))) break;
        continue;
      }
      if (at.isNew) reached.push(at.name);
      if (!at.seen && !(await looksDifferent(page))) unseen.push(at.name);
    }
    for (const name of reached) {
      const i = wanted.indexOf(name);
      if (i >= 0) wanted.splice(i, 1);
    }
    expect(wanted, 'not reached by Tab').toEqual([]);
    expect(unseen, 'has the focus, but nothing shows it').toEqual([]);
  });
}

/** What the page knows of its stops while a test walks through it. */
interface Stops {
  /** The names of all visible stops of the Tab key; the radio buttons of a group are one stop. */
  names(): string[];
  /** What has the focus, whether for the first time, and whether a ring or a shadow shows it; null at the page's end. */
  here(): { name: string; isNew: boolean; seen: boolean } | null;
}

declare global {
  interface Window {
    stops: Stops;
  }
}

/** Names stops by their label and the figure or cell they are in: a stop that is drawn anew keeps its name. */
function defineNames(): void {
  const kinds = [
    'a[href]',
    'button:enabled',
    'input:enabled',
    'select:enabled',
    'textarea:enabled',
    'summary',
    '[tabindex="0"]',
  ];
  const nameOf = (element: Element): string => {
    const room = element.closest('[data-cell],figure[id],section[id],nav,header,footer');
    const place = (room instanceof HTMLElement && room.dataset['cell']) || room?.id || room?.localName;
    const label = (element.getAttribute('aria-label') ?? element.id) || (element.textContent ?? '').trim();
    return `${place ?? 'page'}: ${label.slice(0, 40)}`;
  };
  const isStop = (groups: Set<string>) => (element: HTMLElement) => {
    if (element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const isFirst = !groups.has(element.name);
    groups.add(element.name);
    return isFirst;
  };
  const isRinged = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  // An editor wears the ring as the border of a layer above its frame.
  const isFramed = (element: Element): boolean => {
    const frame = element.closest('.cm-editor');
    return frame !== null && getComputedStyle(frame, '::after').borderTopStyle !== 'none';
  };
  const met = new WeakSet<Element>();
  window.stops = {
    names: () =>
      [...document.querySelectorAll<HTMLElement>(kinds.join())].filter(isStop(new Set())).map(nameOf),
    here: () => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const isNew = !met.has(element);
      met.add(element);
      return {
        name: nameOf(element),
        isNew,
        seen: isRinged(element) || isFramed(element),
      };
    },
  };
}

/** Whether what has the focus looks different without it: a slider wears its ring on the thumb, out of reach of styles. */
async function looksDifferent(page: Page): Promise<boolean> {
  const element = (
    await page.evaluateHandle(() => document.activeElement)
  ).asElement() as ElementHandle<HTMLElement>;
  const box = await element.boundingBox();
  if (!box) return false;
  const around = {
    x: Math.max(0, box.x - 6),
    y: Math.max(0, box.y - 6),
    width: box.width + 12,
    height: box.height + 12,
  };
  const photograph = (): Promise<Buffer> => page.screenshot({ clip: around, animations: 'disabled' });
  const focused = await photograph();
  await element.evaluate((it) => it.blur());
  const blurred = await photograph();
  await element.focus();
  return !focused.equals(blurred);
}
