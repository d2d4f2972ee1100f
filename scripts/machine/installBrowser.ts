import { join } from 'node:path';
import { canStart, findBrowsers, findTestBrowsers } from './browser.ts';
import { root } from './root.ts';
import { run } from './run.ts';

const playwright = join(root, 'node_modules', '.bin', 'playwright');
const log = (name: string): string => join(root, '.cache', 'logs', `browser-${name}.log`);

/** What a browser is for: where to find one, and Debian's packages of it, best first. */
interface Purpose {
  readonly find: () => string[];
  readonly packages: readonly string[];
}

const purposes = {
  /** Reading and measuring: a whole browser. */
  pages: { find: findBrowsers, packages: ['chromium'] },
  tests: { find: findTestBrowsers, packages: ['chromium-headless-shell', 'chromium'] },
} satisfies Record<string, Purpose>;

/**
 * A browser that starts, installing one when the machine has none: Playwright's own, else the system's package.
 * @throws one sentence that says what to install
 */
export async function needBrowser(
  say: (line: string) => void,
  purpose: keyof typeof purposes = 'pages',
): Promise<string> {
  const { find, packages }: Purpose = purposes[purpose];
  const routes = [
    { line: '', install: async () => {} },
    { line: 'no browser found; trying the one Playwright provides', install: downloadPlaywrights },
    { line: "adding the system's libraries it needs", install: installLibraries },
    ...packages.map((name) => ({
      line: `trying the system's package ${name}`,
      install: () => installPackage(name),
    })),
  ];
  for (const { line, install } of routes) {
    if (install === installLibraries && find().length === 0) continue;
    if (line) say(line);
    await install();
    const browser = find().find(canStart);
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

async function installPackage(name: string): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const asRoot = isRoot() ? [] : ['sudo', '-n'];
  const apt = async (...args: string[]): Promise<void> => {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...args];
    await run(command, rest, { env, log: log(`apt-${args[0]}`), limit: 900 });
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', name);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
