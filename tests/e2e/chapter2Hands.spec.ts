import type { Locator } from '@playwright/test';
import { expect, type Page, test } from './book.ts';
import { between, boxOf, finding, finger, live, middleOf, phone } from './hands.ts';

const chapter = '/2-why-nonlinearity/';
const numberIn = async (target: Locator, pattern: RegExp): Promise<number> =>
  Number(pattern.exec((await target.textContent())!)![1]);

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
