import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { chapterPath, placeOf } from '../address.ts';
import type { Strings } from '../strings/index.ts';
import { checkTags } from './check.ts';
import { collectCitations } from './citations.ts';
import { checkLinks, type Site } from './links.ts';
import { setMaths } from './maths.ts';
import { numberChapter } from './number.ts';
import type { Section } from './outline.ts';
import { placeParts } from './parts.ts';
import { expandProse } from './prose.ts';
import { wrapSections } from './sections.ts';
import type { Tags } from './tags.ts';

/** What a chapter is checked against. */
export interface Desk {
  readonly root: URL;
  readonly tags: Tags;
  readonly strings: Strings;
  /** Keys of `content/references.yaml`. */
  readonly works: readonly string[];
  readonly site: Site;
}

/** What the build knows of a chapter beside its HTML; pages find it as `remarkPluginFrontmatter.built`. */
export interface Built {
  readonly sections: readonly Section[];
  /** Works cited, in order of first citation, with the number of citations. */
  readonly cited: readonly (readonly [key: string, times: number])[];
}

/** Checks, numbers and sets one chapter (or one example of the gallery, as chapter 0). */
export function readChapter(tree: Root, file: VFile, desk: Desk): Built {
  const sheet = { file, root: desk.root };
  const place = placeOf(file.path);
  const path = place ? chapterPath(place.folder, place.language) : '/gallery/';
  checkTags(tree, desk.tags, sheet);
  placeParts(tree, desk.tags, sheet);
  const outline = numberChapter(tree, place?.number ?? 0, desk.tags, desk.strings, sheet);
  expandProse(tree, desk.tags, sheet);
  collectCitations(tree, desk.works, outline, sheet);
  checkLinks(tree, path, outline, desk.site, sheet);
  setMaths(tree, sheet);
  if (place) wrapSections(tree);
  return { sections: outline.sections, cited: [...outline.cited] };
}

/** The remark plugin. */
export function remarkChapter(desk: Desk) {
  return (tree: Root, file: VFile): void => {
    const built = readChapter(tree, file, desk);
    const astro = file.data['astro'] as { frontmatter?: Record<string, unknown> } | undefined;
    if (astro?.frontmatter) astro.frontmatter['built'] = built;
  };
}
