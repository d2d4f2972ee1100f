import { expect, type Page, wake } from './book.ts';

export const field = (page: Page) => page.getByLabel('f(x) =');
export const mistake = (page: Page) => page.locator('#designer-formula-says');
export const title = (page: Page) => page.locator('#designer .ftitle');

export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/design/${query}`);
  await wake(page.locator('#designer'));
}

/** Types a formula as its reader and waits for the worker's answer. */
export async function design(page: Page, formula: string): Promise<void> {
  await field(page).fill(formula);
  await expect(page.locator('.understood small')).toHaveCount(0);
}

export async function keep(page: Page, name: string, formula: string): Promise<void> {
  await design(page, formula);
  await page.getByLabel('Its name').fill(name);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.locator('.editor-said')).toContainText('Kept.');
}
