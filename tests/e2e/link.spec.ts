import { expect, figurePages, type Page, test, wake } from './book.ts';

const nonsense = {
  'a word where a number belongs': 'banana',
  'a script': '<script>document.title="owned"</script>',
  'a script in an attribute': '"><img src=x onerror=document.title="owned">',
  'not a number': 'NaN',
  'a number beyond all bounds': '1e999',
  'a very long value': '9'.repeat(3000),
};

for (const path of figurePages) {
  test(`${path} shows its usual figure for a link with nonsense`, async ({ page }) => {
    await page.goto(path);
    const figure = page.locator('[data-controls]:not([data-controls=""])').first();
    const id = (await figure.getAttribute('id')) ?? '';
    const control = ((await figure.getAttribute('data-controls')) ?? '').split(' ')[0] ?? '';
    await wake(figure);
    const usual = await look(page, id);
    const title = await page.title();
    for (const [name, value] of Object.entries(nonsense)) {
      await test.step(name, async () => {
        await page.goto(`${path}?${encodeURIComponent(`${id}.${control}`)}=${encodeURIComponent(value)}`);
        await expect(figure).toHaveAttribute('data-live', '');
        await expect(figure.locator('.fig-notices')).toHaveText(/\S.{10}/);
        expect(await look(page, id)).toEqual(usual);
        expect(await page.title()).toBe(title);
      });
    }
  });

  test(`${path} says so when no figure knows a setting`, async ({ page }) => {
    await page.goto(`${path}?no-such-setting=banana`);
    await expect(page.getByRole('status').filter({ hasText: 'no-such-setting' })).toBeVisible();
  });

  test(`${path} takes no harm from a million characters behind ?`, async ({ page }) => {
    // No common host accepts such a line; this one answers with the page all the same.
    await page.route(/\?a{1000}/, (route) => route.fulfill({ path: `dist${path}index.html` }));
    await openLong(page, `${path}?${'a'.repeat(1_000_000)}`);
    await expect(page.getByRole('status').filter({ hasText: /long/ })).toBeVisible();
    await expect(page.locator('h1')).toBeVisible();
  });

  test(`${path} takes no harm from a million characters behind #`, async ({ page }) => {
    await openLong(page, `${path}#${'a'.repeat(1_000_000)}`);
    await expect(page.locator('h1')).toBeVisible();
    const figure = page.locator('[data-widget]').first();
    await wake(figure);
  });
}

test('the landing page and chapter 1 have figures', () => {
  expect(figurePages.slice(0, 2)).toEqual(['/', expect.stringMatching(/^\/1-/)]);
});

/** Opens a long address from inside the page, which keeps it out of the messages of a failing test. */
async function openLong(page: Page, url: string): Promise<void> {
  await page.goto('/404.html');
  const loaded = page.waitForEvent('load');
  await page.evaluate((to) => location.assign(to), url);
  await loaded;
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
