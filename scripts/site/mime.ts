import { extname } from 'node:path';

const text = (type: string): string => `${type}; charset=utf-8`;

const types: Readonly<Record<string, string>> = {
  '.css': text('text/css'),
  '.csv': text('text/csv'),
  '.html': text('text/html'),
  '.ico': 'image/x-icon',
  '.ipynb': text('application/json'),
  '.jpg': 'image/jpeg',
  '.js': text('text/javascript'),
  '.json': text('application/json'),
  '.mjs': text('text/javascript'),
  '.png': 'image/png',
  '.svg': text('image/svg+xml'),
  '.ts': text('text/plain'),
  '.txt': text('text/plain'),
  '.wasm': 'application/wasm',
  '.webmanifest': text('application/manifest+json'),
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': text('application/xml'),
};

/** The media type of a file, by its ending; unknown endings are plain bytes. */
export function mimeType(file: string): string {
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/** Whether a media type gains from compression: pictures and fonts are compressed already. */
export function isCompressible(type: string): boolean {
  return /^text\/|json|xml|wasm|icon/.test(type);
}
