import type { Link, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { underBase } from '../address.ts';
import { Mistake, type Sheet } from './mistake.ts';
import { nearestHint } from './nearest.ts';
import type { Outline } from './outline.ts';

/** The rest of the book, as far as links are concerned. */
export interface Site {
  readonly base: string;
  /** Paths of the chapters, `/3-ideal-properties/`, and of plain files, `/digits.csv`. */
  readonly paths: readonly string[];
  /** Places in the page at a path; null where a page has none to link at. */
  outlineAt(path: string): Outline | null;
}

/** Splits an address of this site into path and fragment, seen from the page at `from`. */
function target(url: string, from: string): { path: string; fragment: string } {
  const { pathname, hash } = new URL(url, `https://here${from}`);
  return { path: decodeURIComponent(pathname), fragment: decodeURIComponent(hash.slice(1)) };
}

function deadPlace(url: string, fragment: string, outline: Outline): string {
  return `dead link ${url}: no place "${fragment}" there${nearestHint(fragment, outline.anchors.keys())}`;
}

function checkLink(node: Link, from: string, own: Outline, site: Site, sheet: Sheet): void {
  const { path, fragment } = target(node.url, from);
  const here = path === from;
  if (!here && path !== '/' && !site.paths.includes(path)) {
    throw new Mistake(
      sheet,
      node,
      `dead link ${node.url}: no page at ${path}${nearestHint(path, site.paths)}`,
    );
  }
  const outline = here ? own : site.outlineAt(path);
  const label = outline?.anchors.get(fragment);
  if (fragment !== '' && outline && label === undefined) {
    throw new Mistake(sheet, node, deadPlace(node.url, fragment, outline));
  }
  if (textOf(node) === '') {
    if (!label)
      throw new Mistake(
        sheet,
        node,
        `[](${node.url}) has no words, and its target has no number to show; expected [words](${node.url})`,
      );
    node.children = [{ type: 'text', value: label }];
  }
  node.url = (here ? '' : underBase(path, site.base)) + (fragment === '' ? '' : `#${fragment}`) || '#';
}

/** Follows every link of a chapter; one that leads nowhere stops the build. Links without words get their target's number. */
export function checkLinks(tree: Root, from: string, own: Outline, site: Site, sheet: Sheet): void {
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      throw new Mistake(sheet, node, `reference-style link [${node.identifier}]; expected [words](address)`);
    }
    if (node.type !== 'link') return;
    if (/^(https?:|mailto:)/.test(node.url)) {
      if (textOf(node) === '')
        throw new Mistake(sheet, node, `[](${node.url}) has no words; expected [words](${node.url})`);
      return;
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(node.url)) {
      throw new Mistake(sheet, node, `link to ${node.url}; expected https:, mailto:, or a page of this site`);
    }
    checkLink(node, from, own, site, sheet);
  });
}
