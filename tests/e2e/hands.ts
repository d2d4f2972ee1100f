import type { Locator } from '@playwright/test';
import { expect, type Page, wake } from './book.ts';

/** A figure of a page, woken. */
export async function live(page: Page, path: string, id: string): Promise<Locator> {
  await page.goto(path);
  // A narrow page opens its blocks frame by frame; in one that still waits nothing can be focused.
  await expect(page.locator('.opening .part > :not(.open)')).toHaveCount(0);
  const figure = page.locator(`#${id}`);
  await wake(figure);
  return figure;
}

export const title = (figure: Locator): Locator => figure.locator('.ftitle');
export const finding = (figure: Locator): Locator => figure.locator('.fig-finding');

/** The middle of an element of a drawing on the screen. */
export async function middleOf(target: Locator): Promise<[number, number]> {
  const { x, y, width, height } = (await target.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

/** The middle of what is seen of a panel's picture, brought into view. */
export async function boxOf(
  target: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  return (await target.boundingBox())!;
}

/** Sends the touches of one finger along a path, as a screen does. */
export async function finger(page: Page, path: readonly (readonly [x: number, y: number])[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
  await send('touchStart', path[0]);
  for (const at of path.slice(1)) await send('touchMove', at);
  await send('touchEnd');
}

/** Places on the straight way from one to the other. */
export const between = (from: readonly [number, number], to: readonly [number, number], steps = 12) =>
  Array.from({ length: steps + 1 }, (_, i): [number, number] => [
    from[0] + ((to[0] - from[0]) * i) / steps,
    from[1] + ((to[1] - from[1]) * i) / steps,
  ]);

/** A screen for fingers. */
export const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } as const;
