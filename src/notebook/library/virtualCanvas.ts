import { encodePng } from './png.ts';
import { type Owner, VirtualElement } from './virtualElement.ts';

/** A canvas of one pixel format and two operations: enough for rasters and colour ramps. */
export class VirtualCanvas extends VirtualElement {
  width = 300;
  height = 150;
  private pixels = new Uint8ClampedArray(0);

  constructor(ownerDocument: Owner, namespace: string) {
    super(ownerDocument, namespace, 'canvas');
  }

  getContext(): object {
    const { width, height } = this;
    this.pixels = new Uint8ClampedArray(width * height * 4);
    return {
      fillStyle: 'black',
      createImageData: (w: number, h: number) => ({
        width: w,
        height: h,
        data: new Uint8ClampedArray(w * h * 4),
      }),
      putImageData: ({ data }: { data: Uint8ClampedArray }) => this.pixels.set(data),
      fillRect: this.fillRect,
    };
  }

  private readonly fillRect: (
    this: { fillStyle: string },
    x: number,
    y: number,
    w: number,
    h: number,
  ) => void = paintOn(this);

  paint(colour: readonly number[], x: number, y: number, w: number, h: number): void {
    for (let j = y; j < y + h; j++) {
      for (let i = x; i < x + w; i++) this.pixels.set(colour, (j * this.width + i) * 4);
    }
  }

  toDataURL(): string {
    return `data:image/png;base64,${encodePng(this.width, this.height, this.pixels)}`;
  }
}

const paintOn = (canvas: VirtualCanvas) =>
  function fillRect(this: { fillStyle: string }, x: number, y: number, w: number, h: number): void {
    canvas.paint(readColour(this.fillStyle), x, y, w, h);
  };

/** Colours as d3 writes them: `#rgb`, `#rrggbb`, `rgb(…)`, `rgba(…)`; anything else is black. */
function readColour(text: string): number[] {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
  if (hex) {
    const wide = hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex;
    return [0, 2, 4].map((i) => Number.parseInt(wide.slice(i, i + 2), 16)).concat(255);
  }
  const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return text.startsWith('rgb') ? [r, g, b, Math.round(a * 255)] : [0, 0, 0, 255];
}
