import type { Locator } from '@playwright/test';
import { expect, type Page, test, wake } from './book.ts';
import { between, finger, middleOf, phone } from './hands.ts';

const id = 'gradient-by-depth';

async function open(page: Page, settings: Record<string, string | number> = {}): Promise<Locator> {
  const query = Object.entries(settings).map(([name, value]) => `${id}.${name}=${value}`);
  await page.goto(`/3-ideal-properties/${query.length > 0 ? `?${query.join('&')}` : ''}`);
  const figure = page.locator(`#${id}`);
  await wake(figure);
  return figure;
}

const input = (figure: Locator, name: string): Locator => figure.locator(`#${id}-${name}`);
const letter = (figure: Locator, slot: string): Locator =>
  figure.locator(`[data-panel="phase"] .point-${slot}`).first();

/** The middle of a letter, brought into view. */
async function middle(of: Locator): Promise<[number, number]> {
  await of.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  return middleOf(of);
}

/** How far B is from where a move must have brought it, in pixels: A stands at the place where B was. */
const off = (figure: Locator, [dx, dy]: readonly [number, number]): Promise<number> =>
  figure.evaluate(
    (root, by) => {
      const at = (slot: string): DOMRect => root.querySelector(`.point-${slot}`)!.getBoundingClientRect();
      const [a, b] = [at('a'), at('b')];
      return Math.hypot(b.x - a.x - by[0]!, b.y - a.y - by[1]!);
    },
    [dx, dy],
  );

/** Three networks at one place: their letters are stacked. */
const stacked = { c_init: 'xavier', width: 32, seeds: 1 } as const;

test.describe('a stacked letter', () => {
  test('moves by as much as the mouse, not to where it stands', async ({ page }) => {
    const figure = await open(page, stacked);
    const [x, y] = await middle(letter(figure, 'b'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 1, y);
    await expect(input(figure, 'b_init')).toHaveValue('custom');
    await expect(input(figure, 'b_sigmaB')).toHaveValue('0');
    await page.mouse.move(x + 60, y - 50, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => off(figure, [60, -50])).toBeLessThan(6);
    await expect(input(figure, 'a_init')).toHaveValue('xavier');
  });

  test.describe('on a phone', () => {
    test.use(phone);

    test('moves by as much as the finger, and a tap changes nothing', async ({ page }) => {
      const figure = await open(page, stacked);
      const [x, y] = await middle(letter(figure, 'b'));
      await finger(page, [[x, y]]);
      await expect(input(figure, 'b_init')).toHaveValue('xavier');
      const scrolled = await page.evaluate(() => scrollY);
      await finger(page, between([x, y], [x + 60, y - 40], 10));
      await expect(input(figure, 'b_init')).toHaveValue('custom');
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
      await expect.poll(() => off(figure, [60, -40])).toBeLessThan(6);
    });
  });
});

test('looks no deeper than the last layer', async ({ page }) => {
  const figure = await open(page, { width: 32, seeds: 1 });
  const slider = figure.getByLabel('Look into layer');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(figure.locator('[data-panel="pre"] .panel-heading')).toHaveText('Pre-activations in layer 20');
  await expect(slider).toHaveValue('20');
});

test('says that it computes, and never that a picture is of other settings', async ({ page }) => {
  test.slow();
  const figure = await open(page, { width: 512, depth: 100, batch: 128, seeds: 1, count: 1 });
  await expect(figure).not.toHaveAttribute('aria-busy', { timeout: 60_000 });
  await input(figure, 'a_norm').selectOption('batchBefore');
  await expect(figure.locator('.computing')).toHaveText('Computing, 0 of 1 network');
  await expect(figure).toHaveAttribute('aria-busy', 'true');
  await expect(figure.locator('.fig-finding')).not.toContainText('BatchNorm');
  await expect(figure).toHaveAttribute('data-stale', '');
  await expect(figure).not.toHaveAttribute('aria-busy', { timeout: 90_000 });
  await expect(figure.locator('.computing')).toHaveText('');
  await expect(figure.locator('.fig-finding')).toContainText('BatchNorm before φ');
  await expect(figure).not.toHaveAttribute('data-stale');
});

test('draws no dots for networks that overflow, and says where they do', async ({ page }) => {
  const figure = await open(page, {
    count: 1,
    a_phi: 'squared_relu',
    a_init: 'custom',
    a_sigmaW: 5,
    depth: 100,
    width: 64,
    seeds: 2,
  });
  await expect(figure.locator('.ftitle')).toHaveText(/^A signal through .* leaves the range of numbers$/);
  await expect(figure.locator('.fig-finding')).toContainText(/all 2 networks overflow; layer \d+: /);
  // The one dot is the last layer, the measure of all others.
  await expect(figure.locator('[data-panel="flow"] svg circle')).toHaveCount(1);
  await expect(figure.locator('[data-panel="flow"] svg')).toContainText('overflows');
});

for (const width of [320, 390, 820, 1440]) {
  test(`keeps its words inside the window at ${width} px, with one, two and three networks`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const figure = await open(page, { b_phi: 'leaky_relu6_two_sided', c_skip: 'true', width: 32, seeds: 1 });
    for (const count of ['3', '2', '1']) {
      await input(figure, 'count').selectOption(count);
      await expect(figure.locator('[data-panel="flow"] svg').locator('visible=true')).toHaveCount(1);
      await expect.poll(async () => figure.locator('[data-panel="pre"] svg g').count()).toBe(Number(count));
      const out = await figure.locator('.panels svg text').evaluateAll((all, right) => {
        const seen = all.filter((text) => text.getClientRects().length > 0);
        return seen.filter((text) => text.getBoundingClientRect().right > right).map((t) => t.textContent);
      }, width);
      expect(out).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
