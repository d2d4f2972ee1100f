import { parseHTML } from 'linkedom';

/** One address written in a page or a style sheet, and what kind of use it is. */
export interface Reference {
  readonly address: string;
  /** `load`: the browser fetches it. `link`: a reader may follow it. `name`: metadata that names a page of this book by its whole address. */
  readonly use: 'load' | 'link' | 'name';
  /** How it was written, for messages: `a href`, `url()`. */
  readonly written: string;
}

/** What a page refers to and what may be referred to in it. */
export interface Page {
  readonly references: readonly Reference[];
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
}

const linkingRels = ['alternate', 'next', 'prev', 'license', 'author', 'me', 'sitemap'];
const namingMetas = /^(og:(url|image)|twitter:image)$/;

/** Reads every address of an HTML page: attributes, style attributes, style elements and picture metadata. */
export function readPage(html: string): Page {
  const { document } = parseHTML(html);
  const references: Reference[] = [];
  const ids = new Set<string>();
  const repeatedIds: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const id = element.getAttribute('id');
    if (id && ids.has(id)) repeatedIds.push(id);
    if (id) ids.add(id);
    references.push(...readElement(element));
  }
  return { references, ids, repeatedIds };
}

function readElement(element: Element): Reference[] {
  const tag = element.localName;
  const found: Reference[] = [];
  for (const { name, value } of element.attributes) {
    const written = `${tag} ${name}`;
    if (name === 'href' || name === 'xlink:href')
      found.push({ address: value, use: useOfHref(element), written });
    if (['src', 'poster', 'data', 'action', 'formaction'].includes(name))
      found.push({ address: value, use: 'load', written });
    if (name === 'srcset' || name === 'imagesrcset')
      for (const part of value.split(','))
        found.push({ address: part.trim().split(/\s/)[0] ?? '', use: 'load', written });
    if (value.includes('url(')) found.push(...readStyle(value));
  }
  if (tag === 'style') found.push(...readStyle(element.textContent ?? ''));
  if (
    tag === 'meta' &&
    namingMetas.test(element.getAttribute('property') ?? element.getAttribute('name') ?? '')
  )
    found.push({ address: element.getAttribute('content') ?? '', use: 'name', written: 'meta content' });
  return found;
}

function useOfHref(element: Element): Reference['use'] {
  if (element.localName === 'a' || element.localName === 'area') return 'link';
  const rels = (element.getAttribute('rel') ?? '').split(/\s+/);
  if (element.localName === 'link' && rels.includes('canonical')) return 'name';
  return element.localName === 'link' && rels.some((rel) => linkingRels.includes(rel)) ? 'link' : 'load';
}

/** Reads the addresses of a style sheet: `url(...)` and `@import`. */
export function readStyle(css: string): Reference[] {
  const found: Reference[] = [];
  for (const [, quoted, bare] of css.matchAll(/url\(\s*(?:["']([^"']*)["']|([^)"']*))\s*\)/g))
    found.push({ address: (quoted ?? bare ?? '').trim(), use: 'load', written: 'url()' });
  for (const [, address = ''] of css.matchAll(/@import\s+["']([^"']+)["']/g))
    found.push({ address, use: 'load', written: '@import' });
  return found;
}

/** Reads the modules a built script names: `"./name.hash.js"`, as the bundler writes imports. */
export function readScript(source: string): Reference[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[\w./-]+)["']/g)].map(
    ([, address = '']) => ({
      address,
      use: 'load',
      written: 'import',
    }),
  );
}
