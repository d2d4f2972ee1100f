import type { MarkupNode } from '../protocol.ts';
import { VirtualElement } from './virtualElement.ts';

/** Markup written by a cell. It stays text here; the page parses it and keeps the harmless part. */
export class Markup {
  readonly language: 'html' | 'svg';
  readonly text: string;

  constructor(language: 'html' | 'svg', text: string) {
    this.language = language;
    this.text = text;
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c]!);

function write(node: MarkupNode): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${escapeText(value)}"`).join('');
  return `<${node.tag}${attributes}>${node.children.map(write).join('')}</${node.tag}>`;
}

function embed(value: unknown): string {
  if (value instanceof Markup) return value.text;
  if (value instanceof VirtualElement) return write(value.toTree());
  if (Array.isArray(value)) return value.map(embed).join('');
  return value === null || value === undefined || value === false ? '' : escapeText(String(value));
}

const tag =
  (language: Markup['language']) =>
  (strings: TemplateStringsArray, ...values: unknown[]) =>
    new Markup(
      language,
      strings.reduce((text, part, i) => text + embed(values[i - 1]) + part),
    );

/** Markup as a template: values are escaped, except markup and charts, which are put in. */
export const html = tag('html');

/** The same for what stands inside an `<svg>`, or a whole one. */
export const svg = tag('svg');
