import type { Locator } from '@playwright/test';
import { test as base, expect, type Page } from '../book.ts';

export { expect, type Page };

export const chapter = '/1-what-is-an-activation/';

/** One cell of chapter 1, as a reader meets it. */
export class Cell {
  readonly root: Locator;
  readonly out: Locator;
  readonly notes: Locator;
  readonly badge: Locator;
  readonly editor: Locator;
  private readonly page: Page;

  constructor(page: Page, name: string) {
    this.page = page;
    this.root = page.locator(`[data-cell="${name}"]`);
    this.out = this.root.locator('.out');
    this.notes = this.root.locator('.notes');
    this.badge = this.root.locator('.badge');
    this.editor = this.root.locator('.cm-content[contenteditable="true"]');
  }

  button(name: string): Locator {
    return this.root.locator('.cell-bar').getByRole('button', { name: new RegExp(`^${name}`) });
  }

  async state(state: string): Promise<void> {
    await expect(this.root).toHaveAttribute('data-state', state);
  }

  async run(): Promise<void> {
    await this.button('Run').click();
  }

  /** Opens the editor and puts a text in the place of what is there. */
  async write(text: string): Promise<void> {
    if (!(await this.editor.isVisible())) await this.button('Edit').click();
    await expect(this.editor).toBeVisible();
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async writeAndRun(text: string): Promise<void> {
    await this.write(text);
    await this.page.keyboard.press('ControlOrMeta+Enter');
  }

  /** The code as it stands, in the editor or in the listing. */
  text(): Promise<string> {
    return this.root
      .locator('.src .cm-line, .src pre:not([hidden]) .ln')
      .evaluateAll((lines) => lines.map((line) => line.textContent).join('\n'));
  }
}

interface Fixtures {
  readonly neuron: Cell;
  readonly spikes: Cell;
  readonly gates: Cell;
}

/** Chapter 1, open, with its three cells. */
export const test = base.extend<Fixtures>({
  neuron: async ({ page }, use) => {
    await page.goto(chapter, { waitUntil: 'networkidle' });
    await use(new Cell(page, 'neuron'));
  },
  spikes: async ({ page }, use) => use(new Cell(page, 'spikes')),
  gates: async ({ page }, use) => use(new Cell(page, 'gates')),
});

/** Names of the scripts that a page asks for from now on. */
export function askedScripts(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url().split('/').at(-1)!);
  });
  return asked;
}
