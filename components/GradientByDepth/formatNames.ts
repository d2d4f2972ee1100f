import * as Plot from '@observablehq/plot';
import { boundOf, type Decades } from './lines.ts';
import { type Comparison, type markedFormats, readsZero } from './model.ts';

type Format = (typeof markedFormats)[number];

/** The plotting area in pixels, and the decades and layers along it. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly low: number;
  readonly high: number;
  readonly depth: number;
}

const perLetter = 6.1;
const inset = 8;
/** Half the height of a line of words, and of the dots of the measured networks that it must not cover. */
const clear = 12;

/** Above the dotted line or below it; the lines of bfloat16 and float32 are close, so their words turn away from each other. */
const sides: Readonly<Record<Format, readonly number[]>> = {
  float16: [-8, 11],
  bfloat16: [-8],
  float32: [11],
};

/** Where the words of a number format stand: at its dotted line, as far left as they cover no line and no dot. */
export function formatName(
  format: Format,
  comparison: Comparison,
  field: Field,
  phone: boolean,
): Plot.Markish | null {
  const { left, right, depth } = field;
  const name = `${format} stores 0`;
  const lines = linesOf(comparison);
  const y = heightOf(readsZero(format), field);
  for (const text of phone ? [name] : [`${name} below this line`, name]) {
    const width = text.length * perLetter + 2 * inset;
    const room = Math.max(right - left - width, 0);
    for (const from of [0, 1, 0.5, 0.25, 0.75].map((share) => left + share * room)) {
      const dy = sides[format].find(
        (side) => !lines.some((line) => crosses(line, field, [from, from + width], y + side)),
      );
      if (dy === undefined) continue;
      const x = depth - ((from - left) / (right - left)) * (depth - 1);
      return Plot.text([text], { x: [x], y: [readsZero(format)], dx: inset, dy, ...words });
    }
  }
  return null;
}

const words = { textAnchor: 'start', fill: 'var(--ink-2)', stroke: 'var(--paper)', strokeWidth: 3 } as const;

const linesOf = ({ networks }: Comparison): Decades[] =>
  networks.flatMap((n) => [n.mean, n.prediction.log10Delta ?? [], boundOf(n) ?? []]);

const heightOf = (decades: number, { top, bottom, low, high }: Field): number =>
  top + ((high - decades) / (high - low)) * (bottom - top);

/** Whether a line comes near a box of words at height `y`, between its layers or at one of them. */
function crosses(line: Decades, field: Field, [from, to]: readonly [number, number], y: number): boolean {
  const { left, right, depth } = field;
  const step = (right - left) / (depth - 1);
  for (let i = 0; i < line.length - 1; i++) {
    const [x1, x0] = [right - i * step, right - (i + 1) * step];
    if (x1 < from || x0 > to) continue;
    const [y1, y0] = [heightOf(line[i]!, field), heightOf(line[i + 1]!, field)];
    // A long steep piece may pass beside the words: only what lies over them counts.
    const at = (x: number): number => y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    const ends = [at(Math.max(x0, from)), at(Math.min(x1, to))];
    if (Math.min(...ends) < y + clear && Math.max(...ends) > y - clear) return true;
  }
  return false;
}
