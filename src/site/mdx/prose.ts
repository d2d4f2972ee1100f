import type { PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Jsx } from './attributes.ts';
import { readLiteral } from './literal.ts';
import { Mistake, type Sheet } from './mistake.ts';
import type { Tags } from './tags.ts';

const parser = unified().use(remarkParse).use(remarkMath).use(remarkSmartypants);

/** One paragraph of Markdown with maths, as the content of a sentence. */
function inline(text: string, node: Jsx, sheet: Sheet): PhrasingContent[] {
  const tree = parser.runSync(parser.parse(text)) as Root;
  const [first, ...more] = tree.children;
  if (first?.type !== 'paragraph' || more.length > 0) {
    throw new Mistake(sheet, node, `<${node.name}> has the text "${text}"; expected one paragraph`);
  }
  // The positions inside belong to the attribute's own text: errors should point at the tag.
  visit(first, (child) => {
    child.position = node.position;
  });
  return first.children;
}

function slot(name: string, children: PhrasingContent[], node: Jsx): MdxJsxFlowElement | MdxJsxTextElement {
  const attributes = [{ type: 'mdxJsxAttribute' as const, name: 'slot', value: name }];
  return { type: node.type, name: 'Fragment', attributes, children } as MdxJsxFlowElement | MdxJsxTextElement;
}

/** Turns attributes that hold sentences (`question="Is $h$ positive?"`) into slots of the same name. */
export function expandProse(tree: Root, tags: Tags, sheet: Sheet): void {
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const jsx = node as Jsx;
    for (const name of tags.get(jsx.name ?? '')?.prose ?? []) {
      const attribute = jsx.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
      const value = textOf(attribute);
      if (value === null) continue;
      jsx.children.unshift(slot(name, inline(value, jsx, sheet), jsx) as never);
    }
  });
}

/** The text of an attribute, written as `title="…"` or `title={"…"}`. */
function textOf(attribute: Jsx['attributes'][number] | undefined): string | null {
  if (attribute?.type !== 'mdxJsxAttribute' || !attribute.value) return null;
  const value =
    typeof attribute.value === 'string' ? attribute.value : readLiteral(attribute.value.data?.estree);
  return typeof value === 'string' ? value : null;
}
