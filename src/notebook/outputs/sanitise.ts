import type { MarkupNode } from '../protocol.ts';
import {
  htmlTags,
  plainAttributes,
  presentation,
  safeImage,
  safeValue,
  styleProperties,
  svgTags,
} from './allowed.ts';

const svgSpace = 'http://www.w3.org/2000/svg';

/** Elements and attributes that may come out of one drawing; the page draws on its own thread. */
const mostElements = 5000;

interface Sanitiser {
  readonly document: Document;
  /** Put before every id, so that drawings cannot refer to each other or to the page. */
  readonly prefix: string;
  elements: number;
}

/**
 * Builds the harmless part of a tree as elements of `document`: known elements and attributes only, references only
 * inside the drawing, pictures only as data. Never parses text, so that nothing can change its meaning on the way.
 */
export function sanitise(document: Document, nodes: readonly MarkupNode[], prefix: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const sanitiser: Sanitiser = { document, prefix, elements: 0 };
  for (const node of nodes) append(fragment, node, sanitiser, false, 0);
  return fragment;
}

function append(parent: Node, node: MarkupNode, sanitiser: Sanitiser, inSvg: boolean, depth: number): void {
  if (typeof node === 'string') {
    parent.appendChild(sanitiser.document.createTextNode(node));
    return;
  }
  const drawing = inSvg || node.tag === 'svg';
  if (!(drawing ? svgTags : htmlTags).has(node.tag) || depth > 100) return;
  if (++sanitiser.elements > mostElements) return;
  const element = drawing
    ? sanitiser.document.createElementNS(svgSpace, node.tag)
    : sanitiser.document.createElement(node.tag);
  for (const [name, value] of node.attributes) setAttribute(element, name, value, sanitiser);
  for (const child of node.children) append(element, child, sanitiser, drawing, depth + 1);
  parent.appendChild(element);
}

function setAttribute(element: Element, name: string, value: string, { prefix }: Sanitiser): void {
  if (plainAttributes.has(name)) element.setAttribute(name, value);
  else if (name === 'id') element.setAttribute('id', prefix + value.replace(/[^\w-]/g, ''));
  else if (name === 'class') setClass(element, value);
  else if (name === 'style') setStyle(element, value);
  else if (presentation.has(name)) setPresentation(element, name, value, prefix);
  else if (/^(?:xlink:)?href$/.test(name) || name === 'src') setReference(element, value, prefix);
}

/** Only classes made for cells: a cell cannot dress up as a part of the book. */
function setClass(element: Element, value: string): void {
  const own = value.split(/\s+/).filter((name) => name.startsWith('cell-'));
  if (own.length > 0) element.setAttribute('class', own.join(' '));
}

function setPresentation(element: Element, name: string, value: string, prefix: string): void {
  const local = /^url\(\s*["']?#([\w-]+)["']?\s*\)$/.exec(value)?.[1];
  if (local) element.setAttribute(name, `url(#${prefix}${local})`);
  else if (safeValue(value)) element.setAttribute(name, value);
}

function setStyle(element: Element, text: string): void {
  const { style } = element as HTMLElement;
  for (const declaration of text.slice(0, 5000).split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (!presentation.has(name) && !styleProperties.has(name) && !/^--[\w-]+$/.test(name)) continue;
    // Set one by one: a page whose policy refuses style attributes still takes these.
    if (safeValue(value)) style.setProperty(name, value);
  }
}

function setReference(element: Element, value: string, prefix: string): void {
  const local = /^#([\w-]+)$/.exec(value)?.[1];
  switch (element.localName) {
    case 'use':
    case 'pattern':
    case 'linearGradient':
    case 'radialGradient':
    case 'a':
      if (local) element.setAttribute('href', `#${prefix}${local}`);
      break;
    case 'img':
      if (safeImage(value)) element.setAttribute('src', value);
      break;
    case 'image':
      if (safeImage(value)) element.setAttribute('href', value);
      break;
  }
}
