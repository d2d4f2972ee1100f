import { chromium } from '@playwright/test';
import { browserArgs, canStart, findBrowsers } from '../machine/browser.ts';
import type { Engine } from './driver.ts';

/** Chromium or Chrome, driven by Playwright. */
export const chromiumEngine: Engine = {
  name: 'Chromium',
  missing: 'install Chromium or Google Chrome, or set CHROME_PATH',
  async start() {
    const executablePath = findBrowsers().find(canStart);
    if (!executablePath) return null;
    const browser = await chromium.launch({ args: [...browserArgs], executablePath });
    const page = await browser.newPage();
    return {
      name: `Chromium ${browser.version()}`,
      open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
      evaluate: (expression) => page.evaluate(expression),
      click: (selector) => page.locator(selector).first().click(),
      close: () => browser.close(),
    };
  },
};
