import type { Locator } from '@playwright/test';
import { expect, test } from './book.ts';
import { finding, live, title } from './hands.ts';

const chapter = '/2-why-nonlinearity/';

test.describe('training', () => {
  test('counts no step beyond the last', async ({ page }) => {
    const figure = await live(page, chapter, 'planar-trainer');
    await expect(figure.locator('.player-step')).toHaveText('Step 1500 of 1500');
    await figure.locator('[data-act="step"]').click();
    await expect(figure.locator('.player-step')).toHaveText('Step 1 of 1500');
    await expect(title(figure)).not.toContainText('Before training');
  });

  test('says how many runs broke off, once, and that a lone run stopped', async ({ page }) => {
    const figure = await live(page, chapter, 'smokers');
    await figure.getByLabel('Hidden layers').selectOption('2');
    for (const phi of ['φ of layer 1', 'φ of layer 2'])
      await figure.getByLabel(phi).selectOption('squared_relu');
    await figure.getByLabel('Learning rate').press('End');
    await figure.getByLabel('Momentum').press('End');
    const loss = figure.locator('[data-panel="loss"] svg');
    await expect(loss.getByText(/broke off/)).toHaveText(/^\d of 5 broke off, first at step \d+$/, {
      timeout: 30_000,
    });
    await expect(finding(figure)).toContainText(/\d of 5 random starts; \d broke off\)/);
    await figure.getByLabel('Random starts').press('Home');
    await expect(finding(figure)).toContainText(/^Training stopped at step \d+\. Just before: /, {
      timeout: 30_000,
    });
    await expect(figure.locator('.player-step')).toHaveText(/^Stopped at step \d+ of 1500$/);
  });
});

test('the strip folds, unfolds and gives way to random weights by keyboard', async ({ page }) => {
  const figure = await live(page, chapter, 'paper-strip');
  await expect(title(figure)).toHaveText('3 folds, 6 units, 8 straight pieces');
  await figure.getByLabel('Folds k').focus();
  await page.keyboard.press('ArrowRight');
  await expect(title(figure)).toHaveText('4 folds, 8 units, 16 straight pieces');
  await expect(figure.locator('[data-panel="graph"] svg circle')).toHaveCount(16);
  await figure.getByLabel('Unfold into one layer').press('Space');
  await expect(title(figure)).toContainText('16 pieces take 16 units');
  await figure.getByLabel('Folds k').press('End');
  await expect(figure.locator('[data-panel="paper"] .axis-note')).toContainText(
    '256 holes are too many to draw',
  );
  await figure.getByLabel('Network').selectOption('random');
  await expect(title(figure)).toContainText(/24 units in 3 layers give \d+ pieces/);
  const words = await title(figure).textContent();
  await figure.getByRole('button', { name: 'New seed' }).click();
  await expect(title(figure)).not.toHaveText(words!);
});

test('the signal follows variance, depth and width', async ({ page }) => {
  const figure = await live(page, chapter, 'range-runaway');
  const described = figure.locator('[data-panel="range"] svg desc');
  await figure.getByLabel('Units per layer').selectOption('64');
  await figure.getByLabel('Layers', { exact: true }).press('End');
  await expect(described).toContainText('layers 1 to 100');
  await expect(described).toContainText(/width 64 .*The dots leave the lines of the theory: ReLU/);
  await figure.getByLabel('Activation function φ').selectOption('tanh');
  await figure.getByLabel('Weight variance × fan-in').press('Home');
  await expect(title(figure)).toContainText(
    'Tanh is bounded, and at weight variance 0.1/fan-in its signal dies out',
  );
  await figure.getByLabel('Number format').selectOption('float32');
  await expect(finding(figure)).toContainText('In float32');
});

test('a link brings back what was set, in each figure of the chapter', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const changes: readonly (readonly [id: string, change: (figure: Locator) => Promise<unknown>])[] = [
    ['collapse-machine', (figure) => figure.getByLabel('Between the layers').selectOption('tanh')],
    ['smokers', (figure) => figure.locator('[data-act="own-plane"]').click()],
    ['planar-trainer', (figure) => figure.getByLabel('Points', { exact: true }).selectOption('moons')],
    ['paper-strip', (figure) => figure.getByLabel('Folds k').press('End')],
    ['range-runaway', (figure) => figure.getByLabel('Units per layer').selectOption('64')],
  ];
  for (const [id, change] of changes) {
    const figure = await live(page, chapter, id);
    const look = async () => [await title(figure).textContent(), await finding(figure).textContent()];
    const usual = await look();
    await change(figure);
    await expect.poll(look).not.toEqual(usual);
    const moved = await look();
    await figure.getByRole('button', { name: 'Copy link' }).click();
    // The link is made after the click.
    await expect(figure.getByRole('button', { name: 'Copied' })).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto(link);
    await expect(figure).toHaveAttribute('data-live', '');
    await expect.poll(look, id).toEqual(moved);
  }
});
