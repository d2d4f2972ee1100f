import type { Locator } from '@playwright/test';
import { ownId } from '../../src/figure/ownFunctions.ts';
import { expect, keepOnDevice, onDevice, type Page, test, wake } from './book.ts';

const bend = { label: 'my bend', formula: 'max(0.2x, min(x, 3))' };
const wave = { label: 'my wave', formula: 'x + sin(3x)/3' };

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
  await keepOnDevice(page, [bend]);
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
  expect(await onDevice(other)).toBeNull();
  await other.context().close();
});

test('a link leaves a kept function of the same name alone', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await keepOnDevice(page, [bend]);
  await page.goto('/1-what-is-an-activation/');
  const bench = figure(page, 'NeuronBench');
  await wake(bench);
  await bench.getByLabel('Show ten functions at once').check();
  await expect(bench).toContainText('Ten functions and one of yours');
  await bench.getByLabel('Activation function φ').selectOption({ label: 'my bend' });
  const link = await copiedLink(page, bench);
  const other = await (await browser.newContext()).newPage();
  await keepOnDevice(other, [{ ...wave, label: 'my bend' }]);
  const kept = () => onDevice(other);
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
  await keepOnDevice(page, [bend, wave]);
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
  await keepOnDevice(page, [bend]);
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

test('the letters of a mistake stand on its mark', async ({ page }) => {
  await page.goto('/design/');
  await wake(page.locator('#designer'));
  await page.getByLabel('f(x) =').fill('max(0.2x, mim(x, 3))');
  const mark = page.locator('.formula-mirror mark');
  await expect(mark).toHaveText('mim');
  expect(
    await mark.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.tagName;
    }),
  ).toBe('TEXTAREA');
});

test('999 digits leave the design page as wide as it was', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/design/#designer');
  await wake(page.locator('#designer'));
  await page.getByLabel('f(x) =').fill(`${'9'.repeat(240)}x`);
  await expect(page.locator('.understood')).toContainText('99999');
  await page.getByLabel('Its name').fill('W'.repeat(24));
  await page.getByLabel('f(x) =').fill(`0.${'1'.repeat(990)}x`);
  await expect(page.locator('.understood')).toContainText('0.1111');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.locator('.shelf')).toContainText('WWW');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(page.locator('.numbers')).toHaveCount(0);
});

test('a name of 24 wide letters stays inside a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const label = 'W'.repeat(24);
  await keepOnDevice(page, [{ ...bend, label }]);
  for (const [path, widgets] of [
    ['/', ['GradientHero']],
    ['/1-what-is-an-activation/', ['NeuronBench', 'MessageRelay', 'SpikeRate']],
  ] as const) {
    await page.goto(`${path}#main`);
    for (const widget of widgets) {
      const root = figure(page, widget);
      await wake(root);
      await root
        .locator('select', { has: page.locator('optgroup') })
        .first()
        .selectOption({ label });
      await expect(root.locator('.ftitle, .fig-finding', { hasText: label }).first()).toBeVisible();
      const right = await root.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(right, widget).toBeLessThanOrEqual(0);
    }
  }
});

test('names that nobody can see, and those of the book, are refused with the right sentence', async ({
  page,
}) => {
  await page.goto('/design/');
  await wake(page.locator('#designer'));
  const sentences = {
    '\u200b': 'A name needs something that can be seen.',
    '\u3164': 'A name needs something that can be seen.',
    relu: 'The book has a function called “ReLU”; yours needs another name.',
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    await page.getByLabel('Its name').fill(name);
    await expect(page.locator('.editor-said')).toHaveText(sentence);
    await expect(page.getByRole('button', { name: 'Keep it' })).toBeDisabled();
  }
});

test('what one tab keeps, renames or deletes, another shows', async ({ page, context }) => {
  await page.goto('/1-what-is-an-activation/');
  const bench = figure(page, 'NeuronBench');
  await wake(bench);
  const options = bench.locator('optgroup option');
  await expect(options).toHaveCount(0);
  const other = await context.newPage();
  await other.goto('/design/');
  await wake(other.locator('#designer'));
  await other.getByLabel('f(x) =').fill('x^3');
  await other.getByLabel('Its name').fill('cube');
  await other.getByRole('button', { name: 'Keep it' }).click();
  await expect(options).toHaveText(['cube']);
  const picker = bench.getByLabel('Activation function φ');
  await picker.selectOption({ label: 'cube' });
  await other.getByRole('button', { name: 'Rename cube' }).click();
  await other.getByLabel('New name of cube').fill('third power');
  await other.keyboard.press('Enter');
  await expect(options).toHaveText(['third power']);
  const third = await context.newPage();
  await third.goto('/design/');
  await wake(third.locator('#designer'));
  await expect(third.locator('.shelf')).toContainText('third power');
  await other.getByRole('button', { name: 'Delete third power' }).click();
  await expect(options).toHaveCount(0);
  await expect(third.locator('.shelf')).toContainText('None is kept');
  // The figure that shows it goes on, until the reader chooses another.
  await bench.getByLabel('Bias b').press('End');
  await expect(bench.locator('.ftitle')).toContainText('third power passes on');
  await picker.selectOption({ label: 'tanh' });
  await expect(picker.locator('option', { hasText: 'third power' })).toHaveCount(0);
  await context.newPage();
});

test('a link with 80 functions brings two dozen, and says so once', async ({ page }) => {
  const many = Array.from({ length: 80 }, (_, i) => `x+${i}`).map(
    (text, i) => `fn.${ownId(text)}=${encodeURIComponent(text)}~f${i}`,
  );
  await page.goto(`/1-what-is-an-activation/?neuron-bench.b=1&${many.join('&')}#neuron-bench`);
  const bench = figure(page, 'NeuronBench');
  await expect(bench.locator('.fig-notices p')).toHaveText([
    /^24 functions came with this link: “f0”, “f1”, “f2” and 21 more\./,
    'The link brings 56 more than a page takes.',
  ]);
  await expect(bench.locator('optgroup option')).toHaveCount(24);
});
