import { defineConfig, devices } from '@playwright/test';
import { browserArgs, testBrowser } from './scripts/machine/browser.ts';
import { installedEngines } from './scripts/machine/engines.ts';

// The workers load this file again and inherit the port that the first process chose.
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 20_000));
const port = process.env['E2E_PORT'];
const baseURL = `http://localhost:${port}`;

/** They measure frames while hostile code runs, so nothing else may: `npm test` gives them a step of their own. */
const alone = /notebook\/hostile\.spec\.ts/;
const chrome = (executablePath: string | undefined) => ({
  ...devices['Desktop Chrome'],
  launchOptions: { args: browserArgs, ...(executablePath && { executablePath }) },
});

/** The book's own tests run in Chromium; readers' tests run in every engine that Playwright has here. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // A shared machine of two cores can starve a page for seconds; at home a test has one try.
  retries: process.env['CI'] === undefined ? 0 : 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { baseURL, locale: 'en-GB', timezoneId: 'UTC', screenshot: 'off', trace: 'off' },
  projects: [
    { name: 'chromium', testIgnore: alone, use: chrome(testBrowser(false)) },
    { name: 'hostile', testMatch: alone, workers: 1, use: chrome(testBrowser(true)) },
    ...installedEngines().map((name) => ({
      name,
      testMatch: /reader.*\.spec\.ts/,
      use: { ...devices[name === 'firefox' ? 'Desktop Firefox' : 'Desktop Safari'] },
    })),
  ],
  webServer: {
    command: `"${process.execPath}" scripts/site/host.ts dist ${port}`,
    url: `${baseURL}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
