import { expect, pages, test } from './book.ts';

/** What a screen reader says in place of what is drawn. */
const spoken =
  '[aria-label], [aria-valuetext], [aria-description], svg title, svg desc, [aria-live="polite"]';

for (const path of pages) {
  test(`${path} speaks no carets`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    const carets = await page
      .locator(spoken)
      .evaluateAll((all) =>
        all
          .flatMap((it) => [
            it.ariaLabel,
            it.getAttribute('aria-valuetext'),
            it.getAttribute('aria-description'),
            it.matches('title, desc, [aria-live="polite"]') ? it.textContent : '',
          ])
          .filter((text) => /\^|\d[⁰¹²³⁴-⁹⁻]/.test(text ?? '')),
      );
    expect(carets).toEqual([]);
  });

  test(`${path} says the value of a slider once`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    for (const output of await page.locator('output').all()) {
      await expect(output).toHaveAttribute('aria-live', 'off');
    }
  });

  test(`${path} names its charts by what they show`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    const names = await page
      .locator('.out-chart svg[role="img"]')
      .evaluateAll((all) => all.map((it) => it.ariaLabel ?? ''));
    expect(names.filter((name) => !/\S.{14}/.test(name))).toEqual([]);
  });
}
