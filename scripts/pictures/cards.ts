import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { chapterPaths } from '../site/pages.ts';

/** What a picture has no use for: links and switches, notes in the margin, whatever follows the opening lines. */
const withoutTools = `
  .bar-tools, .bar nav, .bar > :not(.mark), .rail, .side, .draft, .opener ~ *, .controls { visibility: hidden !important; }
  .bar-cover { display: none !important; }
  .cover { padding-top: 36px; }
  .bar { padding-block: 20px 8px; }
  .opener { margin-top: 8px; }
`;

/**
 * Draws one picture of 1200 × 630 px per page, the page's own opening: `0.png` for the cover, `1.png` … for the
 * chapters.
 */
export async function drawCards(browser: Browser, address: string, folder: string): Promise<void> {
  for (const [number, path] of ['/', ...chapterPaths('dist')].entries()) {
    // The cover is laid out for a desk: taken at 1440 px and scaled down to the same size.
    const width = path === '/' ? 1440 : 1200;
    const page = await browser.newPage({
      viewport: { width, height: (width * 630) / 1200 },
      deviceScaleFactor: 1200 / width,
      colorScheme: 'light',
      bypassCSP: true,
    });
    const file = join(folder, `${number}.png`);
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    await page.addStyleTag({ content: withoutTools });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file });
    await page.close();
    console.log(file);
  }
}
