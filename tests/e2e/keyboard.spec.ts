import type { ElementHandle } from '@playwright/test';
import { expect, type Page, pages, test } from './book.ts';

for (const path of pages) {
  test(`the Tab key reaches everything on ${path} and shows where it is`, async ({ page }) => {
    test.slow();
    await page.goto(path, { waitUntil: 'networkidle' });
    // The editor that opens when the focus enters a cell's code takes the walk out of its way; not mended yet.
    test.fixme((await page.locator('[data-cell]').count()) > 0, 'the Tab key is lost where an editor opens');
    const wanted = await markStops(page);
    const reached = new Set<string>();
    const unseen: string[] = [];
    // A figure that wakes on the way may add stops of its own; the walk ends where the page ends.
    for (let step = 0; step < wanted.length * 2 + 50; step++) {
      await page.keyboard.press('Tab');
      const at = await readFocus(page);
      if (!at) break;
      reached.add(at.name);
      if (!at.seen && !(await looksDifferent(page))) unseen.push(at.name);
    }
    expect(
      wanted.filter((name) => !reached.has(name)),
      'not reached by Tab',
    ).toEqual([]);
    expect(unseen, 'has the focus, but nothing shows it').toEqual([]);
  });
}

/** Gives every visible stop of the Tab key a name; the radio buttons of a group are one stop. */
function markStops(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kinds = [
      'a[href]',
      'button:enabled',
      'input:enabled',
      'select:enabled',
      'textarea:enabled',
      'summary',
      '[tabindex="0"]',
    ];
    const groups = new Set<string>();
    const isStop = (element: HTMLElement): boolean => {
      if (element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const isFirst = !groups.has(element.name);
      groups.add(element.name);
      return isFirst;
    };
    const stops = [...document.querySelectorAll<HTMLElement>(kinds.join())].filter(isStop);
    return stops.map((element, i) => {
      const text = (element.getAttribute('aria-label') ?? element.id) || (element.textContent ?? '').trim();
      element.dataset['stop'] = `${i} ${element.localName} ${text.slice(0, 40)}`;
      return element.dataset['stop'];
    });
  });
}

/** What has the focus, and whether a ring or a shadow of its own shows it. */
function readFocus(page: Page): Promise<{ name: string; seen: boolean } | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    return { name: element.dataset['stop'] ?? element.outerHTML.slice(0, 80), seen };
  });
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
