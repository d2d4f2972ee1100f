import { Cell, chapter, expect, type Page, test } from './reader.ts';

/** The link that the page offers for the reader's edits. */
async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share your edits' }).click();
  return page.getByRole('textbox', { name: 'Link with your edits' }).inputValue();
}

test('Share says when there is nothing to share', async ({ page, neuron }) => {
  await neuron.state('unchanged');
  await page.getByRole('button', { name: 'Share your edits' }).click();
  await expect(page.locator('.cells-answer')).toContainText('nothing to share yet');
});

test('a shared link shows a comparison and runs nothing until the reader says so', async ({
  page,
  browser,
  baseURL,
  neuron,
}) => {
  await neuron.writeAndRun('display("foreign");');
  await expect(neuron.out).toContainText('foreign');
  const link = await share(page);
  await expect(page.locator('.cells-answer')).toContainText(/one edited cell: 0\.\d KB of at most 32 KB/);
  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await other.goto(link);
  const cell = new Cell(other, 'neuron');
  const panel = other.getByRole('complementary', { name: 'Code from elsewhere' });
  await expect(panel).toContainText('This link carries someone’s edits of neuron.ts.');
  await expect(panel.locator('.cm-changedLine')).toContainText('foreign');
  await cell.state('unchanged');
  await panel.getByRole('button', { name: 'Use this code' }).click();
  await cell.state('edited');
  await expect(cell.badge).toHaveText('Edited, not run');
  await expect(cell.out).not.toContainText('foreign');
  await expect(other.locator('iframe')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Run these cells' }).click();
  await expect(cell.out).toContainText('foreign');
  expect(other.url()).not.toContain('#cells=');
  await other.context().close();
});

test('the reader’s own edits are put aside and can be taken back', async ({ page, neuron }) => {
  await neuron.writeAndRun('display("theirs");');
  await expect(neuron.out).toContainText('theirs');
  const link = await share(page);
  await neuron.writeAndRun('display("own");');
  await expect(neuron.out).toContainText('own');
  await page.goto('about:blank');
  await page.goto(link);
  const panel = page.getByRole('complementary', { name: 'Code from elsewhere' });
  await expect(panel).toContainText('put aside');
  expect(await neuron.text()).toBe('display("own");');
  await panel.getByRole('button', { name: 'Use this code' }).click();
  expect(await neuron.text()).toBe('display("theirs");');
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await neuron.notes.getByRole('button', { name: 'Take it back' }).click();
  expect(await neuron.text()).toBe('display("own");');
});

test('Not now leaves everything as it was', async ({ page, neuron }) => {
  await neuron.writeAndRun('display(1);');
  await expect(neuron.out).toHaveText('1');
  const link = await share(page);
  await neuron.button('Reset').click();
  await neuron.state('unchanged');
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Not now' }).click();
  await neuron.state('unchanged');
  expect(page.url()).not.toContain('#cells=');
});

for (const [name, fragment, sentence] of [
  ['a damaged link', '#cells=AAAA', 'damaged'],
  ['an over-long link', `#cells=${'A'.repeat(40_000)}`, 'too long'],
] as const) {
  test(`${name} says so in one sentence and leaves the chapter intact`, async ({ page }) => {
    await page.goto(chapter + fragment);
    const panel = page.getByRole('complementary', { name: 'Code from elsewhere' });
    await expect(panel).toContainText(sentence);
    const cell = new Cell(page, 'neuron');
    await cell.state('unchanged');
    await cell.run();
    await expect(page.locator('.cells-said')).toContainText('neuron.ts has run');
  });
}

test('edits that would make an over-long link are not shared, and a sentence says what to do', async ({
  page,
  neuron,
}) => {
  // Letters without a pattern, so that nothing compresses them.
  let seed = 7;
  const letters = Array.from({ length: 50_000 }, () => {
    seed = Math.imul(seed, 1_103_515_245) + 12_345;
    return String.fromCharCode(97 + ((seed >>> 16) % 26));
  });
  await neuron.write(`// ${letters.join('')}`);
  await page.getByRole('button', { name: 'Share your edits' }).click();
  const answer = page.locator('.cells-answer');
  await expect(answer).toContainText(/These edits make a link of \d+(\.\d)? KB; 32 KB is the most/);
  await expect(answer.getByRole('textbox')).toHaveCount(0);
});

test('the edits of another page’s link are not taken', async ({ page, neuron }) => {
  await neuron.writeAndRun('display(1);');
  await expect(neuron.out).toHaveText('1');
  const link = new URL(await share(page));
  await page.goto(`/2-why-nonlinearity/${link.hash}`);
  const panel = page.getByRole('complementary', { name: 'Code from elsewhere' });
  await expect(panel).toContainText('belong to another page');
  await expect(panel.getByRole('button', { name: 'Use this code' })).toHaveCount(0);
});
