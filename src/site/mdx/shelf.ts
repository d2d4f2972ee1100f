import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { chapterPath, placeOf } from '../address.ts';
import type { Strings } from '../strings/index.ts';
import type { Site } from './links.ts';
import { numberChapter } from './number.ts';
import type { Outline } from './outline.ts';
import type { Tags } from './tags.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx);

/** Syntax tree of an MDX text, without front matter; lines keep their numbers. */
export function parseMdx(text: string): Root {
  const blanked = text.replace(/^---\n[\s\S]*?\n---(?=\n|$)/, (matter) => matter.replace(/[^\n]/g, ''));
  const tree = parser.parse(blanked);
  unravel(tree);
  return tree;
}

/** A line that holds tags alone is no paragraph; MDX's own compiler sees it the same way. */
function unravel(tree: Root): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    const tags = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (!parent || index === undefined || tags.some((child) => child.type !== 'mdxJsxTextElement')) return;
    parent.children.splice(index, 1, ...tags.map((tag) => ({ ...tag, type: 'mdxJsxFlowElement' }) as never));
    return index;
  });
}

/** Everything a chapter file can point at: the other chapters, with the places in them, and the plain files. */
export class Shelf implements Site {
  readonly base: string;
  private readonly root: URL;
  private readonly tags: Tags;
  private readonly strings: Strings;
  private readonly read = new Map<string, { time: number; outline: Outline }>();

  constructor(root: URL, base: string, tags: Tags, strings: Strings) {
    this.root = root;
    this.base = base;
    this.tags = tags;
    this.strings = strings;
  }

  get paths(): string[] {
    return [...this.files().keys(), ...this.plainFiles()];
  }

  outlineAt(path: string): Outline | null {
    const file = this.files().get(path);
    if (!file) return null;
    const time = statSync(file).mtimeMs;
    const known = this.read.get(path);
    if (known?.time === time) return known.outline;
    const tree = parseMdx(readFileSync(file, 'utf8'));
    const sheet = { file: new VFile({ path: decodeURIComponent(file.pathname) }), root: this.root };
    const chapter = placeOf(file.pathname)?.number ?? 0;
    const outline = numberChapter(tree, chapter, this.tags, this.strings, sheet);
    this.read.set(path, { time, outline });
    return outline;
  }

  /** Path on the site -> file, for every chapter in every language. */
  private files(): Map<string, URL> {
    const content = new URL('content/', this.root);
    if (!existsSync(content)) return new Map();
    const found = readdirSync(content, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const place = name.endsWith('.mdx') ? placeOf(name) : null;
      return place ? [[chapterPath(place.folder, place.language), new URL(name, content)] as const] : [];
    });
    return new Map(found.sort(([a], [b]) => a.localeCompare(b)));
  }

  private plainFiles(): string[] {
    const folder = new URL('public/', this.root);
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${name}`)
      : [];
  }
}
