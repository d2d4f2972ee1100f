import { existsSync, readFileSync } from 'node:fs';
import { expect, type Page, test, wake } from './book.ts';

const file = 'dist/gallery/index.html';
const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
const figures = [...html.matchAll(/<figure\b[^>]*\bdata-widget=[^>]*>/g)].map(([tag]) => tag);
const ids = figures.map((tag) => /\bid="([^"]+)"/.exec(tag)?.[1] ?? '');

test('the gallery shows figures', () => {
  expect(ids.length).toBeGreaterThan(0);
});

for (const id of ids) {
  const figureOf = (page: Page) => page.locator(`[id="${id}"]`);

  test(`${id} moves by keyboard and comes back with Reset, the same picture as in the build`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`/gallery/#${id}`);
    const figure = figureOf(page);
    const fixed = await picture(figure);
    await wake(figure);
    const usual = await read(figure);
    const control = figure.locator('.controls').locator('input, select').first();
    test.skip((await control.count()) === 0, 'no control of the common kinds');
    await control.focus();
    await move(page, control);
    await expect.poll(() => read(figure)).not.toEqual(usual);
    const reset = figure.locator('[data-act="reset"]');
    await expect(reset).toBeEnabled();
    await reset.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => read(figure)).toEqual(usual);
    await expect(figure.locator('.panels .baked')).toHaveCount(0);
    // Figures that compute in a worker answer a little later.
    await expect.poll(async () => (await picture(figure)).words).toEqual(fixed.words);
    await expect.poll(async () => (await picture(figure)).shapes).toEqual(fixed.shapes);
  });
}

type Figure = ReturnType<Page['locator']>;

/** Moves a control by the keys that its kind takes. */
async function move(page: Page, control: Figure): Promise<void> {
  const kind = await control.evaluate((element) => (element as HTMLInputElement).type);
  if (kind === 'checkbox') return page.keyboard.press('Space');
  if (kind === 'number') return void (await control.fill('7').then(() => page.keyboard.press('Enter')));
  const before = await control.inputValue();
  await page.keyboard.press('ArrowDown');
  if ((await control.inputValue()) === before) await page.keyboard.press('ArrowUp');
}

function read(figure: Figure): Promise<readonly string[]> {
  return figure
    .locator('.controls')
    .locator('input, select')
    .evaluateAll((all) =>
      all.map((c) => `${(c as HTMLInputElement).value} ${(c as HTMLInputElement).checked}`),
    );
}

/** The picture in words and in numbers of shapes; coordinates depend on the width, these do not. */
function picture(figure: Figure): Promise<{ words: string[]; shapes: Record<string, number> }> {
  return figure.locator('.panels').evaluate((panels) => {
    const shown = [...panels.querySelectorAll<SVGElement>('svg')].filter((svg) => svg.checkVisibility());
    const inside = shown.flatMap((svg) => [svg, ...svg.querySelectorAll('*')]);
    const shapes: Record<string, number> = {};
    for (const { localName } of inside) shapes[localName] = (shapes[localName] ?? 0) + 1;
    const words = inside.filter(({ localName }) => /^(title|desc|text)$/.test(localName));
    return { words: words.map((element) => element.textContent ?? ''), shapes };
  });
}
