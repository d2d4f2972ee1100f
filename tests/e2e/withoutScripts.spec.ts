import { expect, pages, test } from './book.ts';

test.use({ javaScriptEnabled: false });

for (const path of pages) {
  test(`${path} is complete without scripts`, async ({ page }) => {
    await page.goto(path);
    const figures = page.locator('[data-widget]');
    for (const figure of await figures.all()) {
      const name = (await figure.getAttribute('id')) ?? '';
      await expect(figure.locator('.ftitle'), `title of ${name}`).toHaveText(/\S{3}/);
      const pictures = figure.locator('svg[role="img"]:visible');
      expect(await pictures.count(), `pictures in ${name}`).toBeGreaterThan(0);
      for (const picture of await pictures.all()) {
        await expect(picture, `title of a picture in ${name}`).toHaveAccessibleName(/\S{3}/);
        await expect(picture, `description of a picture in ${name}`).toHaveAccessibleDescription(/\S.{20}/);
      }
    }
  });

  test(`${path} names the seeds that its controls would show`, async ({ page }) => {
    await page.goto(path);
    for (const figure of await page.locator('[data-widget]:has(input[name="seed"])').all()) {
      await expect(figure.locator('.fig-seed')).toBeVisible();
      await expect(figure.locator('.fig-seed')).toHaveText(/\d/);
    }
  });

  test(`${path} shows no control that needs a script`, async ({ page }) => {
    await page.goto(path);
    const dead = page
      .locator('main, header, footer, aside, body > *')
      .locator('button, input, select, textarea');
    const shown = await dead
      .locator('visible=true')
      .evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 120)));
    expect(shown).toEqual([]);
  });
}
