import { brotliCompressSync } from 'node:zlib';
import { expect, readersPages, test } from './book.ts';

const budget = 20 * 1024;

for (const path of readersPages) {
  test(`${path} loads at most 20 KB of script before the first touch`, async ({ page }) => {
    const scripts: Promise<number>[] = [];
    const others: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      const list = request.resourceType() === 'script' ? scripts : others;
      list.push(request.sizes().then((sizes) => sizes.responseBodySize));
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const inline = await page
      .locator('script:not([src]):not([type="application/ld+json"])')
      .allTextContents();
    const written = brotliCompressSync(inline.join('\n')).length;
    const loaded = sum(await Promise.all(scripts));
    const rest = sum(await Promise.all(others));
    test.info().annotations.push({
      type: 'bytes',
      description: `${path} scripts ${loaded + written}, the rest ${rest}`,
    });
    expect(loaded + written).toBeLessThanOrEqual(budget);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
