import puppeteer from 'puppeteer-core';
import type { Engine } from './driver.ts';
import { findProgram } from './program.ts';

/** An installed Firefox, driven by Puppeteer over WebDriver BiDi. */
export const firefoxEngine: Engine = {
  name: 'Firefox',
  missing: 'install Firefox (Debian: firefox-esr), or set FIREFOX_PATH',
  async start() {
    const executablePath = findProgram(
      'FIREFOX_PATH',
      ['firefox', 'firefox-esr'],
      ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    );
    if (!executablePath) return null;
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    return {
      name: await browser.version(),
      open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
      evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
      click: (selector) => page.click(selector),
      close: () => browser.close(),
    };
  },
};
