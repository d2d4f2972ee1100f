import type { ImageOutput } from '../protocol.ts';
import { element } from './element.ts';

/** Pixels on a canvas, one for one; the style sheet enlarges small pictures without blurring them. */
export function drawImage(document: Document, { width, height, rgba }: ImageOutput): HTMLElement {
  const label = `Image, ${width} by ${height} pixels`;
  const canvas = element(document, 'canvas', {
    class: 'out-image',
    width,
    height,
    role: 'img',
    'aria-label': label,
  });
  const bytes = Uint8ClampedArray.from(atob(rgba), (character) => character.charCodeAt(0));
  // In the build there is no canvas to draw on; the page paints it when it wakes.
  if (typeof ImageData !== 'undefined')
    canvas.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0);
  return canvas;
}
