import { join } from 'node:path';
import { canStart, findBrowsers, findTestBrowsers } from './browser.ts';
import { root } from './root.ts';
import { run } from './run.ts';

const playwright = join(root, 'node_modules', '.bin', 'playwright');
const log = (name: string): string => join(root, '.cache', 'logs', `browser-${name}.log`);

/** What a browser is for: where to find one, and the names of Debian's packages that bring it. */
interface Purpose {
  readonly find: () => string[];
  readonly packages: readonly string[];
}

/** The shell is as small as it is quick, so Debian's machines get both at once. */
const purposes = {
  pages: { find: findBrowsers, packages: ['chromium', 'chromium-headless-shell'] },
  tests: { find: findTestBrowsers, packages: ['chromium-headless-shell'] },
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
    { line: "trying the system's packages", install: () => installPackages(packages) },
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

async function installPackages(names: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const asRoot = isRoot() ? [] : ['sudo', '-n'];
  const apt = async (...args: string[]): Promise<void> => {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...args];
    await run(command, rest, { env, log: log(`apt-${args[0]}`), limit: 900 });
  };
  await apt('update');
  // One by one: a system may know the first alone.
  for (const name of names) await apt('install', '-y', '--no-install-recommends', name);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
