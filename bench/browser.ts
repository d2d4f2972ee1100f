import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { browserArgs, findBrowsers } from '../scripts/machine/browser.ts';
import type { runSuite, SuiteOptions, SuiteResults } from './suite.ts';
import { wasmFolder } from './versions.ts';

/** The suite in a page of headless Chromium, and the browser's version. Throws Error when there is no browser. */
export async function runInBrowser(
  options: Omit<SuiteOptions, 'wasmPaths'>,
): Promise<{ version: string; results: SuiteResults }> {
  const executablePath = findBrowsers()[0];
  if (!executablePath) throw new Error('no Chromium found; expected one, or its path in CHROME_PATH');
  const server = await serve(await bundle());
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  try {
    const { port } = server.address() as AddressInfo;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => 'runSuite' in globalThis);
    const results = await page.evaluate(
      (o) => (globalThis as unknown as { runSuite: typeof runSuite }).runSuite(o),
      { ...options, wasmPaths: '/wasm/' },
    );
    return { version: browser.version(), results };
  } finally {
    await browser.close();
    server.close();
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    minify: true,
    // Asked for by code that only runs in Node.
    external: [
      'fs',
      'path',
      'os',
      'util',
      'crypto',
      'worker_threads',
      'perf_hooks',
      'string_decoder',
      'node-fetch',
    ],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

function serve(script: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === '/') return html(response);
    if (path === '/page.js') return response.setHeader('content-type', 'text/javascript').end(script);
    const file = /^\/wasm\/([\w-]+\.wasm)$/.exec(path)?.[1];
    if (!file) return response.writeHead(404).end();
    response.setHeader('content-type', 'application/wasm').end(await readFile(wasmFolder + file));
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

function html(response: import('node:http').ServerResponse): void {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>bench</title><script type="module" src="/page.js"></script>');
}
