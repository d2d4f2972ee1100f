import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { askedScripts, chapter, expect, test } from './reader.ts';

const budget = 320 * 1024;
const bootBudget = 1024;

const size = (file: string): number => brotliCompressSync(readFileSync(file)).length;

const assets = (): Map<string, string> =>
  new Map(
    readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file.split('/').at(-1)!, `dist/${file}`]),
  );

test('one live cell, edited and run with a chart, loads at most 320 KB, and in parallel', async ({
  page,
  neuron,
}) => {
  const asked = askedScripts(page);
  await neuron.button('Edit').click();
  await expect(neuron.editor).toBeFocused();
  await neuron.writeAndRun('Plot.line([1, 2, 3]).plot()');
  await expect(neuron.out.locator('svg')).toBeVisible();
  const files = assets();
  const sizes = [...new Set(asked)]
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, size(files.get(name)!)] as const);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const table = sizes.map(([name, bytes]) => `${name} ${bytes}`).join('\n');
  test.info().annotations.push({ type: 'bytes', description: `${total}\n${table}` });
  expect(total, table).toBeLessThanOrEqual(budget);
});

test('what a page loads for its cells before a touch is a boot of a kilobyte', async ({ page }) => {
  const asked = askedScripts(page);
  await page.goto(chapter, { waitUntil: 'networkidle' });
  const files = assets();
  const boots = asked
    .map((name) => files.get(name)!)
    .filter((file) => /cellsAct/.test(readFileSync(file, 'utf8')));
  expect(boots).toHaveLength(1);
  expect(size(boots[0]!)).toBeLessThanOrEqual(bootBudget);
});
