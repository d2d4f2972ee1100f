import type { Locator } from '@playwright/test';
import { ownId } from '../../src/figure/ownFunctions.ts';
import { expect, keepOnDevice, test, wake } from './book.ts';

const chapters = ['/2-why-nonlinearity/', '/3-ideal-properties/'] as const;

/** What no network could use, kept all the same: no value anywhere, overflow, a thousand jumps, poles. */
const wild = ['0/0', 'exp(exp(x))', 'floor(1000x)', 'tan(x)'].map((formula, i) => ({
  label: `wild ${i}`,
  formula,
}));

for (const path of chapters) {
  test(`no figure of ${path} breaks over functions that no network could use`, async ({ page }) => {
    test.setTimeout(240_000);
    await keepOnDevice(page, wild);
    await page.goto(path);
    const figures = page.locator('figure[data-widget]:has(.controls)');
    const ids = await figures.evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(4);
    let tried = 0;
    for (const id of ids) {
      const figure = page.locator(`[id="${id}"]`);
      await wake(figure);
      const pickers = figure.locator('select:visible', {
        has: page.locator('option', { hasText: 'wild 0' }),
      });
      if ((await pickers.count()) === 0) continue;
      for (const { label } of wild) {
        await pickers.first().selectOption({ label });
        await expect(figure, `${label} in ${id}`).toContainText(label, { timeout: 40_000 });
        await expect(figure.locator('.panels svg').first()).toBeVisible();
        await expect
          .poll(async () => (await figure.innerHTML()).match(/.{0,60}(NaN|Infinity|\[object).{0,30}/g) ?? [])
          .toEqual([]);
        tried += 1;
      }
      await figure.locator('[data-act="reset"]').click();
    }
    expect(tried).toBeGreaterThan(15);
    // They are still kept, and the page opens as ever.
    await page.reload();
    await wake(page.locator(`[id="${ids[0]}"]`));
    await expect(page.locator(`[id="${ids[0]}"] .panels svg:visible`).first()).toBeVisible();
  });
}

/** Larger than what SVG can draw, at once or once a slider is moved; the browser writes an error for each. */
const enormous = ['1e38x', '1e308x', 'exp(x^2)', 'x^99'].map((formula) => ({
  label: `wild ${formula}`,
  formula,
}));

/** Moves every slider of a figure to both ends, a frame for each, and all of them back. */
const swing = (figure: Locator): Promise<void> =>
  figure.evaluate(async (root) => {
    const sliders = [...root.querySelectorAll<HTMLInputElement>('.controls input[type="range"]')];
    const move = (slider: HTMLInputElement, to: string): void => {
      slider.value = to;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const before = sliders.map(({ value }) => value);
    for (const slider of sliders) {
      for (const end of [slider.min, slider.max]) {
        move(slider, end);
        await new Promise(requestAnimationFrame);
      }
    }
    for (const [i, slider] of sliders.entries()) move(slider, before[i]!);
    await new Promise(requestAnimationFrame);
  });

for (const path of ['/', '/1-what-is-an-activation/', ...chapters]) {
  test(`${path} draws enormous functions without a word on the console`, async ({ page }) => {
    test.slow();
    await keepOnDevice(page, enormous);
    await page.goto(path);
    const ids = await page.locator('[data-widget]').evaluateAll((all) => all.map(({ id }) => id));
    let chosen = 0;
    for (const id of ids) {
      const figure = page.locator(`[id="${id}"]`);
      await wake(figure);
      const picker = figure.locator('.controls select', { has: page.locator('optgroup') }).first();
      if ((await picker.count()) === 0) await swing(figure);
      else {
        for (const { label } of enormous) {
          await picker.selectOption({ label });
          await swing(figure);
          chosen += 1;
        }
      }
      await expect(figure.locator('.panels svg').first()).toBeVisible();
    }
    expect(chosen).toBeGreaterThan(3);
  });
}

test('a link that brings an enormous function is drawn on arrival', async ({ page }) => {
  const id = ownId('1e308x');
  await page.goto(`/1-what-is-an-activation/?neuron-bench.phi=${id}&fn.${id}=1e308x~huge#neuron-bench`);
  await expect(page.locator('#neuron-bench .ftitle')).toContainText('huge passes on');
});

const spoilt: Readonly<Record<string, string>> = {
  'no JSON': '{"label":',
  'another shape': '{"a":[1,2],"label":7}',
  'formulas that cannot be read': JSON.stringify([{ label: 'x', formula: 'foo(x' }, null, 5, { label: {} }]),
  'a formula of a million characters': JSON.stringify([{ label: 'long', formula: 'x'.repeat(1_000_000) }]),
  'a name made of markup': JSON.stringify([{ label: '<img src=x onerror=owned=1>', formula: 'tanh(x)' }]),
};

for (const [what, text] of Object.entries(spoilt)) {
  test(`the book opens over a shelf of ${what}`, async ({ page }) => {
    await keepOnDevice(page, text);
    await page.goto('/2-why-nonlinearity/');
    const strip = page.locator('#range-runaway');
    await wake(strip);
    await strip.getByLabel('Activation function φ').selectOption({ label: 'GELU' });
    await expect(strip.locator('.ftitle')).toContainText('GELU');
    await page.goto('/design/');
    await wake(page.locator('#designer'));
    await page.getByLabel('f(x) =').fill('tanh(2x)');
    await page.getByLabel('Its name').fill('after all');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(page.locator('.editor-said')).toContainText('Kept.');
    await page.reload();
    await wake(page.locator('#designer'));
    await expect(page.locator('.shelf')).toContainText('after all');
    expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  });
}
