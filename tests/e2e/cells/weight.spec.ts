import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { askedScripts, chapter, expect, test } from './reader.ts';

const budget = 320 * 1024;
const bootBudget = 8 * 1024;

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

test('a page with cells loads one small script before a touch', async ({ page }) => {
  const asked = askedScripts(page);
  await page.goto(chapter, { waitUntil: 'networkidle' });
  const [script, ...others] = asked.map((name) => assets().get(name)!);
  expect(others).toEqual([]);
  expect(readFileSync(script!, 'utf8')).toMatch(/cellsAct/);
  expect(size(script!)).toBeLessThanOrEqual(bootBudget);
});
