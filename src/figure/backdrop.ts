import type { Frame } from './widget.ts';

interface Drawn {
  readonly name: string;
  readonly document: Document;
  readonly picture: SVGElement;
}

/**
 * Keeps the part of a picture that stays while the rest moves: axes, rules, regions. It is drawn when its key changes
 * and copied otherwise, which the browser does in a tenth of the time.
 */
export function createBackdrop(): (frame: Frame, key: unknown, draw: () => SVGElement) => SVGElement {
  let last: Drawn | undefined;
  return (frame, key, draw) => {
    const { document } = frame;
    const name = JSON.stringify([frame.id, frame.width, key]);
    if (last?.name !== name || last.document !== document) last = { name, document, picture: draw() };
    return last.picture.cloneNode(true) as SVGElement;
  };
}
