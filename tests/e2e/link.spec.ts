import { expect, type Page, readersPages, test, wake } from './book.ts';

const nonsense = {
  'a word where a number belongs': 'banana',
  'a script': '<script>document.title="owned"</script>',
  'a script in an attribute': '"><img src=x onerror=document.title="owned">',
  'not a number': 'NaN',
  'far too large': '1e999',
  'a very long value': '9'.repeat(3000),
};

/** The pages with a figure that has settings, each with its first such figure. */
async function firstFigure(page: Page, path: string): Promise<{ id: string; control: string } | undefined> {
  await page.goto(path);
  const figure = page.locator('[data-widget][data-controls]:not([data-controls=""])').first();
  if ((await figure.count()) === 0) return undefined;
  const control = ((await figure.getAttribute('data-controls')) ?? '').split(' ')[0] ?? '';
  return { id: (await figure.getAttribute('id')) ?? '', control };
}

for (const path of readersPages) {
  for (const [name, value] of Object.entries(nonsense)) {
    test(`${path} shows its usual figure for a link with ${name}`, async ({ page }) => {
      const first = await firstFigure(page, path);
      test.skip(!first, 'no figure with settings on this page');
      const { id, control } = first!;
      const figure = page.locator(`[id="${id}"]`);
      await wake(figure);
      const usual = await look(page, id);
      const title = await page.title();
      await page.goto(`${path}?${encodeURIComponent(`${id}.${control}`)}=${encodeURIComponent(value)}`);
      await expect(figure).toHaveAttribute('data-live', '');
      await expect(figure.getByRole('status')).toHaveText(/\S.{10}/);
      expect(await look(page, id)).toEqual(usual);
      expect(await page.title()).toBe(title);
    });
  }
}

test('a setting that no figure knows brings a short notice', async ({ page }) => {
  await page.goto(`${readersPages[0]}?no-such-setting=banana`);
  await expect(page.getByRole('status').filter({ hasText: 'no-such-setting' })).toBeVisible();
});

for (const part of ['?', '#']) {
  test(`a million characters behind ${part} change nothing but bring no harm`, async ({ page }) => {
    const path = readersPages[0]!;
    await page.goto(path);
    const heading = await page.locator('h1').textContent();
    // The server refuses such a line; a page reaches it through its own history.
    await page.evaluate(
      (url) => history.replaceState(null, '', url),
      `${path}${part}${'a'.repeat(1_000_000)}`,
    );
    await page.reload({ waitUntil: 'commit' }).catch(() => undefined);
    await page.goto(`${path}${part}${'a'.repeat(part === '?' ? 30_000 : 1_000_000)}`);
    await expect(page.locator('h1')).toHaveText(heading ?? '');
    if (part === '?') await expect(page.getByRole('status').last()).toHaveText(/longer/);
  });
}

/** What a figure shows: its title, its finding and the values of its controls. */
async function look(page: Page, id: string): Promise<unknown> {
  return page.locator(`[id="${id}"]`).evaluate((figure) => ({
    title: figure.querySelector('.ftitle')?.textContent,
    finding: figure.querySelector('.fig-finding')?.textContent,
    values: [...figure.querySelectorAll<HTMLInputElement>('.controls input, .controls select')].map(
      (c) => c.value,
    ),
  }));
}
