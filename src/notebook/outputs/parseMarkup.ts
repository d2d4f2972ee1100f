import type { MarkupNode } from '../protocol.ts';

/** Reads markup into a body element that is in no page: nothing in it runs or loads. */
export type ReadMarkup = (text: string) => Element;

/** With the browser's own parser, whose documents are inert. */
export const readInBrowser: ReadMarkup = (text) => new DOMParser().parseFromString(text, 'text/html').body;

const mostNodes = 10_000;

/** A cell's markup as trees for the sanitiser; comments and whatever else is no element or text are left out. */
export function parseMarkup(language: 'html' | 'svg', text: string, read: ReadMarkup): MarkupNode[] {
  const whole = language === 'html' || /^\s*<svg[\s>]/i.test(text) ? text : `<svg>${text}</svg>`;
  let count = 0;
  const convert = (node: Node, depth: number): MarkupNode[] => {
    if (++count > mostNodes || depth > 100) return [];
    if (node.nodeType === 3) return [node.nodeValue ?? ''];
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
    const children = [...element.childNodes].flatMap((child) => convert(child, depth + 1));
    return [{ tag: element.localName, attributes, children }];
  };
  return [...read(whole).childNodes].flatMap((node) => convert(node, 0));
}
