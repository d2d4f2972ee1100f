import { readFileSync } from 'node:fs';
import { expect, type Page, readersPages, test } from '../book.ts';

const pagesWithCells = readersPages.filter((path) =>
  readFileSync(`dist${path}index.html`, 'utf8').includes('data-cell='),
);

test('chapters 1, 2 and 3 and the workshop have cells', () => {
  expect(pagesWithCells.length).toBeGreaterThanOrEqual(4);
});

/** What a cell shows: its words, and its charts to the last attribute, whose order means nothing. */
const shownBy = (page: Page, cell: string): Promise<unknown> =>
  page.locator(`[data-cell="${cell}"] .out`).evaluate((out) => {
    const seen = out.cloneNode(true) as Element;
    const charts = [...seen.querySelectorAll('.out-chart')];
    for (const [i, chart] of [...out.querySelectorAll('.out-chart')].entries())
      if (!chart.checkVisibility()) charts[i]!.remove();
    // What is inside a closed value is there from the build, and comes when it is opened after a run.
    for (const inside of seen.querySelectorAll('.out-tree > :not(summary)')) inside.remove();
    return {
      words: seen.textContent,
      drawings: [...seen.querySelectorAll('svg, svg *')].map((node) => {
        const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
        return `${node.localName} ${attributes.join(' ')}`;
      }),
    };
  });

const cellsOf = (page: Page): Promise<string[]> =>
  page.locator('[data-cell]').evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset['cell']!));

for (const path of pagesWithCells) {
  for (const width of [390, 1280]) {
    test(`every cell of ${path} shows after a run what the build had shown, ${width} px`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path, { waitUntil: 'networkidle' });
      const cells = await cellsOf(page);
      // All of them first: a cell that runs takes those along that read it.
      const baked = new Map<string, unknown>();
      for (const cell of cells) baked.set(cell, await shownBy(page, cell));
      for (const cell of cells) {
        await page.getByRole('button', { name: `Run: ${cell}.ts` }).click();
        await expect(page.locator('.cells-said')).toContainText(`${cell}.ts has run`, { timeout: 30_000 });
        expect(await shownBy(page, cell), cell).toEqual(baked.get(cell));
      }
    });
  }

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test(`every cell of ${path} shows its code and its outputs`, async ({ page }) => {
      await page.goto(path);
      const folder = await page.locator('[data-cell]').first().getAttribute('data-chapter');
      for (const cell of await cellsOf(page)) {
        const text = readFileSync(`content/${folder}/cells/${cell}.ts`, 'utf8').trimEnd();
        const root = page.locator(`[data-cell="${cell}"]`);
        const lines = await root.locator('pre .ln').allTextContents();
        expect(lines.join('\n')).toBe(text);
        await expect(root.locator('pre')).toBeVisible();
        await expect(root.locator('.out')).toHaveText(/\S/);
      }
    });
  });
}
