import { expect, figurePages, test, wake } from './book.ts';

test.use({ viewport: { width: 390, height: 800 } });

for (const path of figurePages) {
  test(`${path} gives a phone every control when it comes near`, async ({ page }) => {
    await page.goto(path);
    const figures = await page.locator('[data-widget]:not([data-controls=""])').all();
    for (const figure of figures) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator('.controls').first()).toBeAttached();
    }
    for (const question of await page.locator('.predict').all()) {
      await question.scrollIntoViewIfNeeded();
      await expect(question.locator('input[type="hidden"]')).toHaveCount(0);
      expect(await question.locator('input[type="radio"]:enabled').count()).toBeGreaterThan(1);
    }
    const last = figures.at(-1)!;
    await last.scrollIntoViewIfNeeded();
    await wake(last);
    await expect(last.locator('.controls').first()).toBeVisible();
  });
}
