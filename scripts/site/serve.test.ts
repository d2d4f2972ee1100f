import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from './listen.ts';
import { createHost } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'host-'));
const closing: (() => void)[] = [];
let root = 0;
let book = 0;

beforeAll(async () => {
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'chapter'), { recursive: true });
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(dist, 'index.html'), '<h1>home</h1>'.repeat(50));
  writeFileSync(join(dist, '404.html'), '<h1>lost</h1>');
  writeFileSync(join(dist, 'chapter', 'index.html'), '<h1>chapter</h1>');
  writeFileSync(join(dist, 'assets', 'page.Ab3_x9Qz.js'), 'export {}');
  writeFileSync(join(dist, 'digits.bin'), Buffer.from([0, 1, 2]));
  for (const base of ['/', '/book/']) {
    const server = await listen(createHost(dist, base), 0);
    closing.push(server.close);
    if (base === '/') root = server.port;
    else book = server.port;
  }
});

afterAll(() => {
  for (const close of closing) close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks with the path as written: `fetch` would tidy `..` away. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', fail).end();
  });
}

test('serves a page, its query aside, with its type', async () => {
  const { status, headers, body } = await ask(root, '/?alpha=banana');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body.toString()).toContain('home');
});

test('compresses as the browser accepts', async () => {
  const plain = (await ask(root, '/')).body;
  const brotli = await ask(root, '/', { 'accept-encoding': 'gzip, deflate, br' });
  const gzip = await ask(root, '/', { 'accept-encoding': 'gzip' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body)).toEqual(plain);
  expect(gunzipSync(gzip.body)).toEqual(plain);
  const bytes = await ask(root, '/digits.bin', { 'accept-encoding': 'br' });
  expect(bytes.headers['content-encoding']).toBeUndefined();
});

test('lets browsers keep hashed assets for ever and asks them to check the rest', async () => {
  expect((await ask(root, '/assets/page.Ab3_x9Qz.js')).headers['cache-control']).toContain('immutable');
  const page = await ask(root, '/');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect((await ask(root, '/', { 'if-none-match': page.headers.etag ?? '' })).status).toBe(304);
});

test('answers with the 404 page for what does not exist', async () => {
  for (const path of [
    '/nothing/',
    '/%zz',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/a%00b',
  ]) {
    const { status, body } = await ask(root, path);
    expect(status, path).toBe(404);
    expect(body.toString(), path).toBe('<h1>lost</h1>');
  }
});

test('leads a folder without its slash to the page', async () => {
  const { status, headers } = await ask(root, '/chapter');
  expect([status, headers.location]).toEqual([301, '/chapter/']);
});

test('sends no body for HEAD', async () => {
  const { headers, body } = await ask(root, '/', {}, 'HEAD');
  expect(Number(headers['content-length'])).toBeGreaterThan(0);
  expect(body).toHaveLength(0);
});

test('serves a book under a path, and nothing beside it', async () => {
  expect((await ask(book, '/book/chapter/')).body.toString()).toContain('chapter');
  expect((await ask(book, '/book')).headers.location).toBe('/book/');
  expect((await ask(book, '/')).headers.location).toBe('/book/');
  expect((await ask(book, '/chapter/')).status).toBe(404);
});
