import { readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import remarkMath from 'remark-math';
import { firstLanguage } from '../languages.ts';
import { parseReferences } from '../references.ts';
import { stringsOf } from '../strings/index.ts';
import { remarkChapter } from './chapter.ts';
import { codeStyle } from './code.ts';
import { Shelf } from './shelf.ts';
import { type Kind, loadTags } from './tags.ts';

/** Where the chapters stand, and what they may write. */
export interface Setting {
  readonly root: URL;
  readonly base: string;
  readonly tags: Readonly<Record<string, Kind>>;
}

/** Astro's `markdown` setting for the chapters: maths, tags, numbers, citations and links, all checked. */
export async function chapterMarkdown({ root, base, tags }: Setting) {
  const list = await loadTags(tags, new URL('components/', root));
  const strings = stringsOf(firstLanguage);
  const works = parseReferences(readFileSync(new URL('content/references.yaml', root), 'utf8'));
  const desk = {
    root,
    tags: list,
    strings,
    works: [...works.keys()],
    site: new Shelf(root, base, list, strings),
  };
  return {
    processor: unified({ remarkPlugins: [remarkMath, [remarkChapter, desk]] }),
    shikiConfig: codeStyle,
  };
}
