import { expect, pages, test } from './book.ts';

for (const path of pages) {
  test(`${path} opens quietly and says what it is`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page).toHaveTitle(/\S/);
    await expect(page.locator('html')).toHaveAttribute('lang', /^[a-z]{2}/);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /\S{3}/);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map((h) => Number(h.localName[1])));
    const jumps = levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1);
    expect(jumps, 'headings go down one level at a time').toEqual([]);
  });

  test(`${path} never scrolls sideways`, async ({ page }) => {
    for (const width of [320, 390, 640, 820, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `width of the page at ${width} px`).toBeLessThanOrEqual(width);
    }
  });
}

test('an address that names no page answers with the 404 page', async ({ page }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toBeVisible();
});
