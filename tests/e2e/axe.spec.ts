import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, pages, test } from './book.ts';

interface View {
  readonly name: string;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** 200 % zoom of a window 1280 px wide leaves 640 CSS px, each two device pixels wide. */
const views: readonly View[] = [
  { name: 'light', width: 1280, scheme: 'light' },
  { name: 'dark', width: 1280, scheme: 'dark' },
  { name: '320 px wide', width: 320, scheme: 'light' },
  { name: '200 % zoom', width: 640, scheme: 'dark' },
];

for (const path of pages) {
  for (const view of views) {
    test(`axe finds nothing on ${path}, ${view.name}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: view.scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: view.width, height: 900 });
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await violations(page)).toEqual([]);
    });
  }
}

/** Each violation as one line: rule, what is wrong, first places. */
async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`);
    return `${id}: ${help}; ${nodes.length} places: ${places.join(' | ')}`;
  });
}
