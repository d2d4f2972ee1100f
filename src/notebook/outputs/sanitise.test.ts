import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { MarkupNode } from '../protocol.ts';
import { sanitise } from './sanitise.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const drawn = (...nodes: MarkupNode[]): string => {
  const box = document.createElement('div');
  box.append(sanitise(document as unknown as Document, nodes, 'p-') as never);
  return box.innerHTML;
};

const tag = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: MarkupNode[]
): MarkupNode => ({
  tag: name,
  attributes: Object.entries(attributes),
  children,
});

describe('sanitise', () => {
  test('keeps harmless elements, attributes and texts', () => {
    expect(drawn(tag('p', { title: 't' }, 'a ', tag('b', {}, '<i>')))).toBe(
      '<p title="t">a <b>&lt;i&gt;</b></p>',
    );
    const circle = tag('circle', { cx: '1', fill: 'var(--ink)', transform: 'translate(1,2)' });
    expect(drawn(tag('svg', { viewBox: '0 0 1 1' }, circle))).toContain('fill="var(--ink)"');
  });

  test.each([
    'script',
    'style',
    'iframe',
    'object',
    'form',
    'input',
    'link',
    'meta',
    'base',
    'video',
    'SCRIPT',
    'svg:script',
    'x-y',
  ])('drops %s with all that is in it', (name) => {
    expect(drawn(tag(name, {}, 'x'), tag('svg', {}, tag(name, {}, 'x')))).toBe('<svg />');
  });

  test.each(['foreignObject', 'animate', 'set', 'a', 'filter', 'feImage', 'div'])(
    'drops %s inside a drawing',
    (name) => {
      expect(drawn(tag('svg', {}, tag(name)))).toBe('<svg />');
    },
  );

  test.each([
    ['onclick', 'x()'],
    ['formaction', 'x'],
    ['srcset', 'x'],
    ['href', 'javascript:x'],
    ['href', 'https://a.example'],
    ['fill', 'url(https://a.example/#x)'],
    ['fill', 'u\\72l(x)'],
    ['class', 'btn main'],
    ['style', 'background: url(x)'],
    ['style', 'position: fixed; z-index: 9'],
    ['style', 'color: expression(x)'],
  ])('drops %s="%s"', (name, value) => {
    expect(drawn(tag('a', { [name]: value }), tag('p', { [name]: value }))).toBe('<a></a><p></p>');
  });

  test('keeps references inside one drawing, under names of its own', () => {
    const use = tag('use', { 'xlink:href': '#n1' });
    const path = tag('path', { 'clip-path': 'url(#n1)' });
    const text = drawn(tag('svg', {}, tag('clipPath', { id: 'n1' }), path, use));
    expect(text).toContain('id="p-n1"');
    expect(text).toContain('clip-path="url(#p-n1)"');
    expect(text).toContain('href="#p-n1"');
  });

  test('keeps pictures that are data, and no SVG among them', () => {
    expect(drawn(tag('img', { src: 'data:image/png;base64,AAAA' }))).toContain('src=');
    expect(drawn(tag('img', { src: 'data:image/svg+xml;base64,AAAA' }))).toBe('<img>');
    expect(drawn(tag('img', { src: '/x.png' }))).toBe('<img>');
  });

  test('draws no more than a page can take', () => {
    const many = Array.from({ length: 6000 }, () => tag('b'));
    expect(drawn(...many).match(/<b>/g)).toHaveLength(5000);
  });
});
