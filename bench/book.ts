import { type Browser, chromium } from '@playwright/test';
import { browserArgs, findBrowsers } from '../scripts/machine/browser.ts';
import { listen } from '../scripts/site/listen.ts';
import { createHost } from '../scripts/site/serve.ts';

/** Serves a built book (the folder named on the command line, else `dist`) and opens a browser for as long as `use` takes. */
export async function withBook(use: (browser: Browser, origin: string) => Promise<void>): Promise<void> {
  const server = await listen(createHost(process.argv[2] ?? 'dist'), 0);
  const executablePath = findBrowsers()[0];
  const browser = await chromium.launch({
    args: [...browserArgs],
    ...(executablePath && { executablePath }),
  });
  try {
    await use(browser, `http://localhost:${server.port}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** The value that a share q of the times does not exceed. */
export const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]!;
