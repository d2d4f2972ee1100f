import { expect, test, wake } from './book.ts';

for (const width of [1440, 390]) {
  test(`a longer title moves nothing under the hand, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/2-why-nonlinearity/');
    const figure = page.locator('#range-runaway');
    await figure.scrollIntoViewIfNeeded();
    await wake(figure);
    const slider = figure.getByRole('slider', { name: 'Bias variance' });
    await slider.scrollIntoViewIfNeeded();
    const titleHeight = () => figure.locator('.ftitle').evaluate((it) => it.getBoundingClientRect().height);
    const before = await titleHeight();
    // Hovering waits until the page above has come to rest.
    await slider.hover();
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + 1, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await expect.poll(titleHeight).toBeGreaterThan(before);
    expect((await slider.boundingBox())!.y).toBe(box.y);
    await page.mouse.up();
  });
}
