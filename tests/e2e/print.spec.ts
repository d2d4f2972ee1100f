import type { Locator } from '@playwright/test';
import { expect, type Page, readersPages, test, wake } from './book.ts';

/** Between margins of 16 mm a sheet of A4 is this wide, in CSS px; Letter is wider. */
const sheet = Math.floor(((210 - 2 * 16) / 25.4) * 96);

/** What asks for a hand. A name in a list may be a button, and a value a summary; both are read as words. */
const controls =
  'button:not(.pair button), input, select, textarea, progress, summary:not(.out-tree summary)';

async function onPaper(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: sheet, height: 980 });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.emulateMedia({ media: 'print' });
}

const shown = (places: Locator): Promise<string[]> =>
  places.locator('visible=true').evaluateAll((all) => all.map((it) => it.outerHTML.slice(0, 120)));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    for (const path of readersPages) {
      test(`${path} is printed without controls`, async ({ page }) => {
        await onPaper(page, path);
        expect(await shown(page.locator(controls))).toEqual([]);
        expect(await shown(page.locator('nav, footer'))).toEqual([]);
      });

      test(`${path} is printed with every answer`, async ({ page }) => {
        await onPaper(page, path);
        for (const question of await page.locator('.predict').all()) {
          await expect(question.locator('[data-right="true"] .tag-right')).toBeVisible();
          for (const why of await question.locator('.why, .more').all()) await expect(why).toBeVisible();
        }
      });

      test(`${path} is printed with every figure on its sheet`, async ({ page }) => {
        await onPaper(page, path);
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('main *')]
            .filter(
              (it) => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('.sr, svg, .katex'),
            )
            .map((it) => it.outerHTML.slice(0, 120)),
        );
        expect(wide).toEqual([]);
        for (const panel of await page.locator('.panel-box:visible').all()) {
          await expect(panel).toHaveCSS('break-inside', 'avoid');
        }
        for (const figure of await page.locator('.fig').all()) {
          expect(await figure.locator('.panel-box:visible').count()).toBeGreaterThan(0);
        }
      });
    }
  });
}

test('a figure that was moved on a wide page fits the sheet, and its controls stay behind', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/3-ideal-properties/');
  const figure = page.locator('#gradient-by-depth');
  await wake(figure);
  await figure.locator('input[type="range"]').first().press('ArrowRight');
  await expect(figure.locator('.baked')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  expect(await shown(figure.locator(controls))).toEqual([]);
  const edges = await figure
    .locator('.panel-box')
    .evaluateAll((all) =>
      all.map((it) => it.getBoundingClientRect()).map(({ left, right }) => [left, right]),
    );
  const width = Math.max(...edges.map(([, right]) => right!)) - Math.min(...edges.map(([left]) => left!));
  expect(width).toBeLessThanOrEqual(sheet);
});
