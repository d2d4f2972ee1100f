import { identity } from '../../src/figure/identity.ts';
import { short, svg, type Words } from '../../src/figure/svg.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { mostMarked } from './graph.ts';
import type { Tents } from './tents.ts';

export interface Drawn {
  readonly note: string;
  readonly height: number;
  readonly words: Words;
  readonly svg: SVGElement;
}

const strip = { fill: 'none', stroke: identity('relu').line, 'stroke-linejoin': 'round' } as const;
const cutLine = { stroke: 'var(--ink-2)', 'stroke-dasharray': '1,3' } as const;

/** The strip after k folds, seen from the side: sheet j carries the inputs of the j-th piece. */
function folded(frame: Frame, { pieces, cut }: Tents, height: number): SVGElement[] {
  const [left, right] = [22, frame.width - 22];
  const [top, bottom] = [30, height - 30];
  const pitch = Math.min(26, (bottom - top) / pieces);
  const r = short(pitch / 2);
  const level = (j: number): string => short(bottom - pitch * (j + 0.5));
  const sheets = Array.from({ length: pieces }, (_, j) => {
    const [end, sweep] = j % 2 === 0 ? [right, 0] : [left, 1];
    const turn = j + 1 < pieces ? `A${r} ${r} 0 0 ${sweep} ${end} ${level(j + 1)}` : '';
    return `H${end}${turn}`;
  });
  const at = left + cut * (right - left);
  const holes =
    pieces > mostMarked ? [] : Array.from({ length: pieces }, (_, j) => `M${short(at)} ${level(j)}h0`);
  const roof = bottom - pitch * pieces - 10;
  return [
    svg(frame, 'path', {
      ...strip,
      d: `M${left} ${level(0)}${sheets.join('')}`,
      'stroke-width': pieces > 64 ? 0.6 : 1.75,
    }),
    svg(frame, 'line', { x1: at, x2: at, y1: Math.max(8, roof), y2: bottom + 4, ...cutLine }),
    ...dots(frame, holes.join(''), pieces > 16 ? 4 : 7),
    ...['0', '1'].map((text, i) =>
      svg(frame, 'text', { x: i === 0 ? left : right, y: bottom + 20, 'text-anchor': 'middle' }, text),
    ),
    svg(frame, 'text', { x: at, y: bottom + 20, 'text-anchor': 'middle' }, 'cut'),
  ];
}

/** Rings drawn as two strokes of no length. */
function dots(frame: Frame, d: string, size: number): SVGElement[] {
  if (d === '') return [];
  const round = { d, 'stroke-linecap': 'round' } as const;
  return [
    svg(frame, 'path', { ...round, stroke: 'var(--ink)', 'stroke-width': size + 2 }),
    svg(frame, 'path', { ...round, stroke: 'var(--paper)', 'stroke-width': size - 1 }),
  ];
}

/** The same strip laid flat: creases as strokes, holes where the cut went through. */
function unfolded(frame: Frame, { pieces, holes }: Tents, height: number): SVGElement[] {
  const [left, right] = [22, frame.width - 22];
  const middle = height / 2;
  const x = (value: number): string => short(left + value * (right - left));
  const creases = Array.from({ length: pieces - 1 }, (_, j) => `M${x((j + 1) / pieces)} ${middle - 9}v18`);
  const pierced = pieces > mostMarked ? '' : holes.map((hole) => `M${x(hole)} ${middle}h0`).join('');
  return [
    svg(frame, 'path', { ...strip, d: `M${left} ${middle}H${right}`, 'stroke-width': 1.75 }),
    svg(frame, 'path', { ...strip, d: creases.join('') || 'M0 0', 'stroke-width': pieces > 64 ? 0.5 : 1 }),
    ...dots(frame, pierced, pieces > 16 ? 3 : 6),
    ...['0', '1'].map((text, i) =>
      svg(frame, 'text', { x: i === 0 ? left : right, y: middle + 32, 'text-anchor': 'middle' }, text),
    ),
  ];
}

/** The interval from 0 to 1 as a strip of paper. */
export function drawPaper(frame: Frame, result: Tents & { readonly flat: boolean }, height: number): Drawn {
  const { folds, pieces, flat, cut } = result;
  const state = folds === 0 ? 'not folded yet' : `folded ${folds === 1 ? 'once' : `${folds} times`}`;
  const tall = flat ? 120 : height;
  const parts = flat ? unfolded(frame, result, tall) : folded(frame, result, tall);
  const unmarked = pieces > mostMarked ? `; its ${pieces} holes are too many to draw` : '';
  const creases = pieces === 2 ? 'one crease' : `${pieces - 1} creases at equal distances`;
  const pierced = pieces === 1 ? 'one hole' : `${pieces} holes, one in every sheet`;
  return {
    note: flat
      ? `The strip unfolded, with its creases${unmarked || ' and holes'}`
      : `The inputs as a strip of paper, ${state}${unmarked}`,
    height: tall,
    words: {
      title: flat ? 'The strip unfolded' : `A strip ${state}`,
      description: flat
        ? `A line from 0 to 1 with ${creases} and ${pierced}${unmarked ? ', which are too many to draw' : ''}.`
        : `A strip of paper seen from the side: ${pieces === 1 ? 'one sheet' : `${pieces} sheets on top of each other`}. One cut at ${cellText(cut, 2)} of the width goes through ${pieces === 1 ? 'it' : 'all of them'}${unmarked}.`,
    },
    svg: svg(frame, 'g', { 'font-family': 'var(--sans)', 'font-size': 12, fill: 'var(--ink-3)' }, ...parts),
  };
}
