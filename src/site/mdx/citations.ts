import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributesOf, inject, type Jsx } from './attributes.ts';
import { Mistake, type Sheet } from './mistake.ts';
import { nearestHint } from './nearest.ts';
import type { Outline } from './outline.ts';

/** Checks every citation against the list of works and counts them, for the list at the chapter's end. */
export function collectCitations(tree: Root, keys: readonly string[], outline: Outline, sheet: Sheet): void {
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return;
    const cite = node as Jsx;
    if (cite.name !== 'Cite') return;
    const id = String(attributesOf(cite, sheet)['id']);
    if (!keys.includes(id)) {
      const hint = nearestHint(id, keys);
      throw new Mistake(
        sheet,
        cite,
        `<Cite> has id="${id}"; expected a key of content/references.yaml${hint}`,
      );
    }
    const time = (outline.cited.get(id) ?? 0) + 1;
    outline.cited.set(id, time);
    outline.anchors.set(`ref-${id}`, '').set(`cite-${id}-${time}`, '');
    inject(cite, 'time', String(time));
  });
}
