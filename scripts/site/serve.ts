import { readFileSync, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isCompressible, mimeType } from './mime.ts';

type Encoding = 'br' | 'gzip' | 'identity';

interface Found {
  readonly file: string;
  readonly stats: Stats;
}

const encoders: Record<Encoding, (bytes: Buffer) => Buffer> = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
  identity: (bytes) => bytes,
};

/**
 * A static host for a built book: `folder` under the path `base`, compressed as the browser accepts,
 * hashed assets kept for ever, the book's own 404 page for everything else.
 */
export function createHost(folder: string, base = '/'): RequestListener {
  const bodies = new Map<string, Buffer>();
  const thicken = createThickener();
  const bodyOf = ({ file, stats }: Found, encoding: Encoding): Buffer => {
    const key = `${encoding} ${stats.mtimeMs} ${file}`;
    const known = bodies.get(key);
    if (known) return known;
    const bytes = readFileSync(file);
    const body = encoders[encoding](bytes);
    bodies.set(key, body);
    if (encoding === 'br') thicken.later(bytes, (dense) => bodies.set(key, dense));
    return body;
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const wanted = path.startsWith(base) ? path.slice(base.length) : undefined;
    const found = wanted === undefined ? undefined : find(folder, wanted);
    const elsewhere = found ? undefined : redirectOf(folder, base, path);
    if (elsewhere) response.writeHead(301, { location: elsewhere }).end();
    else
      send(request, response, {
        found: found ?? find(folder, '404.html'),
        status: found ? 200 : 404,
        bodyOf,
      });
  };
  return (request, response) => {
    thicken.wait();
    try {
      answer(request, response);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    }
  };
}

/** Milliseconds without a request after which nobody is taken to be waiting. */
const rest = 2000;

/**
 * The densest form takes a second or two for a long chapter. No reader waits for it: it is made, one file at a time,
 * while nobody asks for anything, and later readers get it.
 */
function createThickener(): { later(bytes: Buffer, done: (dense: Buffer) => void): void; wait(): void } {
  const waiting: { bytes: Buffer; done: (dense: Buffer) => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  const next = (): void => {
    const job = waiting.shift()!;
    busy = true;
    brotliCompress(job.bytes, (error, dense) => {
      busy = false;
      if (!error) job.done(dense);
      wait();
    });
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (!busy && waiting.length > 0) timer = setTimeout(next, rest).unref();
  };
  return {
    later: (bytes, done) => {
      waiting.push({ bytes, done });
      wait();
    },
    wait,
  };
}

/** The file a path names inside the folder: itself, or the index of a path that ends with a slash. */
function find(folder: string, path: string): Found | undefined {
  const file = resolveInside(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  const stats = file ? statSync(file, { throwIfNoEntry: false }) : undefined;
  return file && stats?.isFile() ? { file, stats } : undefined;
}

/** Where a path that names no file should lead: a folder without its slash, or the book's own path. */
function redirectOf(folder: string, base: string, path: string): string | undefined {
  if (path === base.slice(0, -1) || (path === '/' && base !== '/')) return base;
  const isFolder = path.startsWith(base) && find(folder, `${path.slice(base.length)}/`) !== undefined;
  return isFolder && !path.endsWith('/') ? `${path}/` : undefined;
}

function resolveInside(folder: string, path: string): string | undefined {
  try {
    const file = normalize(join(folder, decodeURIComponent(path)));
    return file.startsWith(normalize(folder + sep)) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined; // a malformed escape such as %zz names no file
  }
}

interface Answer {
  readonly found: Found | undefined;
  readonly status: number;
  readonly bodyOf: (found: Found, encoding: Encoding) => Buffer;
}

function send(request: IncomingMessage, response: ServerResponse, { found, status, bodyOf }: Answer): void {
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404: no such page\n');
    return;
  }
  const type = mimeType(found.file);
  const encoding = isCompressible(type) ? accepted(request) : 'identity';
  const headers = headersOf(found, type, encoding);
  if (status === 200 && request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, headers).end();
    return;
  }
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  const body = bodyOf(found, encoding);
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function headersOf({ file, stats }: Found, type: string, encoding: Encoding): Record<string, string> {
  const isHashed = file.includes(`${sep}assets${sep}`) && /[.-][\w-]{8,}\.\w+$/.test(file);
  return {
    'content-type': type,
    etag: `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}-${encoding}"`,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function accepted(request: IncomingMessage): Encoding {
  const header = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(header)) return 'br';
  return /\bgzip\b/.test(header) ? 'gzip' : 'identity';
}
