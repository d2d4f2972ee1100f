import { onDevice } from '../book.ts';
import { open, shown } from './ownCells.ts';
import { expect, test } from './reader.ts';

const refused: Readonly<Record<string, RegExp>> = {
  'keep("a", "x".repeat(10_000));': /formula too long: 10000 characters/,
  'keep("a", "(".repeat(400) + "x" + ")".repeat(400));': /too deep/,
  'keep("a", "foo(x)");': /unknown name: foo at 1:1/,
  'keep("a", "sin(х)");': /from another alphabet/,
  'keep("a", "x;window.owned=1");': /FormulaError/,
  'keep("a", Math.random as never);': /invalid formula: a function/,
  'keep("a", (x) => (x.v > 0 ? x : 0));': /a function that asks which number x is/,
  'keep("", "x");': /expected 1 to 24 characters/,
  'keep(new Proxy({}, { get() { while (true); } }) as never, "x");': /invalid name: an object/,
  'design.scorecard(Math.random)': /was 0\.\d+ and then 0\.\d+; expected the same answer/,
};

test('what is no function is refused under the cell', async ({ page }) => {
  test.slow();
  const { curve } = await open(page);
  for (const [text, sentence] of Object.entries(refused)) {
    await curve.writeAndRun(text);
    await expect(curve.out).toContainText(sentence);
    await curve.state('failed');
  }
  await expect(shown(curve)).toHaveCount(0);
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
});

const answered: Readonly<Record<string, RegExp>> = {
  'Math.random': /Random.*f\(.*\) was 0\.\d+, and then 0\.\d+/,
  '() => NaN': /Not defined everywhere/,
  '(x: number) => { if (x > 2) throw new Error("no luck"); return x; }': /f\(2\.\d+\) threw no luck/,
  '(x: number) => x * Math.abs(Math.sin(x))': /Defined everywhere.*Zero-centred/,
  '(x: number): number => x > 1 ? 1 / (x - 1) : 0': /One pole|Not defined/,
};

test('random, throwing and empty functions get a verdict; an endless one is stopped', async ({ page }) => {
  test.slow();
  const { judge, curve } = await open(page);
  for (const [code, verdict] of Object.entries(answered)) {
    await judge.writeAndRun(`Inputs.table(design.verdicts(${code}))`);
    await expect(judge.out).toContainText(verdict);
  }
  await judge.writeAndRun('Inputs.table(design.verdicts(() => { while (true); }))');
  await judge.state('stopped');
  await curve.run();
  await expect(page.locator('.cells-said')).toContainText('curve.ts has run');
  await page.reload();
  await expect(shown(curve)).toContainText('leaky six, rounded');
});

test('charts that are left out of what readers load say so', async ({ page }) => {
  const { judge } = await open(page);
  for (const [code, sentence] of [
    ['Plot.voronoiMesh([[0, 0], [1, 2], [3, 1]]).plot()', 'Voronoi cells are not available in a cell'],
    ['Plot.dot([[0, 1]]).plot({ projection: "mercator" })', 'maps are not available in a cell'],
  ] as const) {
    await judge.writeAndRun(code);
    await expect(judge.out).toContainText(sentence);
  }
});

test('markup of a cell cannot make the button', async ({ page }) => {
  const { curve } = await open(page);
  await curve.writeAndRun(
    'html`<div class="out-function"><button data-keep="trap" data-formula="x^3">Press</button><b data-keep="trap" data-formula="x">here</b></div>`',
  );
  await expect(curve.out).toContainText('here');
  await expect(curve.out.locator('[data-keep]')).toHaveCount(0);
  await curve.out.getByText('here').click();
  expect(await onDevice(page)).toBeNull();
});
