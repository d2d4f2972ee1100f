import { ownKey } from '../../../src/figure/ownIds.ts';
import { onDevice, wake } from '../book.ts';
import { keepButton, open, shown, value } from './ownCells.ts';
import { Cell, expect, type Page, test } from './reader.ts';

/** A cell's code that puts a function into a network by its name. */
const netOf = (name: string): string =>
  `new network.Network(network.mlp({ sizes: [2, 3, 1], activation: activations.findActivation('${name}') })).layers[0].activation.f(-1)`;

const bend = 'const phi = keep("cell bend", "max(0.2x, min(x, 3))");\ndisplay(phi.df(-1));';

test('a reader edits the cell, reads the verdicts, keeps the function and finds it in chapter 3', async ({
  page,
}) => {
  test.slow();
  const { curve, judge } = await open(page);
  await expect(shown(curve)).toContainText('leaky six, rounded');
  await curve.writeAndRun(bend);
  await expect(shown(curve)).toContainText('max(0.2x, min(x, 3))');
  await expect(curve.out.locator('.out-value')).toHaveText('0.2');
  await expect(judge.out).toContainText('The slope jumps at x = 0 from 0.2 to 1 and at x = 3 from 1 to 0.');
  expect(await onDevice(page)).toBeNull();

  await expect(keepButton(curve)).toHaveText('Keep in the whole book');
  await keepButton(curve).press('Enter');
  await expect(keepButton(curve)).toHaveText('Kept');
  await expect(keepButton(curve)).toBeFocused();
  await expect(shown(curve).getByRole('status')).toContainText('“cell bend” now stands in every picker');
  await expect(page.locator('.shelf')).toContainText('cell bend');

  await page.goto('/3-ideal-properties/');
  const chain = page.locator('[data-widget="UnitChain"]').first();
  await wake(chain);
  const picker = chain.getByLabel('Activation function φ');
  await picker.selectOption({ label: 'cell bend' });
  await expect(chain).toContainText('cell bend');
  await page.reload();
  await wake(chain);
  await expect(picker.locator('option', { hasText: 'cell bend' })).toHaveCount(1);

  const again = await open(page);
  await again.curve.state('edited');
  await again.curve.run();
  await expect(shown(again.curve)).toContainText('cell bend');
  await expect(keepButton(again.curve)).toHaveText('Kept');
  await page.getByRole('button', { name: 'Delete cell bend' }).click();
  await expect(keepButton(again.curve)).toHaveText('Keep in the whole book');
  expect(await onDevice(page)).toBe('[]');
});

test('a reader keeps a function of dual numbers as the formula of its operations', async ({ page }) => {
  test.slow();
  const { curve } = await open(page);
  await curve.writeAndRun('keep("dual bend", (x) => dual.max(dual.mul(0.2, x), dual.min(x, 3)));');
  await expect(shown(curve)).toContainText('max(0.2 * x, min(x, 3))');
  await keepButton(curve).click();
  await expect(keepButton(curve)).toHaveText('Kept');
  const tune = new Cell(page, 'tune');
  await keepButton(tune).click();
  await expect(keepButton(tune)).toHaveText('Kept');

  await page.goto('/3-ideal-properties/');
  const chain = page.locator('[data-widget="UnitChain"]').first();
  await wake(chain);
  const picker = chain.getByLabel('Activation function φ');
  await expect(picker.locator('option', { hasText: 'tuned Swish' })).toHaveCount(1);
  await picker.selectOption({ label: 'dual bend' });
  await expect(chain).toContainText('dual bend');
});

test('a cell of any page finds by its name what was kept, from the next run on', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const { curve, judge } = await open(page);
  await judge.writeAndRun(netOf('cell bend'));
  await expect(judge.out).toContainText('invalid function: cell bend; expected the name of a function');
  await curve.writeAndRun(bend);
  await keepButton(curve).click();
  await expect(shown(curve).getByRole('status')).toContainText('findActivation("cell bend")');
  await judge.run();
  await expect(value(judge, /^-0\.2$/)).toHaveCount(1);

  await page.goto('/1-what-is-an-activation/');
  const neuron = new Cell(page, 'neuron');
  await neuron.writeAndRun(netOf('cell bend'));
  await expect(value(neuron, /^-0\.2$/)).toHaveCount(1);
  await page.getByRole('button', { name: 'Share your edits' }).click();
  const link = await page.getByRole('textbox', { name: 'Link with your edits' }).inputValue();

  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await other.goto(link);
  const panel = other.getByRole('complementary', { name: 'Code from elsewhere' });
  await expect(panel).toContainText('It brings the function “cell bend”');
  await panel.getByRole('button', { name: 'Use this code' }).click();
  await panel.getByRole('button', { name: 'Run these cells' }).click();
  await expect(value(new Cell(other, 'neuron'), /^-0\.2$/)).toHaveCount(1);
  expect(await onDevice(other)).toBeNull();
  await other.context().close();
});

test('the button works before anything of the page is awake', async ({ page }) => {
  const { curve } = await open(page);
  await keepButton(curve).click();
  await expect(keepButton(curve)).toHaveText('Kept');
  await expect(page.locator('.shelf')).toContainText('leaky six, rounded');
  await page.reload();
  await expect(keepButton(curve)).toHaveText('Kept');
  await page.getByRole('button', { name: 'Delete leaky six, rounded' }).click();
  await expect(keepButton(curve)).toHaveText('Keep in the whole book');
});

test('a second function of the same name is refused with a sentence', async ({ page }) => {
  const { curve } = await open(page);
  await keepButton(curve).click();
  await curve.writeAndRun('keep("leaky six, rounded", "x^3");');
  await expect(shown(curve)).toContainText('x^3');
  await keepButton(curve).click();
  await expect(shown(curve).getByRole('status')).toContainText(
    'Not kept: there is already a function called',
  );
  await expect(keepButton(curve)).toHaveText('Keep in the whole book');
});

test('what a link brings keeps nothing, even when it runs', async ({ page, browser, baseURL }) => {
  const { curve } = await open(page);
  await curve.writeAndRun(bend);
  await expect(shown(curve)).toContainText('cell bend');
  await page.getByRole('button', { name: 'Share your edits' }).click();
  const link = await page.getByRole('textbox', { name: 'Link with your edits' }).inputValue();
  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await other.goto(link);
  const panel = other.getByRole('complementary', { name: 'Code from elsewhere' });
  await panel.getByRole('button', { name: 'Use this code' }).click();
  await panel.getByRole('button', { name: 'Run these cells' }).click();
  const theirs = new Cell(other, 'curve');
  await expect(shown(theirs)).toContainText('cell bend');
  expect(await onDevice(other)).toBeNull();
  await keepButton(theirs).click();
  await expect(keepButton(theirs)).toHaveText('Kept');
  await other.context().close();
});

/** A link to the page with the edited cell `curve`, as Share writes it, and functions that it is to bring. */
async function linkWith(page: Page, own: readonly (readonly [string, string])[]): Promise<string> {
  const fragment = await page.evaluate(async (functions) => {
    const rows = [['curve', '0'.repeat(16), 'keep("theirs", "x^3");']];
    const text = JSON.stringify([1, 'design', rows, functions]);
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    const letters = btoa(String.fromCharCode(...bytes));
    return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  }, own);
  return `/design/#cells=${fragment}`;
}

test('a link brings what was kept from its cells, and the figures use it for that visit', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const { curve } = await open(page);
  await curve.writeAndRun(bend);
  await expect(shown(curve)).toContainText('cell bend');
  await keepButton(curve).click();
  await expect(keepButton(curve)).toHaveText('Kept');
  await page.getByRole('button', { name: 'Share your edits' }).click();
  await expect(page.locator('.cells-answer')).toContainText('what you have kept: “cell bend”');
  const link = await page.getByRole('textbox', { name: 'Link with your edits' }).inputValue();

  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await other.goto('/design/');
  const mine = JSON.stringify([{ label: 'cell bend', formula: 'x^3' }]);
  await other.evaluate(([name, list]) => localStorage.setItem(name!, list!), [ownKey, mine]);
  await other.goto('about:blank');
  await other.goto(link);
  const panel = other.getByRole('complementary', { name: 'Code from elsewhere' });
  await expect(panel).toContainText('It brings the function “cell bend”, f(x) = max(0.2x, min(x, 3)).');
  const picker = other.locator('#designer').getByLabel('Compare with');
  await wake(other.locator('#designer'));
  await expect(picker.locator('option', { hasText: 'from a link' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Use this code' }).click();
  await picker.selectOption({ label: 'cell bend (from a link)' });
  await expect(other.locator('.score thead')).toContainText('cell bend (from a link)');
  await expect(picker.locator('option', { hasText: /^cell bend$/ })).toHaveCount(1);
  expect(await onDevice(other)).toBe(mine);
  await other.context().close();
});

test('a function of a link that cannot be read says so, and the code is still there', async ({ page }) => {
  await page.goto('/404.html');
  const link = await linkWith(page, [
    ['broken', 'mim(x, 1)'],
    ['', 'x^5'],
  ]);
  await page.goto(link);
  const panel = page.getByRole('complementary', { name: 'Code from elsewhere' });
  await expect(panel).toContainText(
    'The function “broken” that this link brings cannot be used: unknown name: mim',
  );
  await expect(panel).toContainText('cannot be used: invalid name');
  await panel.getByRole('button', { name: 'Use this code' }).click();
  expect(await new Cell(page, 'curve').text()).toBe('keep("theirs", "x^3");');
});
