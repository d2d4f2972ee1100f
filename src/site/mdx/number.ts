import type { Heading, Link, Paragraph, Parent, Root } from 'mdast';
import type {} from 'mdast-util-math';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Strings } from '../strings/index.ts';
import { attributesOf, inject, type Jsx } from './attributes.ts';
import { Mistake, type Sheet } from './mistake.ts';
import { emptyOutline, type Outline } from './outline.ts';
import type { Tags } from './tags.ts';

/** `The gradient’s trip, 2nd part` -> `the-gradients-trip-2nd-part`; letters of every alphabet stay. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** `NeuronBench` -> `neuron-bench`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

interface Count {
  readonly chapter: number;
  readonly outline: Outline;
  readonly sheet: Sheet;
  readonly strings: Strings;
  figures: number;
  equations: number;
  notes: number;
}

function claim(
  count: Count,
  id: string,
  label: string,
  node: Parameters<typeof textOf>[0],
  what: string,
): void {
  const { anchors } = count.outline;
  if (anchors.has(id)) {
    throw new Mistake(
      count.sheet,
      node as Root,
      `${what} takes the id "${id}" a second time; expected an id of its own`,
    );
  }
  anchors.set(id, label);
}

const span = (className: string, children: Heading['children']) =>
  ({ type: 'emphasis', data: { hName: 'span', hProperties: { className: [className] } }, children }) as const;

function numberHeading(node: Heading, count: Count): void {
  const title = textOf(node);
  const id = slug(title);
  if (node.depth === 1) {
    throw new Mistake(
      count.sheet,
      node,
      `"# ${title}" is a first-level heading; expected ##, the chapter's title stands in the front matter`,
    );
  }
  if (node.depth === 2) {
    const number = `${count.chapter}.${count.outline.sections.length + 1}`;
    claim(count, id, count.strings.section(number), node, `section "${title}"`);
    count.outline.sections.push({ id, number, title });
    node.children = [span('sec', [{ type: 'text', value: number }]), span('name', node.children)];
  } else {
    claim(count, id, title, node, `heading "${title}"`);
  }
  node.data = { ...node.data, hProperties: { id } } as Heading['data'];
}

function numberFigure(node: Jsx, count: Count): void {
  if (textOf(node).trim() === '') {
    const expected = 'a caption between its tags: what is drawn, what was measured and how';
    throw new Mistake(count.sheet, node, `<${node.name}> has no caption; expected ${expected}`);
  }
  const own = attributesOf(node, count.sheet)['id'];
  const id = typeof own === 'string' ? own : kebab(node.name ?? '');
  const number = `${count.chapter}.${++count.figures}`;
  claim(count, id, count.strings.figure(number), node, `<${node.name}>`);
  inject(node, 'id', id);
  inject(node, 'number', number);
}

/** A note in a sentence leaves a number there; its words go to the end of the paragraph. */
function numberNotes(paragraph: Paragraph, count: Count): void {
  const notes: Jsx[] = [];
  visit(paragraph, 'mdxJsxTextElement', (node, index, parent: Parent | undefined) => {
    if (node.name !== 'SideNote' || index === undefined || !parent || notes.includes(node)) return;
    const number = String(++count.notes);
    const ref: Link = {
      type: 'link',
      url: `#note-${number}`,
      data: { hProperties: { id: `to-note-${number}`, className: ['ref'] } },
      children: [{ type: 'text', value: number }],
    };
    count.outline.anchors.set(`note-${number}`, '').set(`to-note-${number}`, '');
    inject(node, 'number', number);
    notes.push(node);
    parent.children[index] = ref;
  });
  paragraph.children.push(...(notes as Paragraph['children']));
}

/** Numbers sections, figures, equations and side notes, and gives them their ids. */
export function numberChapter(
  tree: Root,
  chapter: number,
  tags: Tags,
  strings: Strings,
  sheet: Sheet,
): Outline {
  const outline = emptyOutline();
  const count: Count = { chapter, outline, sheet, strings, figures: 0, equations: 0, notes: 0 };
  visit(tree, (node) => {
    if (node.type === 'heading') numberHeading(node, count);
    else if (node.type === 'paragraph') numberNotes(node, count);
    else if (node.type === 'math' && node.meta) {
      const number = `${chapter}.${++count.equations}`;
      const label = `eq-${node.meta.trim()}`;
      claim(count, label, strings.equation(number), node, 'an equation');
      node.data = { ...node.data, number, label };
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const jsx = node as Jsx;
      const tag = tags.get(jsx.name ?? '');
      if (tag?.kind === 'figure') numberFigure(jsx, count);
      else if (tag && 'id' in tag.props.shape && jsx.name !== 'Cite') claimPiece(jsx, count);
    }
  });
  return outline;
}

/** Pieces with an id of their own can be linked at. */
function claimPiece(node: Jsx, count: Count): void {
  const id = attributesOf(node, count.sheet)['id'];
  if (typeof id === 'string') claim(count, id, '', node, `<${node.name}>`);
}
