import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Driver, Engine } from './driver.ts';
import { until } from './driver.ts';
import { findProgram } from './program.ts';
import { WebDriverSession } from './webdriver.ts';

/** WebKitGTK's MiniBrowser, driven by its own WebDriver, on a display of its own where there is none. */
export const webkitEngine: Engine = {
  name: 'WebKitGTK',
  missing: 'install WebKitGTK’s driver and Xvfb (Debian: webkit2gtk-driver xvfb)',
  async start() {
    const driver = findProgram('WEBKIT_DRIVER_PATH', ['WebKitWebDriver']);
    const places = globSync('/usr/{lib,libexec}/{*/,}webkit2gtk-4.*/MiniBrowser').sort().reverse();
    const browser = findProgram('MINIBROWSER_PATH', ['MiniBrowser'], places);
    const screen = findProgram('XVFB_PATH', ['Xvfb']);
    if (!driver || !browser || (!screen && !process.env['DISPLAY'])) return null;
    return launch(driver, browser, screen);
  },
};

async function launch(driver: string, browser: string, screen: string | undefined): Promise<Driver> {
  const started: ChildProcess[] = [];
  const end = (): void => started.forEach((child) => void child.kill());
  try {
    const display = screen ? await openDisplay(screen, started) : process.env['DISPLAY'];
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
    started.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
    const address = `http://127.0.0.1:${port}`;
    await until('WebKit’s driver answers', () =>
      fetch(`${address}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const session = await WebDriverSession.open(address, {
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    });
    return {
      name: `WebKitGTK ${session.browser}`,
      open: (url) => session.goTo(url),
      evaluate: (expression) => session.evaluate(expression),
      click: (selector) => session.click(selector),
      close: () => session.close().finally(end),
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** Opens a display without a screen; the server chooses its number and tells it. */
function openDisplay(screen: string, started: ChildProcess[]): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'];
  const server = spawn(screen, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  started.push(server);
  return new Promise((resolve, reject) => {
    server.stdio[3]!.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
