import type { Browser } from '@playwright/test';

/** Photographs the landing page as a reader first sees it, on a desk. */
export async function photograph(browser: Browser, address: string, file: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
    deviceScaleFactor: 1.25,
    colorScheme: 'light',
  });
  await page.goto(`${address}/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file });
  await page.close();
  console.log(file);
}
