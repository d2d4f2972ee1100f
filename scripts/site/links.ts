import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../machine/root.ts';
import { type Page, type Reference, readPage, readScript, readStyle } from './references.ts';

/** The result of a check: a sentence for each fault, and how much was looked at. */
export interface LinkReport {
  readonly faults: readonly string[];
  readonly pages: number;
  readonly links: number;
}

interface Book {
  readonly base: string;
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, Page>;
}

const here = 'https://book.invalid';

/**
 * Checks a built book: every address and anchor is alive, nothing is loaded from another origin, scripts, styles
 * and fonts carry a hash in their names, and no page uses an id twice.
 */
export function checkLinks(folder: string, base: string): LinkReport {
  const top = join(root, folder);
  const files = globSync('**/*', { cwd: top, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(top, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const read = (file: string): string => readFileSync(join(top, file), 'utf8');
  const pages = new Map(
    files.filter((file) => file.endsWith('.html')).map((file) => [file, readPage(read(file))]),
  );
  const book: Book = { base, files: new Set(files), pages };
  const faults: string[] = [];
  let links = 0;
  for (const file of files) {
    const references = pages.get(file)?.references ?? readFile(file, read);
    links += references.length;
    for (const reference of references) {
      const fault = judge(book, file, reference);
      if (fault) faults.push(`${folder}/${file}: ${fault}`);
    }
    for (const id of pages.get(file)?.repeatedIds ?? [])
      faults.push(`${folder}/${file}: id "${id}" is used twice`);
  }
  if (pages.size === 0) faults.push(`${folder}: no page was found; expected a built book`);
  return { faults: [...new Set(faults)], pages: pages.size, links };
}

function readFile(file: string, read: (file: string) => string): Reference[] {
  if (file.endsWith('.css')) return readStyle(read(file));
  if (file.endsWith('.svg')) return [...readPage(read(file)).references];
  if (file.endsWith('.js')) return readScript(read(file));
  if (!/^sitemap.*\.xml$/.test(file)) return [];
  return [...read(file).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => ({
    address,
    use: 'name',
    written: 'loc',
  }));
}

/** The fault of one reference, or nothing. */
function judge(book: Book, file: string, { address, use, written }: Reference): string | undefined {
  const shown = `${written}="${address.slice(0, 120)}"`;
  if (address === '') return `${shown} is empty`;
  if (/^(data|blob|about):/.test(address) && use === 'load') return undefined;
  if (/^(mailto|tel):/.test(address) && use === 'link') return undefined;
  if (/^javascript:/i.test(address)) return `${shown} is a script; expected an address`;
  const url = resolve(book, file, address);
  if (!url) return `${shown} is not an address`;
  if (url.origin !== here && use === 'load') return `${shown} would be loaded from another origin`;
  if (url.origin !== here && use === 'link') return undefined;
  return judgeTarget(book, url, shown);
}

function resolve(book: Book, file: string, address: string): URL | undefined {
  const page = `${here}${book.base}${file.replace(/(^|\/)index\.html$/, '$1')}`;
  return URL.canParse(address, page) ? new URL(address, page) : undefined;
}

function judgeTarget(book: Book, url: URL, shown: string): string | undefined {
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(book.base)) return `${shown} leaves the book's path ${book.base}`;
  const wanted = path.slice(book.base.length);
  const target = wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted;
  if (!book.files.has(target)) return `${shown} leads nowhere: there is no ${target}`;
  if (/\.(js|css|woff2|wasm)$/.test(target) && !/[.-][\w-]{8,}\.\w+$/.test(target))
    return `${shown} has no hash in its name; a changed file would be served from old caches`;
  return judgeAnchor(book, target, url.hash.slice(1), shown);
}

/** An anchor names an id of its page; `#s=…` carries a figure's or a cell's state and names nothing. */
function judgeAnchor({ pages }: Book, target: string, hash: string, shown: string): string | undefined {
  const page = pages.get(target);
  const id = decodeURIComponent(hash);
  if (!page || id === '' || id.includes('=') || id.startsWith(':~:') || page.ids.has(id)) return undefined;
  return `${shown} leads nowhere: ${target} has no id "${id}"`;
}
