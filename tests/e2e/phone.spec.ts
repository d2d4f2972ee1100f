import { expect, figurePages, type Page, test, wake } from './book.ts';

const chapters = figurePages.filter((path) => path !== '/');

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
    // What the page shut while it opened is open, and no figure that wakes shuts a part of itself again.
    const shut = (): Promise<string[]> =>
      page
        .locator('.part, .part *')
        .evaluateAll((all) =>
          all
            .filter((one) => getComputedStyle(one).contentVisibility === 'hidden')
            .map((one) => one.className),
        );
    await expect.poll(shut).toEqual([]);
  });
}

/** Where each block of the text stands, from the top of the page. */
const placesOf = (page: Page, css: string): Promise<number[]> =>
  page.evaluate(async (rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    return [...document.querySelectorAll('.part > *')].map((b) => b.getBoundingClientRect().top + scrollY);
  }, css);

for (const path of chapters) {
  test(`${path} keeps its blocks in place when one in use is set free`, async ({ page }) => {
    await page.goto(`${path}#text`);
    const all = '.part > * { content-visibility: visible !important; contain: none !important }';
    const shut = `${all} .part > :not(h2, h3) { contain: layout paint style !important }`;
    // A font that came between the two looks would move the text.
    await page.waitForFunction(() => [...document.fonts].some(({ family }) => !family.endsWith('Fallback')));
    await page.evaluate(async () => {
      await Promise.all([...document.fonts].map((face) => face.load()));
    });
    expect(await placesOf(page, shut)).toEqual(await placesOf(page, all));
  });

  test(`${path} brings a phone to what a link points at`, async ({ page }) => {
    await page.goto(path);
    const last = (await page.locator('.part > .fig').last().getAttribute('id'))!;
    await page.goto(`${path}#${last}`);
    await expect(page.locator(`#${last}`)).toBeInViewport();
    const top = () =>
      page.locator(`#${last}`).evaluate((figure) => Math.round(figure.getBoundingClientRect().top));
    // Below the bar, where the page leaves five lines free.
    await expect.poll(top).toBe(80);
  });
}
