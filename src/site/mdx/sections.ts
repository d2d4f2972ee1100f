import type { Parent, Root, RootContent } from 'mdast';

/** Wraps each second-level heading and what follows it, so that a phone lays out only the sections near the window. */
export function wrapSections(tree: Root): void {
  const wrapped: RootContent[] = [];
  let section: Parent | null = null;
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      section = {
        type: 'section',
        data: { hName: 'section', hProperties: { className: ['part'] } },
        children: [],
      } as Parent;
      wrapped.push(section as RootContent);
    }
    if (section) section.children.push(node);
    else wrapped.push(node);
  }
  tree.children = wrapped;
}
