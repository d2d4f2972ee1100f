import type { Locator } from '@playwright/test';
import { expect, keepOnDevice, test } from './book.ts';
import { between, boxOf, finger, live, phone, title } from './hands.ts';

const [page2, page3] = ['/2-why-nonlinearity/', '/3-ideal-properties/'] as const;

test.describe('the cloud', () => {
  test('turns by mouse, by as much as the mouse moves', async ({ page }) => {
    const figure = await live(page, page2, 'smokers');
    const cloud = figure.getByRole('slider', { name: 'Turn the cloud' });
    const box = await boxOf(cloud);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y - 20, { steps: 5 });
    await page.mouse.up();
    await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 65°, tilted 8°');
    // Passing over it without a button held turns nothing.
    await page.mouse.move(x - 50, y);
    await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 65°, tilted 8°');
  });

  test.describe('on a phone', () => {
    test.use(phone);
    test('turns by finger', async ({ page }) => {
      const figure = await live(page, page2, 'smokers');
      const cloud = figure.getByRole('slider', { name: 'Turn the cloud' });
      const box = await boxOf(cloud);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await finger(page, between([x - 40, y], [x + 60, y]));
      await expect(cloud).toHaveAttribute('aria-valuetext', /^turned (7|8)\d°, tilted 18°$/);
    });
  });
});

test('each hidden layer of the smokers takes a function of its own', async ({ page }) => {
  const figure = await live(page, page2, 'smokers');
  await figure.getByLabel('Steps', { exact: true }).fill('100');
  await figure.getByLabel('Hidden layers').selectOption('2');
  await figure.getByLabel('φ of layer 1').selectOption('tanh');
  await figure.getByLabel('φ of layer 2').selectOption('gelu');
  await expect(figure.locator('.ftitle')).toContainText('3-8-8-1 network with tanh and GELU', {
    timeout: 30_000,
  });
  await expect(figure.locator('.fig-finding')).toContainText(/\d ± \d\.\d % of 2000 new people/);
});

for (const [id, change] of [
  ['smokers', 'phi1'],
  ['planar-trainer', 'phi'],
] as const) {
  test(`a run of ${id} that diverges says where and why`, async ({ page }) => {
    await keepOnDevice(page, [{ label: 'blow', formula: 'exp(x^2)' }]);
    const figure = await live(page, page2, id);
    await figure.getByLabel('Learning rate').press('End');
    await figure.locator(`[name="${change}"]`).selectOption({ label: 'blow' });
    await expect(figure.locator('.ftitle')).toHaveText(
      'The numbers outgrew the computer, and training broke off',
      { timeout: 30_000 },
    );
    await expect(figure.locator('.fig-finding')).toContainText(
      /broke off at step \d+ in layer \d: the .+ of unit \d+ is (∞|−∞|not a number)/,
    );
  });
}

test.describe('the gradient by depth', () => {
  const look = (figure: Locator) =>
    figure.locator('[data-panel="pre"] .panel-heading').locator('visible=true');
  const outline = (figure: Locator) =>
    figure
      .locator('[data-panel="pre"] svg path')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join());

  for (const [name, width] of [
    ['a wide screen', 1280],
    ['a phone', 390],
  ] as const) {
    test(`looks into the layer under the pointer, or under the slider, on ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const figure = await live(page, page3, 'gradient-by-depth');
      await expect(look(figure)).toHaveText('Pre-activations in layer 1');
      const before = await outline(figure);
      const flow = figure.locator('[data-panel="flow"] svg');
      await boxOf(flow);
      // Over the tick of layer 10, wherever this width puts it.
      const tick = (await flow.getByText('10', { exact: true }).first().boundingBox())!;
      await page.mouse.move(tick.x + tick.width / 2, tick.y - 60);
      await expect(look(figure)).toHaveText('Pre-activations in layer 10');
      expect(await outline(figure)).not.toBe(before);

      const slider = figure.getByLabel('Look into layer');
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      await expect(look(figure)).toHaveText('Pre-activations in layer 11');
      await expect(figure.locator('[data-panel="pre"] svg desc')).toContainText(/sigmoid: from −?\d/);
    });
  }

  const letter = (figure: Locator) => figure.locator('[data-panel="phase"] .point-a').first();
  const sigmoid = (figure: Locator) => figure.locator('.fig-finding');

  test('moves a letter by mouse: the weights become custom, and picture, words and numbers follow', async ({
    page,
  }) => {
    const figure = await live(page, page3, 'gradient-by-depth');
    await boxOf(figure.locator('[data-panel="phase"] svg'));
    const at = (await letter(figure).boundingBox())!;
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y - 50, { steps: 8 });
    await page.mouse.up();
    await expect(figure.locator('#gradient-by-depth-a_init')).toHaveValue('custom');
    await expect(sigmoid(figure)).toContainText('sigmoid from custom weights (σ = 1.');
    expect(Number(await figure.locator('#gradient-by-depth-a_sigmaB').inputValue())).toBeGreaterThan(0.3);
    const missed = async () => {
      const { x: left, y: top } = (await letter(figure).boundingBox())!;
      return Math.hypot(left - at.x - 60, top - at.y + 50);
    };
    await expect.poll(missed).toBeLessThan(6);
  });

  test('moves a letter by keyboard', async ({ page }) => {
    const figure = await live(page, page3, 'gradient-by-depth');
    const before = (await letter(figure).boundingBox())!;
    await figure.locator('#gradient-by-depth-a_init').selectOption('custom');
    const rates = figure.locator('[data-panel="phase"] svg desc');
    const words = await rates.textContent();
    await figure.locator('#gradient-by-depth-a_sigmaW').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('PageUp');
    await expect(rates).not.toHaveText(words!);
    await expect.poll(async () => (await letter(figure).boundingBox())!.x).toBeGreaterThan(before.x + 5);
  });

  test.describe('on a phone', () => {
    test.use(phone);
    test('moves a letter by finger, and the page stays where it is', async ({ page }) => {
      const figure = await live(page, page3, 'gradient-by-depth');
      await boxOf(figure.locator('[data-panel="phase"] svg'));
      const at = (await letter(figure).boundingBox())!;
      const [x, y] = [at.x + at.width / 2 + 12, at.y + at.height / 2 - 10];
      const scrolled = await page.evaluate(() => scrollY);
      await finger(page, between([x, y], [x + 70, y - 60]));
      await expect(sigmoid(figure)).toContainText('sigmoid from custom weights');
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    });
  });
});

test('the switch of the chain rule shows which product agrees with the finite difference', async ({
  page,
}) => {
  const figure = await live(page, page3, 'chain-rule');
  const [says, title] = [figure.locator('.fig-finding'), figure.locator('.ftitle')];
  await expect(says).toContainText('−0.5792');
  const agreed = await title.textContent();
  await figure.getByLabel('Multiply by').focus();
  await page.keyboard.press('ArrowDown');
  await expect(says).toContainText('= 1.6461. The finite difference is −0.5792.');
  await expect(title).toHaveText(
    'Without its primes the chain rule gives a number that has nothing to do with the network',
  );
  await page.keyboard.press('ArrowUp');
  await expect(title).toHaveText(agreed!);
});

test.describe('drawing a slope', () => {
  /** The places of a picture, as shares of its width and height, on a stroke near GELU’s slope. */
  const stroke = Array.from({ length: 25 }, (_, i): [number, number] => {
    const x = i / 24;
    return [0.1 + 0.72 * x, 0.62 - 0.3 / (1 + Math.exp(-14 * (x - 0.5)))];
  });
  const slopes = (figure: Locator) =>
    figure
      .locator('.handle-row input')
      .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));

  test('by mouse is scored once the derivative is shown, and not before', async ({ page }) => {
    const figure = await live(page, page3, 'draw-the-slope');
    const box = await boxOf(figure.locator('[data-panel="slope"] svg'));
    const [first, ...rest] = stroke.map(([x, y]): [number, number] => [
      box.x + x * box.width,
      box.y + y * box.height,
    ]);
    await page.mouse.move(...first!);
    await page.mouse.down();
    for (const at of rest) await page.mouse.move(...at);
    await page.mouse.up();
    expect(new Set(await slopes(figure)).size).toBeGreaterThan(6);
    await expect(title(figure)).not.toContainText('of 100');
    await figure.getByLabel('Show the derivative').check();
    await expect(title(figure)).toContainText(/Your slope of GELU scores \d+ of 100/);
    await expect(figure.locator('.fig-finding')).toContainText(/furthest off at x = /);
  });

  test('by keyboard moves the same line', async ({ page }) => {
    const figure = await live(page, page3, 'draw-the-slope');
    await figure.getByText('Set the line point by point').press('Enter');
    await figure.getByLabel('x = 4', { exact: true }).focus();
    await page.keyboard.press('End');
    await expect(figure.getByLabel('x = 4', { exact: true })).toHaveAttribute('aria-valuetext', 'slope 2.2');
    await figure.getByLabel('Show the derivative').press('Space');
    await expect(figure.locator('.fig-finding')).toContainText('furthest off at x = 4: 2.2 instead of 1');
  });

  test.describe('on a phone', () => {
    test.use(phone);
    test('by finger draws and does not scroll', async ({ page }) => {
      const figure = await live(page, page3, 'draw-the-slope');
      const box = await boxOf(figure.locator('[data-panel="slope"] svg'));
      const scrolled = await page.evaluate(() => scrollY);
      await finger(
        page,
        stroke.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const),
      );
      expect(new Set(await slopes(figure)).size).toBeGreaterThan(6);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    });
  });
});
