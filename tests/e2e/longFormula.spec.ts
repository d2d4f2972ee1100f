import { ownId } from '../../src/figure/ownFunctions.ts';
import { expect, keepOnDevice, test, wake } from './book.ts';

/** As long as a formula may be: 140 sines. */
const ripples = `x+${Array.from({ length: 140 }, (_, i) => `sin(${i + 1}x)/${i + 1}`).join('+')}`
  .slice(0, 981)
  .replace(/\+[^+]*$/, '');
const long = { label: 'ripples', formula: ripples };

for (const path of ['/1-what-is-an-activation/', '/2-why-nonlinearity/', '/3-ideal-properties/']) {
  test(`${path} answers while its figures work on a very long formula`, async ({ page }) => {
    // Chapters 2 and 3 have ten figures to choose it in.
    test.setTimeout(90_000);
    await keepOnDevice(page, [long]);
    await page.goto(path);
    const ids = await page.locator('[data-widget]').evaluateAll((all) => all.map(({ id }) => id));
    let chosen = 0;
    for (const id of ids) {
      const root = page.locator(`[id="${id}"]`);
      await wake(root);
      const picker = root.locator('.controls select', { has: page.locator('optgroup') }).first();
      if ((await picker.count()) === 0) continue;
      await picker.selectOption({ label: long.label });
      await expect(picker).toHaveValue(ownId(long.formula));
      const data = root.locator('details summary, [data-act="data"]').first();
      await data.click();
      await expect(root.locator('.fig-notices')).not.toContainText('could not');
      await data.click();
      chosen += 1;
    }
    expect(chosen).toBeGreaterThan(1);
  });
}
