import type { Locator } from '@playwright/test';
import { expect, type Page, test } from './book.ts';
import { between, boxOf, finger, live, phone } from './hands.ts';

const chapter = '/2-why-nonlinearity/';
const finding = (figure: Locator) => figure.locator('.fig-finding');
const title = (figure: Locator) => figure.locator('.ftitle');
const numberIn = async (target: Locator, pattern: RegExp): Promise<number> =>
  Number(pattern.exec((await target.textContent())!)![1]);

/** The middle of an element of a drawing on the screen. */
async function middleOf(target: Locator): Promise<[number, number]> {
  const { x, y, width, height } = (await target.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

async function dragByMouse(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
  await page.mouse.up();
}

test.describe('the pad of the collapse machine', () => {
  const pad = (figure: Locator) => figure.locator('[data-panel="pad"] svg');
  const ring = (figure: Locator) => pad(figure).locator('.grip');
  const inputs = (figure: Locator) =>
    Promise.all(['Input x₁', 'Input x₂'].map((name) => figure.getByLabel(name).inputValue().then(Number)));

  test('follows the mouse, and the answers with it', async ({ page }) => {
    const figure = await live(page, chapter, 'bend-machine');
    await boxOf(pad(figure));
    expect(await inputs(figure)).toEqual([-2, 1]);
    const [x, y] = await middleOf(ring(figure));
    const { width } = (await pad(figure).boundingBox())!;
    // A side of the square is 4 units and the picture without its margins of 40 px.
    const unit = (width - 40) / 4;
    await dragByMouse(page, [x, y], [x + 4 * unit, y - -2 * unit]);
    await expect.poll(() => inputs(figure)).toEqual([2, -1]);
    await expect(finding(figure)).toContainText('the two agree at 45');
    await expect(finding(figure)).toContainText(
      'To x = (2, −1) the layers answer (3, 4), the collapsed layer (3, 4).',
    );
    const [nx, ny] = await middleOf(ring(figure));
    expect(Math.hypot(nx - x - 4 * unit, ny - y - 2 * unit)).toBeLessThan(3);
  });

  test('is set by keyboard too', async ({ page }) => {
    const figure = await live(page, chapter, 'collapse-machine');
    await figure.getByLabel('Input x₁').focus();
    await page.keyboard.press('End');
    await figure.getByLabel('Input x₂').focus();
    await page.keyboard.press('Home');
    await expect(finding(figure)).toContainText('to x = (2, −2)');
    await figure.getByLabel('Between the layers').selectOption('relu');
    await expect(finding(figure)).toContainText(/meet \d+ patterns of units on and off/);
    await expect(finding(figure)).toContainText('W* has rank 2');
    await figure.getByLabel('Units per hidden layer').focus();
    await page.keyboard.press('Home');
    await expect(finding(figure)).toContainText('W* has rank 1: everything has to pass a single unit.');
  });

  test.describe('on a phone', () => {
    test.use(phone);

    test('lets a finger drag the ring all the way, and the page stays', async ({ page }) => {
      const figure = await live(page, chapter, 'collapse-machine');
      await boxOf(pad(figure));
      const [x, y] = await middleOf(ring(figure));
      const { y: top } = (await pad(figure).boundingBox())!;
      await finger(page, between([x + 6, y + 4], [x - 150, y + 130], 24));
      const [x1, x2] = await inputs(figure);
      expect(x1).toBeLessThan(0);
      expect(x2).toBeLessThan(-0.8);
      const [nx, ny] = await middleOf(ring(figure));
      expect(Math.hypot(nx - x + 150, ny - y - 130)).toBeLessThan(8);
      // What lies above may get another height on the way; the browser then holds the pad in its place.
      expect(Math.abs((await pad(figure).boundingBox())!.y - top)).toBeLessThan(2);
    });

    test('sends the ring where one taps, and scrolls under a finger beside it', async ({ page }) => {
      const figure = await live(page, chapter, 'collapse-machine');
      await boxOf(pad(figure));
      const before = await inputs(figure);
      const [x, y] = await middleOf(ring(figure));
      await page.touchscreen.tap(x - 120, y + 60);
      await expect.poll(() => inputs(figure)).not.toEqual(before);
      const [nx, ny] = await middleOf(ring(figure));
      expect(Math.hypot(nx - x + 120, ny - y - 60)).toBeLessThan(8);
      const tapped = await inputs(figure);
      const scrolled = await page.evaluate(() => scrollY);
      await finger(page, between([x, y + 120], [x, y - 80], 20));
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 60);
      expect(await inputs(figure)).toEqual(tapped);
    });
  });
});

test.describe('the plane', () => {
  const tally = (figure: Locator) => figure.locator('.plane-tally');
  const right = (figure: Locator) => numberIn(tally(figure), /: (\d+) of 600 right/);
  const press = (figure: Locator, act: string) => figure.locator(`[data-act="${act}"]`).click();

  test('starts at the best, moves by its sliders, and keeps the reader’s best', async ({ page }) => {
    const figure = await live(page, chapter, 'smokers');
    await expect(tally(figure)).toHaveText('Best of all planes: 399 of 600 right');
    await press(figure, 'own-plane');
    await expect(tally(figure)).toContainText(
      /^Your plane: 3[0-2]\d of 600 right; your best so far 3[0-2]\d$/,
    );
    for (const name of ['Turn its normal', 'Tilt its normal', 'Move it']) {
      const before = await tally(figure).textContent();
      const words = await finding(figure).textContent();
      await figure.getByLabel(name).focus();
      for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp');
      await expect(finding(figure)).not.toHaveText(words!);
      await expect.poll(() => right(figure)).toBeLessThan(399);
      expect(before).toContain('Your plane');
    }
    const most = await numberIn(tally(figure), /best so far (\d+)/);
    await press(figure, 'best-plane');
    await expect(tally(figure)).toHaveText(`Best of all planes: 399 of 600 right; your best so far ${most}`);
    await expect(figure.getByLabel('Move it')).toHaveValue('1.09');
  });

  test('is dragged by its line in a slice', async ({ page }) => {
    const figure = await live(page, chapter, 'smokers');
    const grip = figure.locator('.plane-grip[data-slice="1"]');
    await boxOf(figure.locator('[data-panel="slices"] svg'));
    const [x, y] = await middleOf(grip);
    await dragByMouse(page, [x, y], [x, y + 40]);
    await expect(tally(figure)).toContainText('Your plane');
    await expect.poll(async () => (await middleOf(grip))[1] - y).toBeGreaterThan(36);
    expect((await middleOf(grip))[1] - y).toBeLessThan(44);
    expect(Number(await figure.getByLabel('Move it').inputValue())).toBeLessThan(1);
    expect(await right(figure)).toBeLessThan(399);
    // Pressing beside the line moves nothing.
    const words = await tally(figure).textContent();
    await dragByMouse(page, [x, y - 10], [x + 20, y - 10]);
    expect(await tally(figure).textContent()).toBe(words);
  });

  test.describe('on a phone', () => {
    test.use(phone);
    test('is dragged by finger, and the page stays', async ({ page }) => {
      const figure = await live(page, chapter, 'smokers');
      const grip = figure.locator('.plane-grip[data-slice="2"]');
      await boxOf(figure.locator('[data-panel="slices"] svg'));
      const [x, y] = await middleOf(grip);
      const scrolled = await page.evaluate(() => scrollY);
      await finger(page, between([x, y], [x, y + 50], 20));
      await expect(tally(figure)).toContainText('Your plane');
      await expect.poll(async () => Math.abs((await middleOf(grip))[1] - y - 50)).toBeLessThan(5);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    });
  });
});

test.describe('the cloud on a phone', () => {
  test.use(phone);
  test('leaves a finger that goes up or down to the page, and tilts by buttons', async ({ page }) => {
    const figure = await live(page, chapter, 'smokers');
    const cloud = figure.getByRole('slider', { name: 'Turn the cloud' });
    const box = await boxOf(cloud);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const painted = () => cloud.locator('canvas').evaluate((it) => (it as HTMLCanvasElement).toDataURL());
    const before = await painted();
    const scrolled = await page.evaluate(() => scrollY);
    await finger(page, between([x, y + 90], [x + 4, y - 60], 20));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 40);
    await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 35°, tilted 18°');
    expect(await painted()).toBe(before);
    await expect(figure.locator('.cloud-hint')).toHaveCount(1);
    await figure.getByRole('button', { name: 'Tilt up' }).tap();
    await expect(figure.locator('.cloud-hint')).toHaveCount(0);
    await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 35°, tilted 33°');
    await figure.getByRole('button', { name: 'Tilt down' }).tap();
    await figure.getByRole('button', { name: 'Tilt down' }).tap();
    await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 35°, tilted 3°');
  });
});

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
