import { firstLanguage } from './languages.ts';

/** A chapter file's place in the book: `content/3-ideal-properties/en.mdx` is chapter 3 in English. */
export interface Place {
  readonly number: number;
  readonly folder: string;
  readonly language: string;
}

/** Reads a place from a path that ends in `N-slug/xx` or `N-slug/xx.mdx`; null when it does not. */
export function placeOf(path: string): Place | null {
  const match = /(?:^|[\\/])((\d+)-[a-z0-9-]+)[\\/]([a-z]{2})(?:\.mdx)?$/.exec(path);
  if (!match) return null;
  return { number: Number(match[2]), folder: match[1] ?? '', language: match[3] ?? '' };
}

/** `/` in front and behind, whatever was given: `book`, `/book` and `/book/` are the same base. */
export function cleanBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Path of a chapter inside the site, without the base: `/3-ideal-properties/` or `/tr/3-ideal-properties/`. */
export function chapterPath(folder: string, language: string): string {
  return language === firstLanguage ? `/${folder}/` : `/${language}/${folder}/`;
}

/** Puts the base in front of a path of this site: `/404` becomes `/book/404`. */
export function underBase(path: string, base: string): string {
  return cleanBase(base) + path.replace(/^\/+/, '');
}
