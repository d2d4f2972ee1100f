import type { Locator } from '@playwright/test';
import { expect, test, wake } from './book.ts';

const page2 = '/2-why-nonlinearity/';

const button = (figure: Locator, act: string) => figure.locator(`[data-act="${act}"]`);
const step = async (figure: Locator): Promise<number> =>
  Number((await figure.locator('.player-step b').textContent())!.replaceAll(',', ''));

/** Presses a button of the player as the keyboard does, and keeps the focus where it is. */
async function press(figure: Locator, act: string, then: string): Promise<void> {
  await button(figure, act).focus();
  await button(figure, act).press('Enter');
  await expect(button(figure, 'play')).toHaveText(then);
}

for (const id of ['smokers', 'planar-trainer']) {
  test(`${id} plays, pauses, steps and starts over by keyboard alone`, async ({ page }) => {
    await page.goto(page2);
    const figure = page.locator(`#${id}`);
    await wake(figure);
    await expect(button(figure, 'play')).toHaveText('Train from the start');
    const end = await step(figure);

    const speed = figure.getByLabel('Speed');
    await speed.focus();
    await page.keyboard.press('ArrowUp');
    await expect(speed.locator('option:checked')).toHaveText('20 steps a second');
    await press(figure, 'play', 'Pause');
    await expect(button(figure, 'play')).toBeFocused();
    await expect.poll(() => step(figure)).toBeLessThan(end);
    await expect.poll(() => step(figure)).toBeGreaterThan(0);

    await press(figure, 'play', 'Go on');
    await press(figure, 'restart', 'Go on');
    await expect.poll(() => step(figure)).toBe(0);
    for (const n of [1, 2]) {
      await press(figure, 'step', 'Go on');
      await expect.poll(() => step(figure)).toBe(n);
    }
    await press(figure, 'play', 'Pause');
    await expect.poll(() => step(figure)).toBeGreaterThan(2);

    await press(figure, 'finish', 'Train from the start');
    expect(await step(figure)).toBe(end);
    await expect(button(figure, 'finish')).toBeDisabled();
  });
}

test('the cloud turns and tilts by the arrow keys, and says how far', async ({ page }) => {
  await page.goto(page2);
  const figure = page.locator('#smokers');
  await wake(figure);
  const cloud = figure.getByRole('slider', { name: 'Turn the cloud' });
  const painted = () => cloud.locator('canvas').evaluate((it) => (it as HTMLCanvasElement).toDataURL());
  await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 35°, tilted 18°');
  const before = await painted();
  await cloud.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 45°, tilted 38°');
  expect(await painted()).not.toBe(before);
  await expect(cloud).toBeFocused();

  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowUp');
  await expect(cloud).toHaveAttribute('aria-valuetext', 'turned 45°, tilted 90°');
  for (let i = 0; i < 7; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect(cloud).toHaveAttribute('aria-valuetext', 'turned −175°, tilted 90°');
});
