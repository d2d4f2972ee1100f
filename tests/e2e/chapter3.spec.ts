import type { Locator } from '@playwright/test';
import { expect, type Page, test, wake } from './book.ts';
import { finding, title } from './hands.ts';

async function live(page: Page, id: string): Promise<Locator> {
  await page.goto('/3-ideal-properties/');
  const figure = page.locator(`#${id}`);
  // What is far from the window is not laid out; the figure gets its frame before anything is asked of it.
  await figure.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await wake(figure);
  return figure;
}

/** Moves a slider as a script of the reader's would; its keys are tried elsewhere. */
const slide = (figure: Locator, name: string, value: number) =>
  figure.locator(`[name="${name}"]`).evaluate((input: HTMLInputElement, to) => {
    input.value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);

/** Words of a figure's pictures that reach out of their picture or of the window. */
const cutWords = (figure: Locator) =>
  figure.locator('.panels').evaluate((panels) =>
    [...panels.querySelectorAll('svg text')].flatMap((text) => {
      const [word, own] = [text, text.closest('svg')!].map((element) => element.getBoundingClientRect());
      const right = Math.min(own!.right, document.documentElement.clientWidth) + 2;
      const whole = word!.left >= Math.max(own!.left, 0) - 2 && word!.right <= right;
      return word!.width === 0 || whole ? [] : [text.textContent];
    }),
  );

test('the zig-zag says by keyboard whether it creeps, zig-zags or diverges', async ({ page }) => {
  const figure = await live(page, 'zig-zag');
  await expect(title(figure)).toContainText('zig-zags for 31 steps');
  const rate = figure.locator('[name="rate"]');
  await rate.press('Home');
  await expect(title(figure)).toContainText(/they creep: \d+ steps/);
  await rate.press('End');
  await expect(title(figure)).toContainText('This path never settles');
  await expect(finding(figure)).toContainText('λ₁ = 0.25 along the valley and λ₂ = 2.25 across it, κ = 9');
  await slide(figure, 'rate', 1);
  await slide(figure, 'm', 3);
  await slide(figure, 's', 0.1);
  await expect(title(figure)).toContainText('zig-zags for 6221 steps');
});

test('the cost bench keeps what this browser measured, and says for which settings', async ({ page }) => {
  const figure = await live(page, 'cost-bench');
  await expect(finding(figure)).toContainText('Recorded on the book’s machine for 65 536 shuffled');
  await figure.locator('[name="size"]').selectOption('12');
  await expect(finding(figure)).toContainText('Not recorded: 4096 numbers');
  await figure.getByRole('button', { name: 'Measure in this browser' }).click();
  const here = 'Measured in this browser for 4096 shuffled numbers of 64 bits, naive formulas.';
  await expect(finding(figure)).toContainText(here, { timeout: 40_000 });
  await figure.locator('[name="form"]').selectOption('stable');
  await expect(finding(figure)).toContainText('Not measured yet: stable formulas; press the button again.');
  await expect(finding(figure)).toContainText(here);
  await slide(figure, 'width', 16);
  await expect(title(figure)).toContainText('layer of 16 inputs');
  await expect(finding(figure)).toContainText(here);
  await figure.getByRole('button', { name: 'Show the recorded times' }).click();
  await expect(finding(figure)).toContainText('Recorded on the book’s machine');
});

test('the cost bench names what was not recorded for sorted inputs', async ({ page }) => {
  const figure = await live(page, 'cost-bench');
  await figure.locator('[name="order"]').selectOption('sorted');
  await expect(figure.locator('.panels svg text', { hasText: 'not recorded' })).toHaveCount(5);
  await figure.locator('[name="which"]').selectOption('arithmetic');
  await expect(figure.locator('.panels svg text', { hasText: 'not recorded' })).toHaveCount(0);
  await expect(finding(figure)).toContainText('for hard-swish per element');
});

test('the derivative lab tells the slopes beside a kink, in words and in the table', async ({ page }) => {
  const figure = await live(page, 'derivative-lab');
  await expect(finding(figure)).toContainText('Dual numbers 0.196612, reverse mode 0.196612');
  await slide(figure, 'x', 0);
  await expect(title(figure)).toContainText('forward and central alike');
  await figure.locator('[name="phi"]').selectOption('relu');
  await expect(finding(figure)).toContainText(
    'At 0 ReLU has slope 0 from the left and 1 from the right; the convention takes 0.',
  );
  await figure.getByText('Data', { exact: true }).click();
  await expect(figure.getByRole('row', { name: /slope from the right/ })).toContainText('1');
  await slide(figure, 'zoom', 6);
  await expect(figure.getByText('in units of 10⁻⁶')).toBeVisible();
});

test('the gradient atlas says what runs away', async ({ page }) => {
  const figure = await live(page, 'gradient-atlas');
  await figure.locator('[name="fourth"]').selectOption('squared_relu');
  await expect(title(figure)).toContainText('squared ReLU runs away', { timeout: 40_000 });
  await expect(finding(figure)).toContainText('at PyTorch ⅓ nothing is left, at Xavier 1 it blows up');
  await expect(figure).not.toContainText('undefined');
});

test('the names of four weights stand apart for a function that is flat at 0', async ({ page }) => {
  const figure = await live(page, 'unit-chain');
  await figure.locator('[name="phi"]').selectOption('relu');
  await expect(title(figure)).toContainText('ReLU');
  const tops = await figure
    .locator('[data-panel="gain"] svg text', { hasText: /^(w = |gain 1)/ })
    .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().top).sort((a, b) => a - b));
  expect(tops).toHaveLength(5);
  for (const [i, top] of tops.entries()) if (i > 0) expect(top - tops[i - 1]!).toBeGreaterThan(12);
});

/** Settings with the longest words and numbers, and what the figure then says. */
const extremes: Readonly<Record<string, (figure: Locator) => Promise<void>>> = {
  'chain-rule': async (figure) => {
    await figure.locator('[name="phi"]').selectOption('squared_relu');
    for (const name of ['x', 'w1', 'b1', 'w2', 'b2']) await slide(figure, name, 2.9);
    await expect(finding(figure)).toContainText('= 142240.66');
    await expect(figure.locator('.panels svg')).toContainText('Act′(h₁)');
  },
  'derivative-lab': async (figure) => {
    await figure.locator('[name="phi"]').selectOption('squared_relu');
    await figure.locator('[name="second"]').selectOption('hard_swish');
    await slide(figure, 'x', 8);
    await slide(figure, 'digits', 15);
    await expect(title(figure)).toContainText('squared ReLU at 8');
  },
  'draw-the-slope': async (figure) => {
    await figure.locator('[name="phi"]').selectOption('leaky_relu6_two_sided');
    await expect(title(figure)).toContainText('two-sided leaky ReLU6');
  },
};

for (const width of [320, 390, 820, 1440]) {
  for (const [id, change] of Object.entries(extremes)) {
    test(`${id} cuts no word and no number at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const figure = await live(page, id);
      await change(figure);
      expect(await cutWords(figure)).toEqual([]);
    });
  }
}
