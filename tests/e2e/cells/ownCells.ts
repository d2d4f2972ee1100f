import type { Locator } from '@playwright/test';
import { Cell, type Page } from './reader.ts';

/** The function that a cell shows, and its button. */
export const shown = (cell: Cell): Locator => cell.out.locator('.out-function');
/** What keeps it. */
export const keepButton = (cell: Cell): Locator => shown(cell).getByRole('button');

/** Opens the page of own functions; its cells. */
export async function open(page: Page): Promise<{ curve: Cell; judge: Cell }> {
  await page.goto('/design/');
  return { curve: new Cell(page, 'curve'), judge: new Cell(page, 'judge') };
}

/** A value that a cell shows. */
export const value = (cell: Cell, text: RegExp): Locator => cell.out.locator('.out-value', { hasText: text });
