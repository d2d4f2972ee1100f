import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { pageSources } from '../../../../src/notebook/host/frame.ts';
import { notebookKernel } from '../../../../src/notebook/kernel/bundle.ts';
import { leanLibraries } from '../../../../src/notebook/kernel/lean.ts';

const html = `<!doctype html><html lang="en"><title>Cells</title>
<link rel="icon" href="data:,">
<main></main><p id="silence"></p>
<template id="cell"><section><textarea aria-label="code" rows="4" cols="80"></textarea>
<button class="run">Run</button><button class="stop">Stop</button><div class="out"></div></section></template>
<script type="module" src="/page.js"></script></html>`;

/** The policy of the book's pages: no inline script without a hash, no other origin. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  `script-src 'self' ${pageSources['script-src'].join(' ')}`,
  `worker-src ${pageSources['worker-src'].join(' ')}`,
].join('; ');

async function bundle(): Promise<Map<string, string>> {
  const entry = fileURLToPath(new URL('./page.ts', import.meta.url));
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [notebookKernel(), leanLibraries],
    build: {
      write: false,
      rollupOptions: { input: entry, output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' } },
    },
  })) as Rollup.RollupOutput;
  return new Map(
    output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : String(file.source)]),
  );
}

export interface Served {
  readonly url: string;
  close(): void;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Serves the harness page on a free port, under the policy that the book's pages have. */
export async function serveHarness(): Promise<Served> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', file === undefined ? 'text/html' : 'text/javascript');
    response.end(file ?? html);
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

export interface Ear {
  readonly port: number;
  /** Everything that reached the port, as text. */
  readonly heard: string[];
  close(): void;
}

/** A server that nobody should ever speak to; it writes down every connection. */
export async function serveEar(): Promise<Ear> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end('heard');
  });
  server.on('connection', () => heard.push('connection'));
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  const port = await listen(server);
  return { port, heard, close: () => void server.close() };
}
