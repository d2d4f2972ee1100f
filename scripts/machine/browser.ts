import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Switches that let Chromium run as root and keep it from calling home. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * The browsers of this machine, best first: the one CHROME_PATH names, alone; else every installed Chromium or Chrome,
 * then Playwright's own.
 * @throws when CHROME_PATH names no file
 */
export function findBrowsers(env: NodeJS.ProcessEnv = process.env): string[] {
  const named = env['CHROME_PATH'];
  if (named && !existsSync(named))
    throw new Error(`invalid CHROME_PATH: "${named}"; expected the path of a Chromium or Chrome`);
  if (named) return [named];
  return [...onPath(commands, env), ...places, chromium.executablePath()].filter(isExecutable);
}

/**
 * The browsers for tests, best first: Chromium's headless shell, which has the same engine and no windows of its own to
 * load, so that a page costs half the time; then as {@link findBrowsers}.
 * @throws when CHROME_PATH names no file
 */
export function findTestBrowsers(env: NodeJS.ProcessEnv = process.env): string[] {
  const others = findBrowsers(env);
  if (env['CHROME_PATH']) return others;
  return [...onPath(['chromium-headless-shell'], env).filter(isExecutable), ...others];
}

/**
 * The browser that a project of the browser tests runs in. Tests that measure frames have a whole browser, as readers
 * do; `npm test` names one that starts in the variable WHOLE_CHROME_PATH, and the one of the other tests in CHROME_PATH.
 */
export const testBrowser = (measures: boolean): string | undefined =>
  measures ? (process.env['WHOLE_CHROME_PATH'] ?? findBrowsers()[0]) : findTestBrowsers()[0];

function onPath(names: readonly string[], env: NodeJS.ProcessEnv): string[] {
  return (env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Whether the browser really starts here: a download without the system's libraries does not. */
export function canStart(browser: string): boolean {
  try {
    const args = [...browserArgs, '--headless', '--disable-gpu', '--dump-dom', 'about:blank'];
    return execFileSync(browser, args, { timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] }).includes(
      '<html',
    );
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
