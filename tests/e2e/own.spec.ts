import type { Locator } from '@playwright/test';
import { expect, type Page, test, wake } from './book.ts';

const key = 'nonlinear/functions';
const bend = { label: 'my bend', formula: 'max(0.2x, min(x, 3))' };
const wave = { label: 'my wave', formula: 'x + sin(3x)/3' };

/** A device on which these functions are kept. */
async function keep(page: Page, functions: readonly (typeof bend)[]): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(([name, list]) => localStorage.setItem(name!, list!), [key, JSON.stringify(functions)]);
}

const figure = (page: Page, widget: string): Locator => page.locator(`[data-widget="${widget}"]`).first();

async function copiedLink(page: Page, root: Locator): Promise<string> {
  await root.getByRole('button', { name: 'Copy link' }).click();
  await expect(root.locator('[data-act="link"]')).toHaveText('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('the cost bench shows a kept function, measures it and brings it along in a link', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await keep(page, [bend]);
  await page.goto('/3-ideal-properties/');
  const bench = figure(page, 'CostBench');
  await wake(bench);
  await expect(bench.locator('.panels svg')).toContainText('yours: not measured yet');
  await expect(bench.locator('.fig-finding')).toContainText(
    'Not measured yet: “my bend”; the button does it.',
  );
  const link = await copiedLink(page, bench);
  await bench.getByRole('button', { name: 'Measure in this browser' }).click();
  await expect(bench.locator('.fig-finding')).toContainText(
    '“my bend” ran as WebAssembly made from the formula',
    {
      timeout: 60_000,
    },
  );
  await expect(bench.locator('.panels svg')).not.toContainText('not measured');

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  const theirs = figure(other, 'CostBench');
  await expect(theirs).toHaveAttribute('data-live', '');
  await expect(theirs.locator('.panels svg')).toContainText('my bend');
  await expect(theirs.locator('.fig-notices')).toContainText(
    '“my bend” came with this link: f(x) = max(0.2x, min(x, 3)).',
  );
  expect(await other.evaluate((name) => localStorage.getItem(name), key)).toBeNull();
  await other.context().close();
});

test('a link leaves a kept function of the same name alone', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await keep(page, [bend]);
  await page.goto('/1-what-is-an-activation/');
  const bench = figure(page, 'NeuronBench');
  await wake(bench);
  await bench.getByLabel('Show ten functions at once').check();
  await expect(bench).toContainText('Ten functions and one of yours');
  await bench.getByLabel('Activation function φ').selectOption({ label: 'my bend' });
  const link = await copiedLink(page, bench);
  const other = await (await browser.newContext()).newPage();
  await keep(other, [{ ...wave, label: 'my bend' }]);
  const kept = () => other.evaluate((name) => localStorage.getItem(name), key);
  const before = await kept();
  await other.goto(link);
  await expect(figure(other, 'NeuronBench').locator('.ftitle')).toContainText(
    'my bend (from a link) passes on',
  );
  const options = figure(other, 'NeuronBench').locator('optgroup option');
  await expect(options).toHaveText(['my bend', 'my bend (from a link)']);
  expect(await kept()).toBe(before);
  await other.context().close();
});

test('random networks fold with a kept function, and say when there are no pieces', async ({ page }) => {
  await keep(page, [bend, wave]);
  await page.goto('/2-why-nonlinearity/');
  const folding = figure(page, 'Folding');
  await wake(folding);
  await folding.getByLabel('Network').selectOption('random');
  const picker = folding.getByLabel('Function φ of the units');
  await picker.selectOption({ label: 'my bend' });
  await expect(folding.locator('.ftitle')).toContainText(/24 “my bend” units in 3 layers give \d+ pieces/);
  await picker.selectOption({ label: 'my wave' });
  await expect(folding.locator('.fig-finding')).toContainText(
    'no straight pieces to count, since “my wave” is curved',
  );
});

test('every figure that shows functions unasked shows the reader’s', async ({ page }) => {
  await keep(page, [bend]);
  await page.goto('/1-what-is-an-activation/');
  const rate = figure(page, 'SpikeRate');
  await wake(rate);
  await expect(rate.locator('.panels')).toContainText('my bend');
  await page.goto('/3-ideal-properties/');
  const zigzag = figure(page, 'ZigZag');
  await wake(zigzag);
  await zigzag.getByLabel('Show').selectOption('functions');
  await expect(zigzag.locator('.panels')).toContainText('my bend');
});
