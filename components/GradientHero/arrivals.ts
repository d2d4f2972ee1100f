import type * as Plot from '@observablehq/plot';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { spread } from '../../src/figure/labels.ts';
import { svg } from '../../src/figure/svg.ts';
import { left } from './arrival.ts';
import type { Hero } from './model.ts';

type Parent = Parameters<typeof svg>[0];

/** Where the words right of layer 1 stand, in px from the plot's edge or from a name's height. */
interface Places {
  readonly name: { readonly x: number; readonly dy: number; readonly letters: number };
  readonly size: { readonly x: number; readonly dy: number; readonly font: number };
  readonly head: { readonly x: number; readonly dy: number };
  readonly gap: number;
}

const beside: Places = {
  name: { x: 14, dy: 0, letters: 8 },
  size: { x: 84, dy: 0, font: 24 },
  head: { x: 80, dy: -28 },
  gap: 33,
};
const below: Places = {
  name: { x: 14, dy: -10, letters: 18 },
  size: { x: 14, dy: 15, font: 24 },
  head: { x: 14, dy: -34 },
  gap: 54,
};
const onPhone: Places = {
  name: { x: 9, dy: -8, letters: 11 },
  size: { x: 9, dy: 13, font: 18 },
  head: { x: 9, dy: -30 },
  gap: 46,
};

const NAME_LINE = 16;

/**
 * Names and what is left of the gradient, right of layer 1, `within` the decades shown: in two columns, or the size under
 * the name where a name is long. A mark for Plot.
 */
export function arrivals(
  hero: Hero,
  phone: boolean,
  within: (decades: number) => number,
): Plot.RenderFunction {
  const labels = hero.travellers.map(({ activation }) => activation.label);
  const isLong = labels.some((label) => fitted(label, beside.name.letters) !== label);
  const places = phone ? onPhone : isLong ? below : beside;
  const names = labels.map((label) => lines(label, places.name.letters));
  const gap = places.gap + NAME_LINE * (Math.max(...names.map((name) => name.length)) - 1);
  return (_index, scales, _values, dimensions, context) => {
    const frame = { document: context.document };
    const y = (v: number) => Number(scales.y?.(within(v)));
    const edge = dimensions.width - dimensions.marginRight;
    const ends = hero.travellers.map((t) => t.median.at(-1)!);
    const put = spread(ends.map(y), 10, dimensions.height - dimensions.marginBottom, gap);
    const highest = put.indexOf(Math.min(...put));
    const head = put[highest]! + places.head.dy - NAME_LINE * (names[highest]!.length - 1);
    const group = svg(frame, 'g', { 'text-anchor': 'start' });
    group.append(
      svg(
        frame,
        'text',
        { x: edge + places.head.x, y: head, fill: 'var(--ink-3)', 'font-size': 12 },
        'what arrives',
      ),
    );
    hero.travellers.forEach(({ activation }, i) => {
      const look = identity(activation.family);
      group.append(
        ...(Number.isNaN(ends[i]!)
          ? []
          : [svg(frame, 'circle', { cx: edge, cy: y(ends[i]!), r: 4, fill: look.line })]),
        nameAt(frame, names[i]!, edge + places.name.x, put[i]! + places.name.dy, look.text),
        sizeAt(frame, ends[i]!, edge + places.size.x, put[i]! + places.size.dy, places.size.font),
      );
    });
    return group;
  };
}

/** A name; its last line stands at `y`. */
function nameAt(frame: Parent, name: readonly string[], x: number, y: number, fill: string): SVGElement {
  const style = { dy: '0.32em', fill, 'font-size': 15, 'font-weight': 600 };
  const at = (line: number) => y - NAME_LINE * (name.length - 1 - line);
  if (name.length === 1) return svg(frame, 'text', { x, y, ...style }, name[0]!);
  const rows = name.map((text, line) => svg(frame, 'tspan', { x, y: at(line), dy: '0.32em' }, text));
  return svg(frame, 'text', style, ...rows);
}

function sizeAt(frame: Parent, decades: number, x: number, y: number, font: number): SVGElement {
  const text = left(decades);
  return svg(
    frame,
    'text',
    {
      x,
      y,
      dy: '0.32em',
      fill: 'var(--ink)',
      'font-size': Number.isNaN(decades) ? 15 : font,
      'font-family': 'var(--serif)',
    },
    text.lead,
    text.power ? svg(frame, 'tspan', { dy: '-.42em', 'font-size': '.72em' }, text.power) : null,
  );
}

/** A name in at most two lines of about so many letters, broken between words; what does not fit ends in an ellipsis. */
export function lines(name: string, letters: number): string[] {
  if (fitted(name, letters) === name) return [name];
  const space = name.lastIndexOf(' ', letters);
  const first = space > 0 ? name.slice(0, space) : [...name].slice(0, letters).join('');
  const rest = name.slice(first.length).trim();
  // Wide letters without a blank: one line of them says as much as two.
  if (rest === '' || fitted(first, letters) !== first) return [fitted(name, letters)];
  return [first, fitted(rest, letters)];
}
