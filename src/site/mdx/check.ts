import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { checkAttributes, type Jsx } from './attributes.ts';
import { Mistake, type Sheet } from './mistake.ts';
import { nearestHint } from './nearest.ts';
import type { Tags } from './tags.ts';

/** Plain HTML that a sentence may need. Everything larger is a tag of the book. */
const plain = new Set(['sup', 'sub', 'br', 'kbd', 'abbr', 'i', 'b', 'em', 'strong', 'small', 'span', 'wbr']);

function checkTag(node: Jsx, parents: readonly string[], tags: Tags, sheet: Sheet): void {
  const name = node.name ?? '';
  if (plain.has(name)) return;
  const tag = tags.get(name);
  if (!tag) {
    const shown = name === '' ? 'fragment <>' : `tag <${name}>`;
    throw new Mistake(
      sheet,
      node,
      `unknown ${shown}; expected a tag listed in components/index.ts${nearestHint(name, tags.keys())}`,
    );
  }
  if (tag.within !== null && !parents.includes(tag.within)) {
    throw new Mistake(sheet, node, `<${name}> stands alone; expected it inside <${tag.within}>`);
  }
  checkAttributes(node, tag, sheet);
}

/** Checks every tag, attribute and expression of a chapter. */
export function checkTags(tree: Root, tags: Tags, sheet: Sheet): void {
  const walk = (node: { type: string; children?: unknown }, parents: readonly string[]): void => {
    const jsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    if (jsx) checkTag(node as Jsx, parents, tags, sheet);
    const inner = jsx ? [...parents, (node as Jsx).name ?? ''] : parents;
    if (Array.isArray(node.children)) for (const child of node.children) walk(child, inner);
  };
  walk(tree, []);
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') {
      throw new Mistake(
        sheet,
        node,
        `"${firstLine(node)}" runs code; expected a chapter without imports and exports, its tags come from components/index.ts`,
      );
    }
    if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !isComment(node)) {
      throw new Mistake(sheet, node, `{${firstLine(node)}} runs code; expected text, or a comment {/* … */}`);
    }
  });
}

const firstLine = (node: object): string =>
  ('value' in node ? String(node.value) : '').trim().split('\n')[0] ?? '';

function isComment(node: object): boolean {
  const text = 'value' in node ? String(node.value).trim() : '';
  return text === '' || (text.startsWith('/*') && text.endsWith('*/'));
}
