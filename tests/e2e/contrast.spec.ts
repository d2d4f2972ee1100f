import { expect, test } from './book.ts';

const widths = { 'no-preference': '2.25px', more: '3px' } as const;

for (const [contrast, width] of Object.entries(widths)) {
  test(`main curves are ${width} wide where a reader asks for contrast: ${contrast}`, async ({ page }) => {
    await page.emulateMedia({ contrast: contrast as keyof typeof widths });
    await page.goto('/1-what-is-an-activation/');
    const main = page.locator('.np [stroke-width="2.25"]').first();
    await expect(main).toHaveCSS('stroke-width', width);
  });
}
