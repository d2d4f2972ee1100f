import { globSync, readFileSync } from 'node:fs';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { ownKey } from '../../src/figure/ownIds.ts';

export { expect, type Page };

/** Every page of the built book, as addresses, the gallery and the 404 page included. */
export const pages: readonly string[] = globSync('dist/**/*.html')
  .map((file) => `/${file.replaceAll('\\', '/').slice('dist/'.length)}`.replace(/index\.html$/, ''))
  .sort();
if (pages.length === 0) throw new Error('dist/ holds no page; run `npm run build` first');

/** The pages a reader is led to: all but the gallery and the 404 page. */
export const readersPages = pages.filter((path) => !/^\/(gallery|404)/.test(path));

/** The readers' pages whose first figure has settings. */
export const figurePages = readersPages.filter((path) =>
  /data-controls="[^"]/.test(readFileSync(`dist${path}index.html`, 'utf8')),
);

interface Watched {
  /** Fails the test when the page wrote to the console, threw, or asked another origin for anything. */
  readonly quiet: undefined;
}

/** A test in which the page must stay quiet: nothing on the console, no error, no request to another origin. */
export const test = base.extend<Watched>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => faults.push(...faultsOf(message)));
      context.on('weberror', (error) =>
        faults.push(`error: ${error.error().stack ?? error.error().message}`),
      );
      context.on('request', (request) => {
        if (!isOwn(request.url(), baseURL ?? ''))
          faults.push(`request to another origin: ${request.url().slice(0, 200)}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** What Chromium advises whoever measures a block that waits outside the window: these tests, and axe. */
const measured = 'Rendering was performed in a subtree hidden by content-visibility.';

/** A page that is missing on purpose is the one thing the browser may report. */
function faultsOf(message: ConsoleMessage): string[] {
  if (message.text() === measured) return [];
  if (/status of 404/.test(message.text()) && /\/no-such-page/.test(message.location().url)) return [];
  return [`console ${message.type()}: ${message.text()}`];
}

function isOwn(url: string, own: string): boolean {
  return /^(data|blob|about):/.test(url) || new URL(url).origin === new URL(own).origin;
}

/** Lays out the whole page at once, as tools that judge all of it need; else blocks far from the window wait. */
export async function layOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.part > *, .chapter > .references { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Wakes the figure as a reader does, by focus, and waits until it is live. */
export async function wake(figure: ReturnType<Page['locator']>): Promise<void> {
  await figure.locator('input, select, button, summary, [tabindex="0"]').first().focus();
  await expect(figure).toHaveAttribute('data-live', '');
}

/** Keeps functions on the device before a page of the book is opened: a list of them, or any text in their place. */
export async function keepOnDevice(page: Page, kept: readonly object[] | string): Promise<void> {
  await page.goto('/404.html');
  const text = typeof kept === 'string' ? kept : JSON.stringify(kept);
  await page.evaluate(([key, list]) => localStorage.setItem(key!, list!), [ownKey, text]);
}

/** What the device keeps of the reader's functions. */
export const onDevice = (page: Page): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), ownKey);
