import { parseHTML } from 'linkedom';
import { expect, test, vi } from 'vitest';
import type { Output } from '../protocol.ts';
import { drawOutput } from './output.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

function drawn(output: Output, functionDrawn?: (node: HTMLElement) => void): HTMLElement {
  const surface = {
    document: document as unknown as Document,
    readMarkup: () => document.body as unknown as Element,
    changed: () => undefined,
    ...(functionDrawn && { functionDrawn }),
  };
  return drawOutput(output, 'p-', surface).node;
}

test('a function is drawn as text, with a button that carries it, and the page hears of it', () => {
  const heard = vi.fn();
  const hostile = { type: 'function', name: '<b onclick=x>', formula: '</code><img src=x>' } as const;
  const node = drawn(hostile, heard);
  expect(heard).toHaveBeenCalledExactlyOnceWith(node);
  expect(node.querySelector('b')!.textContent).toBe(hostile.name);
  expect(node.querySelector('code')!.textContent).toBe(hostile.formula);
  expect(node.querySelector('img, [onclick]')).toBeNull();
  const { dataset } = node.querySelector<HTMLElement>('button')!;
  expect([dataset.keep, dataset.formula]).toEqual([hostile.name, hostile.formula]);
});

test('sentences in a table wrap, short texts and numbers do not', () => {
  const node = drawn({
    type: 'table',
    columns: [
      { name: 'a', numeric: false },
      { name: 'b', numeric: true },
      { name: 'c', numeric: false },
    ],
    rows: [['short', '1', 'a sentence that would not fit on one line']],
    total: 1,
  });
  const classes = [...node.querySelectorAll('td')].map(({ className }) => className);
  expect(classes).toEqual(['', 'num', 'words']);
});
