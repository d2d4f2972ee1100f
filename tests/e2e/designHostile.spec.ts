import { expect, test, wake } from './book.ts';
import { design, field, keep, mistake, open, title } from './designPage.ts';

const refused: Readonly<Record<string, RegExp>> = {
  '': /Type a formula/,
  [`x${'+x'.repeat(5000)}`]: /too long: 10001 characters/,
  [`${'('.repeat(400)}x${')'.repeat(400)}`]: /too deep/,
  'sin(х)': /another alphabet|U\+0445/,
  'αx + 1': /Unknown name: αx/,
  'foo(x)': /Unknown name: foo/,
  'alert(1)': /Unknown name/,
  'x;window.owned=1': /Unknown character/,
  '</textarea><img src=x onerror=window.owned=1>': /Unexpected|Unknown/,
  '\u202Ex': /Unknown character: U\+202E/,
  'x +': /Unfinished formula/,
};

test('hostile text is refused with a sentence, and the page stays whole', async ({ page }) => {
  await open(page);
  for (const [text, sentence] of Object.entries(refused)) {
    await field(page).fill(text);
    await expect(mistake(page)).toContainText(sentence);
    await expect(page.getByRole('button', { name: 'Keep it' })).toBeDisabled();
  }
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  await design(page, 'tanh(x)');
  await expect(page.locator('.verdicts')).toContainText('Saturates on both sides');
});

const wild: Readonly<Record<string, RegExp>> = {
  '1/0': /has no value at x = −30/,
  '0/0': /has no value/,
  'log(-1)': /has no value/,
  '1/x': /has no value at x = 0/,
  'sqrt(x)': /has no value/,
  'tan(x)': /wild/,
  'exp(exp(x))': /has no value/,
  '7': /says the same/,
  'floor(1000x)': /no slope/,
  'sin(1000x)': /wild/,
};

test('functions that no network could use get an answer, and break no figure once kept', async ({ page }) => {
  test.slow();
  await open(page);
  for (const [i, [formula, finding]] of Object.entries(wild).entries()) {
    await design(page, formula);
    await expect(title(page)).toContainText(finding);
    await keep(page, `wild ${i}`, formula);
  }
  for (const [path, widget] of [
    ['/1-what-is-an-activation/', 'NeuronBench'],
    ['/', 'GradientHero'],
    ['/gallery/', 'GradientByDepth'],
  ] as const) {
    await page.goto(path);
    const figure = page.locator(`[data-widget="${widget}"]`);
    await wake(figure);
    const picker = figure.locator('select', { has: page.locator('option', { hasText: 'wild 0' }) }).first();
    for (const i of Object.keys(wild).keys()) {
      await picker.selectOption({ label: `wild ${i}` });
      await expect(figure.locator('.panels svg').first()).toBeVisible();
      await expect(figure).toContainText(`wild ${i} `, { timeout: 20_000 });
      const words = (await figure.innerHTML()).match(/.{0,80}(NaN|Infinity).{0,40}/g) ?? [];
      expect(words, `wild ${i} in ${widget}`).toEqual([]);
    }
  }
});

test('a formula of a thousand characters never freezes the page', async ({ page }) => {
  test.slow();
  await open(page);
  const long = Array.from({ length: 40 }, (_, i) => `sin(${i + 1}x)/(1+x^2)`)
    .join('+')
    .slice(0, 900);
  const formula = long.slice(0, long.lastIndexOf('+'));
  await page.evaluate(() => {
    const longest = { gap: 0 };
    let last = performance.now();
    const beat = (): void => {
      longest.gap = Math.max(longest.gap, performance.now() - last);
      last = performance.now();
      requestAnimationFrame(beat);
    };
    beat();
    Object.assign(window, { longest });
  });
  await field(page).fill(formula);
  await field(page).fill(`${formula}+x`);
  await field(page).fill('tanh(2x)');
  await expect(page.locator('.understood .typeset')).toContainText('tanh', { timeout: 30_000 });
  await expect(page.locator('.understood small')).toHaveCount(0, { timeout: 30_000 });
  // Every answer is the newest: nothing lands after it.
  await expect(page.locator('.verdicts')).toContainText('Saturates on both sides');
  const gap = await page.evaluate(() => (window as unknown as { longest: { gap: number } }).longest.gap);
  expect(gap).toBeLessThan(1000);
});
