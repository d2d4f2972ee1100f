/**
 * Plays every network that trains in chapter 2, each speed in turn, in headless Chromium and prints how many frames a second
 * the page draws meanwhile. A headless screen has 60.
 *
 * `node bench/frames.ts [FOLDER of a built book]`.
 */
import { availableParallelism, loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { quantile, withBook } from './book.ts';

const seconds = 4;

await withBook(async (browser, origin) => {
  for (const width of [1440, 390]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${origin}/2-why-nonlinearity/`, { waitUntil: 'networkidle' });
    const players = await page
      .locator('[data-widget]:has(.player)')
      .evaluateAll((all) => all.map((it) => it.id));
    for (const id of players) await measurePlayer(page, id, width);
    await page.close();
  }
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}; bar: 55 frames a second`);
});

async function measurePlayer(page: Page, id: string, width: number): Promise<void> {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('[data-act="play"]').focus();
  await page.locator(`#${id}[data-live]`).waitFor();
  const speeds = await figure.getByLabel('Speed').locator('option').allTextContents();
  for (const speed of speeds) {
    await figure.getByLabel('Speed').selectOption({ label: speed });
    await figure.locator('[data-act="restart"]').press('Enter');
    await figure.locator('[data-act="play"]').press('Enter');
    const gaps = await frameGaps(page);
    const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
    console.log(
      `${id.padEnd(16)} ${String(width).padStart(4)} px  ${speed.padEnd(20)} ${rate.toFixed(1)} frames/s  p95 ${quantile(gaps, 0.95).toFixed(1)} ms`,
    );
  }
}

/** Times between frames while the page is left alone. */
function frameGaps(page: Page): Promise<number[]> {
  return page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        let last = performance.now();
        const end = last + ms;
        const frame = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (now < end) requestAnimationFrame(frame);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(frame);
      }),
    seconds * 1000,
  );
}
