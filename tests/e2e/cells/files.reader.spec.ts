import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
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

interface Jupyter {
  readonly cells: {
    readonly cell_type: string;
    readonly id: string;
    readonly source: readonly string[];
    readonly outputs?: readonly { output_type: string; data?: Record<string, string[]> }[];
  }[];
}

/** nbformat's own schema, whose dialect is older than the checker's in name only. */
const { $schema: _, ...schema } = JSON.parse(readFileSync('reference/nbformat.v4.5.schema.json', 'utf8'));
const isJupyter = new Ajv({ strict: false }).compile<Jupyter>(schema);

async function downloadJupyter(page: Page): Promise<Jupyter> {
  const file: unknown = JSON.parse((await download(page, '.ipynb')).text);
  if (!isJupyter(file)) throw new Error(JSON.stringify(isJupyter.errors));
  return file;
}

test('a Jupyter file carries the outputs and the headings', async ({ page, neuron }) => {
  await neuron.state('unchanged');
  const file = await downloadJupyter(page);
  expect(file.cells[0]!.source.join('')).toMatch(/^# What is an activation function\?\n\nhttp/);
  const sections = await page.locator('main h2[id]').count();
  expect(file.cells.filter(({ source }) => /^## \S/.test(source.join('')))).toHaveLength(sections);
  expect(file.cells.filter(({ cell_type }) => cell_type === 'code').map(({ id }) => id)).toEqual([
    'neuron',
    'spikes',
    'gates',
  ]);
  expect(file.cells.find(({ id }) => id === 'neuron')!.outputs).toHaveLength(3);
});

test('a Jupyter file carries charts that stand alone, console lines and errors', async ({
  page,
  neuron,
  spikes,
  gates,
}) => {
  await neuron.writeAndRun(
    'console.warn("careful");\ndisplay(Plot.line([1, 3, 2], { stroke: "var(--fn-relu)" }).plot());',
  );
  await expect(neuron.out.locator('svg')).toBeVisible();
  await spikes.writeAndRun(
    'Plot.plot({ marks: [Plot.dot([1, 2], { fill: (d) => `kind ${d}` })], color: { legend: true } })',
  );
  await expect(spikes.out.locator('figure svg').first()).toBeVisible();
  await gates.writeAndRun('null.x');
  await gates.state('failed');
  const { cells } = await downloadJupyter(page);
  const outputs = (id: string) => cells.find((cell) => cell.id === id)!.outputs!;
  const chart = outputs('neuron')[0]!.data!['image/svg+xml']!.join('');
  expect(chart).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(chart).toMatch(/stroke="#[0-9a-f]{6}"/);
  expect(chart).not.toContain('var(');
  expect(outputs('spikes')[0]!.data!['text/html']!.join('')).toMatch(/^<figure.*kind 1.*<svg/s);
  expect(outputs('neuron')[1]).toEqual({ output_type: 'stream', name: 'stderr', text: ['careful\n'] });
  expect(outputs('gates').at(-1)).toMatchObject({ output_type: 'error', ename: 'TypeError' });
});

test('a file that is no notebook gets one sentence', async ({ page, neuron }) => {
  await importFile(page, 'holiday.ipynb', 'not json');
  await expect(page.locator('.cells-answer')).toContainText('not JSON');
  await importFile(page, 'holiday.png', '');
  await expect(page.locator('.cells-answer')).toContainText('cannot be imported');
  await neuron.state('unchanged');
});
