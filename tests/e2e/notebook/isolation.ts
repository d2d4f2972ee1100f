import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { browserArgs, testBrowser } from '../../../scripts/machine/browser.ts';
import type { Setup } from './harness/page.ts';
import { type Ear, type Served, serveEar, serveHarness } from './harness/serve.ts';

export { expect, type Page };

/** Chromium gives sandboxed frames a process of their own on desktops only; cells must be safe without it too. */
export const modes = [true, false] as const;

interface Options {
  /** Whether Chromium isolates sandboxed frames. */
  readonly isolated: boolean;
}

interface Fixtures {
  /** A fresh page of the harness. */
  readonly cells: CellsPage;
}

interface Workers {
  readonly browsers: ReadonlyMap<boolean, Browser>;
  readonly harness: Served;
  readonly ear: Ear;
  /** Milliseconds that this machine holds frames back by itself while one of its cores is busy. */
  readonly noise: number;
}

/** The harness page as a test uses it. */
export class CellsPage {
  readonly page: Page;
  readonly ear: Ear;

  constructor(page: Page, ear: Ear) {
    this.page = page;
    this.ear = ear;
  }

  async open(setup: Setup): Promise<void> {
    await this.page.evaluate((setup) => {
      window.harness.notebook = window.harness.open(setup);
    }, setup);
  }

  cell(id: string) {
    const section = this.page.locator(`#${id}`);
    return {
      section,
      text: section.locator('textarea'),
      out: section.locator('.out'),
      run: () => section.locator('.run').click(),
      stop: () => section.locator('.stop').click(),
      edit: (text: string) => section.locator('textarea').fill(text),
      state: (state: string, timeout = 15_000) =>
        expect(section).toHaveAttribute('data-state', state, { timeout }),
    };
  }

  /** The longest gap between two frames of the page since the last question. */
  longestFrame(): Promise<number> {
    return this.page.evaluate(() => window.harness.frames.take());
  }
}

export const test = base.extend<Fixtures & Options, Workers>({
  isolated: [true, { option: true }],
  browsers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use, { project }) => {
      const executablePath = testBrowser(project.name === 'hostile');
      const launch = (args: readonly string[]) =>
        chromium.launch({ args: [...browserArgs, ...args], ...(executablePath && { executablePath }) });
      const [on, off] = [await launch([]), await launch(['--disable-features=IsolateSandboxedIframes'])];
      await use(
        new Map([
          [true, on],
          [false, off],
        ]),
      );
      await on.close();
      await off.close();
    },
    { scope: 'worker' },
  ],
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      const served = await serveHarness();
      await use(served);
      served.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  ear: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      const ear = await serveEar();
      await use(ear);
      ear.close();
    },
    { scope: 'worker' },
  ],
  noise: [
    async ({ browsers, harness }, use) => {
      const page = await browsers.get(true)!.newPage();
      await page.goto(harness.url);
      await expect(page.locator('html')).toHaveAttribute('data-ready', '');
      const longest = await page.evaluate(async () => {
        const busy = new Worker(URL.createObjectURL(new Blob(['while (true);'])));
        window.harness.frames.take();
        await new Promise((resolve) => setTimeout(resolve, 3000));
        busy.terminate();
        return window.harness.frames.take();
      });
      await page.close();
      await use(Math.max(0, longest - 17));
    },
    { scope: 'worker' },
  ],
  cells: async ({ isolated, browsers, harness, ear }, use) => {
    const context = await browsers.get(isolated)!.newContext();
    const page = await context.newPage();
    await page.goto(harness.url);
    await expect(page.locator('html')).toHaveAttribute('data-ready', '');
    ear.heard.length = 0;
    await use(new CellsPage(page, ear));
    await context.close();
  },
});
