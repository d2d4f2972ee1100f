import { join } from 'node:path';
import { canStart, findBrowsers } from './browser.ts';
import { root } from './root.ts';
import { run } from './run.ts';

const playwright = join(root, 'node_modules', '.bin', 'playwright');
const log = (name: string): string => join(root, '.cache', 'logs', `browser-${name}.log`);

/**
 * A browser that starts, installing one when the machine has none: Playwright's own, else the system's package.
 * @throws one sentence that says what to install
 */
export async function needBrowser(say: (line: string) => void): Promise<string> {
  const routes = [
    { line: '', install: async () => {} },
    { line: 'no browser found; trying the one Playwright provides', install: downloadPlaywrights },
    { line: "adding the system's libraries it needs", install: installLibraries },
    { line: "trying the system's package", install: installPackage },
  ];
  for (const { line, install } of routes) {
    if (install === installLibraries && findBrowsers().length === 0) continue;
    if (line) say(line);
    await install();
    const browser = findBrowsers().find(canStart);
    if (browser) return browser;
    if (process.env['CHROME_PATH'])
      throw new Error(`CHROME_PATH names a browser that does not start: ${process.env['CHROME_PATH']}`);
  }
  throw new Error(
    'No browser could be installed (.cache/logs/browser-*.log say why); install Chromium or Google Chrome, or set CHROME_PATH to one.',
  );
}

/** A machine that cannot reach the download gives up after seconds, not after the default half-minutes. */
async function downloadPlaywrights(): Promise<void> {
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  await run(playwright, ['install', 'chromium'], { env, log: log('playwright'), limit: 600 });
}

async function installLibraries(): Promise<void> {
  if (isRoot()) await run(playwright, ['install-deps', 'chromium'], { log: log('libraries'), limit: 600 });
}

async function installPackage(): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const asRoot = isRoot() ? [] : ['sudo', '-n'];
  const apt = async (...args: string[]): Promise<void> => {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...args];
    await run(command, rest, { env, log: log(`apt-${args[0]}`), limit: 900 });
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', 'chromium');
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
