import AxeBuilder from '@axe-core/playwright';
import { layOut } from '../book.ts';
import { chapter, expect, type Page, test } from './reader.ts';

/** What axe finds in these parts of the page, a line each. A frame that is busy with a cell is left alone. */
async function violations(page: Page, ...parts: readonly string[]): Promise<string[]> {
  await layOut(page);
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

// No colour depends on the width, and no size on the colours.
for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test(`axe finds nothing in any state of a cell, ${colorScheme}, ${width} px`, async ({
    page,
    neuron,
    spikes,
    gates,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await neuron.writeAndRun(
      'const a = view(Inputs.range([0, 1], { label: "a" }));\nview(Inputs.radio(["x", "y"], { label: "b" }));\ndisplay({ deep: [1, 2] });\nconsole.log("line");\ndisplay(Inputs.table([{ x: 1 }]));\ndisplay(Plot.line([1, 2]).plot());',
    );
    await neuron.state('edited');
    await expect(neuron.out.locator('svg')).toBeVisible();
    await gates.writeAndRun('const broken = nope;');
    await gates.state('failed');
    await spikes.writeAndRun('broken');
    await spikes.state('stale');
    await neuron.button('Diff').click();
    await expect(neuron.root.locator('.cm-deletedChunk')).toBeVisible();
    await page.getByRole('button', { name: 'Share your edits' }).click();
    await expect(page.locator('.cells-link')).toBeVisible();
    expect(await violations(page, '.cell', '.cells-bar')).toEqual([]);
    await spikes.writeAndRun('for (;;) ;');
    await expect(spikes.notes).toContainText('No answer');
    await spikes.notes.getByRole('button', { name: 'Allow 30 s more' }).click();
    expect(await violations(page, '[data-cell="spikes"]')).toEqual([]);
    await spikes.button('Stop').click();
    await spikes.state('stopped');
    expect(await violations(page, '[data-cell="spikes"]')).toEqual([]);
    const link = await page.locator('.cells-link input').inputValue();
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.locator('.cells-offer .cm-deletedChunk').first()).toBeVisible();
    expect(await violations(page, '.cells-offer')).toEqual([]);
  });
}

test('on a phone every button of a cell is 44 px high, elsewhere 24 px', async ({ page, neuron }) => {
  await neuron.write('1');
  for (const [width, least] of [
    [390, 44],
    [1280, 24],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    const heights = await page
      .locator('.cell button:visible, .cells-bar button:visible')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(5);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(least);
  }
});

test('no state makes the page wider than the window', async ({ page, neuron }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await neuron.writeAndRun('const veryLongName = "x".repeat(300);\ndisplay(veryLongName);\nnope');
  await neuron.state('failed');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('every cell shows its code and its outputs, and no dead button', async ({ page }) => {
    await page.goto(chapter);
    for (const cell of await page.locator('[data-cell]').all()) {
      await expect(cell.locator('pre')).toBeVisible();
      await expect(cell.locator('.ln').first()).not.toBeEmpty();
      await expect(cell.locator('.out')).not.toBeEmpty();
      await expect(cell.locator('button:visible')).toHaveCount(0);
    }
    await expect(page.locator('.cells-bar')).toBeHidden();
    const tree = page.locator('.out-tree').first();
    await tree.locator('summary').first().click();
    await expect(tree.locator('.out-key').first()).toBeVisible();
  });
});
