/** The part of an ESTree node that this folder relies on; everything else is reached by name. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: two parsers' nodes, with over a hundred shapes, are walked generically
  readonly [key: string]: any;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

/** The child nodes of a node, in the order of the source. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const key of Object.keys(node)) {
    const value: unknown = node[key];
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  // A shorthand property is one identifier under two names.
  return [...new Set(children)].sort((a, b) => a.start - b.start);
}

/** Visits a node and everything below it, parents first; `enter` returns false to stay out of a subtree. */
export function walk(
  node: SyntaxNode,
  enter: (node: SyntaxNode, parents: readonly SyntaxNode[]) => boolean | undefined,
  parents: readonly SyntaxNode[] = [],
): void {
  if (enter(node, parents) === false) return;
  const path = [...parents, node];
  for (const child of childrenOf(node)) walk(child, enter, path);
}
