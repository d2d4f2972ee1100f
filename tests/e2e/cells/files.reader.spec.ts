import { readFileSync } from 'node:fs';
import { expect, type Page, test } from './reader.ts';

async function download(page: Page, ending: string): Promise<{ name: string; path: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: new RegExp(`^Download: .*\\${ending}$`) }).click();
  const file = await coming;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: readFileSync(path, 'utf8') };
}

async function importFile(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

for (const ending of ['.ts', '.ipynb', '.html']) {
  test(`the chapter leaves as ${ending} and comes back, shown first and never run unasked`, async ({
    page,
    neuron,
  }) => {
    await neuron.writeAndRun('display("travelled");');
    await expect(neuron.out).toContainText('travelled');
    const { name, text } = await download(page, ending);
    expect(name).toBe(`1-what-is-an-activation${ending}`);
    expect(text).toContain('Two sensors and a bell');
    await neuron.button('Reset').click();
    await neuron.state('unchanged');
    await importFile(page, name, text);
    const panel = page.getByRole('complementary', { name: 'Code from elsewhere' });
    await expect(panel).toContainText(`${name} holds other versions of`);
    await expect(panel.locator('.cm-changedLine')).toContainText('travelled');
    await neuron.state('unchanged');
    await panel.getByRole('button', { name: 'Use this code' }).click();
    expect(await neuron.text()).toBe('display("travelled");');
    await expect(neuron.badge).toHaveText('Edited, not run');
  });
}

test('a Jupyter file carries the outputs and the headings', async ({ page, neuron }) => {
  await neuron.state('unchanged');
  const { text } = await download(page, '.ipynb');
  const file = JSON.parse(text) as {
    nbformat: number;
    cells: { cell_type: string; id: string; outputs?: unknown[] }[];
  };
  expect(file.nbformat).toBe(4);
  expect(file.cells.filter(({ cell_type }) => cell_type === 'code').map(({ id }) => id)).toEqual([
    'neuron',
    'spikes',
    'gates',
  ]);
  expect(file.cells.find(({ id }) => id === 'neuron')!.outputs).toHaveLength(3);
});

test('a file that is no notebook gets one sentence', async ({ page, neuron }) => {
  await importFile(page, 'holiday.ipynb', 'not json');
  await expect(page.locator('.cells-answer')).toContainText('not JSON');
  await importFile(page, 'holiday.png', '');
  await expect(page.locator('.cells-answer')).toContainText('cannot be imported');
  await neuron.state('unchanged');
});
