import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { createBackdrop } from './backdrop.ts';
import { svg } from './svg.ts';
import type { Frame } from './widget.ts';

const frameOf = (width: number): Frame => {
  const { document } = parseHTML('<html></html>');
  return { document: document as unknown as Document, id: 'f', width, phone: false };
};

test('a backdrop is drawn again only when its key, its frame or its document changes', () => {
  const backdrop = createBackdrop();
  let drawn = 0;
  const take = (frame: Frame, key: unknown): SVGElement =>
    backdrop(frame, key, () => svg(frame, 'g', { id: `d${++drawn}` }));
  const frame = frameOf(300);
  expect(take(frame, [1, 2]).id).toBe('d1');
  expect(take(frame, [1, 2]).id).toBe('d1');
  expect(take(frame, [1, 3]).id).toBe('d2');
  expect(take({ ...frame, width: 301 }, [1, 3]).id).toBe('d3');
  expect(take({ ...frameOf(301), width: 301 }, [1, 3]).id).toBe('d4');
});

test('what is done to a copy leaves the backdrop as it was', () => {
  const backdrop = createBackdrop();
  const frame = frameOf(300);
  const take = (): SVGElement => backdrop(frame, 0, () => svg(frame, 'g'));
  take().append(svg(frame, 'circle'));
  expect(take().childElementCount).toBe(0);
});
