import type { ChartTip, MarkupNode, SvgOutput } from '../protocol.ts';
import { chartName } from './chartName.ts';
import { tipClass } from './tipClass.ts';
import type { VirtualElement } from './virtualElement.ts';

type Tag = Exclude<MarkupNode, string>;

/** Most tips that one chart carries. */
const mostTips = 2000;

/** Plot's ten default colours in their order (observable10), and the book's own that stand in for them. */
const colours: ReadonlyMap<string, string> = new Map(
  '4269d0 sigmoid,efb118 leaky,ff725c relu,6cc5b0 tanh,3ca951 silu,ff8ab7 softplus,a463f2 gelu,97bbf5 softsign,9c6b4e relu6,9498a0 identity'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string])
    .map(([hex, family]) => [`#${hex}`, `var(--fn-${family})`]),
);

const positions = new Set([
  'transform',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'd',
]);

/**
 * A drawn chart as data: without style sheets and stray labels, in the book's colours, with hundredths of a pixel and
 * with names that depend on this chart alone, so that the same chart is the same text everywhere.
 */
export function chartOutput(element: VirtualElement): SvgOutput {
  const names = new Map<string, string>();
  const root = clean(named(element.toTree() as Tag), names) as Tag;
  const tips: ChartTip[] = [];
  const stripped = withoutTips(root, [0, 0], tips) as Tag;
  return { type: 'svg', root: described(stripped), tips: tips.slice(0, mostTips) };
}

/** Every picture in it with a name; below, the labels that it is made of are gone. */
function named(node: Tag, title = ''): Tag {
  if (node.tag === 'svg') {
    if (attribute(node, 'aria-label') !== '') return node;
    return { ...node, attributes: [...node.attributes, ['aria-label', chartName(node, title)]] };
  }
  const tags = node.children.filter((child) => typeof child !== 'string');
  const heading = tags.find(({ tag }) => tag === 'h2');
  const children = node.children.map((child) =>
    typeof child === 'string' ? child : named(child, heading && textOf(heading)),
  );
  return { ...node, children };
}

function clean(node: MarkupNode, names: Map<string, string>): MarkupNode {
  // A hyphen in front of a number is a minus sign.
  if (typeof node === 'string') return node.replace(/^-(?=[\d.])/, '−');
  const attributes = node.attributes
    // A label on a group without a role is against ARIA; the chart as a whole has one.
    .filter(([name]) => !(name === 'aria-label' && node.tag === 'g') || isTip(node))
    .map(([name, value]) => [name, cleanValue(name, value, names)] as const);
  const children = node.children
    .filter((child) => typeof child === 'string' || child.tag !== 'style')
    .map((child) => clean(child, names));
  return { tag: node.tag, attributes, children };
}

function cleanValue(name: string, value: string, names: Map<string, string>): string {
  if (positions.has(name) && value.includes('.')) {
    return value.replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
  }
  if (name === 'id') return local(value, names);
  return (colours.get(value) ?? value).replace(
    /url\(#([^)]+)\)/g,
    (_, id: string) => `url(#${local(id, names)})`,
  );
}

function local(id: string, names: Map<string, string>): string {
  const known = names.get(id) ?? `n${names.size + 1}`;
  names.set(id, known);
  return known;
}

const attribute = (node: Tag, name: string): string =>
  node.attributes.find(([key]) => key === name)?.[1] ?? '';

const isTip = (node: Tag): boolean => attribute(node, 'class') === tipClass;

function shift(node: Tag, [x, y]: readonly [number, number]): [number, number] {
  const [, dx, dy] = /^translate\(([-\d.]+)(?:[, ]+([-\d.]+))?\)/.exec(attribute(node, 'transform')) ?? [];
  return [x + Number(dx ?? 0), y + Number(dy ?? 0)];
}

function withoutTips(node: MarkupNode, at: readonly [number, number], tips: ChartTip[]): MarkupNode | null {
  if (typeof node === 'string') return node;
  const here = shift(node, at);
  if (isTip(node)) {
    for (const child of node.children) if (typeof child !== 'string') tips.push(tipFrom(child, here));
    return null;
  }
  const children = node.children
    .map((child) => withoutTips(child, here, tips))
    .filter((child) => child !== null);
  return { ...node, children };
}

function tipFrom(group: Tag, at: readonly [number, number]): ChartTip {
  const [x, y] = shift(group, at);
  const text = group.children.find((child) => typeof child !== 'string' && child.tag === 'text') as
    | Tag
    | undefined;
  const lines = (text?.children ?? []).map((line) =>
    textOf(line)
      .replace(/\u200b/g, '')
      .trim(),
  );
  return { x, y, lines: lines.filter((line) => line !== '').slice(0, 20) };
}

function textOf(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** An image with a name, as assistive technology expects it. The sign of a legend stands beside its name. */
function described(root: Tag): Tag {
  if (attribute(root, 'class').endsWith('-swatch')) return { ...root, children: root.children.map(hidden) };
  if (root.tag !== 'svg')
    return { ...root, children: root.children.map((c) => (typeof c === 'string' ? c : described(c))) };
  return { ...root, attributes: [...root.attributes, ['role', 'img']] };
}

const hidden = (node: MarkupNode): MarkupNode => {
  if (typeof node === 'string' || node.tag !== 'svg') return node;
  const attributes = node.attributes.filter(([name]) => name !== 'aria-label');
  return { ...node, attributes: [...attributes, ['aria-hidden', 'true']] };
};
