import AxeBuilder from '@axe-core/playwright';
import { expect, layOut, type Page, pages, test } from './book.ts';

interface View {
  readonly name: string;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** The rules that a view can break which keeps the others' elements; all rules when left out. */
  readonly rules?: readonly string[];
}

const ofColour = ['color-contrast', 'link-in-text-block'];
const ofSize = ['target-size', 'scrollable-region-focusable', 'meta-viewport'];

/** 200 % zoom of a window 1280 px wide leaves 640 CSS px, each two device pixels wide. */
const views: readonly View[] = [
  { name: 'light', width: 1280, scheme: 'light' },
  { name: 'dark', width: 1280, scheme: 'dark', rules: ofColour },
  { name: '320 px wide', width: 320, scheme: 'light' },
  { name: '200 % zoom', width: 640, scheme: 'dark', rules: [...ofColour, ...ofSize] },
];

for (const path of pages) {
  for (const view of views) {
    test(`axe finds nothing on ${path}, ${view.name}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: view.scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: view.width, height: 900 });
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await violations(page, view.rules)).toEqual([]);
    });
  }
}

/** Each violation as one line: rule, what is wrong, first places. */
async function violations(page: Page, rules: View['rules']): Promise<string[]> {
  await layOut(page);
  const axe = new AxeBuilder({ page });
  const result = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return result.violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`);
    return `${id}: ${help}; ${nodes.length} places: ${places.join(' | ')}`;
  });
}
