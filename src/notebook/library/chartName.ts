import type { MarkupNode } from '../protocol.ts';

type Tag = Exclude<MarkupNode, string>;

/** Groups that Plot labels and that say nothing about what is shown. */
const furniture = /^(tip|frame|text|.*-grid|f?[xy]-axis.*)$/;

/**
 * A name for a drawn chart whose author gave none (`ariaLabel`), from the labels that Plot leaves on its groups: the kinds
 * of its marks, and what is across and up, from the first tick to the last.
 */
export function chartName(root: Tag, title: string): string {
  const groups = labelled(root);
  const kinds = [...new Set(groups.map(([label]) => label))].filter((label) => !furniture.test(label));
  const axis = (name: string, side: string): string => {
    const words = (part: string): string[] =>
      groups.filter(([label]) => label === `${side}-axis ${part}`).flatMap(([, group]) => texts(group));
    const label = words('label')
      .join(' ')
      .replace(/^[↑↓←] | [→↓↑]$/g, '');
    const ticks = words('tick label');
    const range = ticks.length > 1 ? `${ticks[0]} to ${ticks.at(-1)}` : ticks.join('');
    const said = [label, range].filter((part) => part !== '').join(', ');
    return said && `${name}: ${said}`;
  };
  const head = title || ['Chart', kinds.join(', ')].filter((part) => part !== '').join(': ');
  return [head, axis('Across', 'x'), axis('Up', 'y')].filter((part) => part !== '').join('. ');
}

function labelled(node: MarkupNode): (readonly [string, Tag])[] {
  if (typeof node === 'string') return [];
  const label = node.attributes.find(([name]) => name === 'aria-label')?.[1];
  const here = node.tag === 'g' && label ? [[label, node] as const] : [];
  return [...here, ...node.children.flatMap(labelled)];
}

/** Every text of a group, with true minus signs. */
function texts(node: MarkupNode): string[] {
  if (typeof node === 'string') return [];
  if (node.tag !== 'text') return node.children.flatMap(texts);
  return [plain(node).replace(/^-(?=[\d.])/, '−')];
}

const plain = (node: MarkupNode): string =>
  typeof node === 'string' ? node : node.children.map(plain).join('');
