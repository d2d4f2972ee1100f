import * as Plot from '@observablehq/plot';
import { identity } from '../../src/figure/identity.ts';
import { spread } from '../../src/figure/labels.ts';
import { decade, plot } from '../../src/figure/plot.ts';
import { rampStrip } from '../../src/figure/rampStrip.ts';
import { svg } from '../../src/figure/svg.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import { left } from './arrival.ts';
import { type Hero, smallestHalf, type Traveller } from './model.ts';
import { describe, title } from './words.ts';

/** Decades shown; lines beyond are clipped at the edge and their end says so in numbers. */
const bottom = -20.6;
const top = 4.6;
const within = (v: number): number => Math.min(Math.max(v, bottom), top);

/** The picture of the landing page: gradient size on its way from the last layer to the first. */
export function draw(hero: Hero, frame: Frame): readonly Panel[] {
  const { phone } = frame;
  const marginRight = phone ? 104 : 176;
  const marginLeft = phone ? 52 : 54;
  const layers = Array.from({ length: hero.depth }, (_, i) => hero.depth - i);
  const strip = rampStrip(`${frame.id}-hatch`, phone ? { width: 8, gap: 8 } : {});
  const root = plot(
    frame,
    {
      height: phone ? 430 : 490,
      marginLeft,
      marginRight,
      marginTop: 10,
      marginBottom: 34,
      x: {
        domain: [hero.depth + (phone ? 0 : 0.55), 1],
        ticks: phone ? [30, 20, 10, 1] : [30, 25, 20, 15, 10, 5, 1],
        tickFormat: layerTick,
      },
      y: {
        domain: [bottom, top],
        ticks: phone ? [0, -6, -12, -18] : [3, 0, -3, -6, -9, -12, -15, -18],
        tickFormat: decade,
        tickPadding: phone ? 22 : 30,
      },
      marks: [
        Plot.rect([0], { x1: hero.depth, x2: 1, y1: bottom, y2: smallestHalf, fill: 'var(--sunk)' }),
        Plot.ruleX(layers, { stroke: 'var(--hair)' }),
        strip,
        Plot.ruleY([0], { x1: hero.depth, x2: 1, stroke: 'var(--ink-3)' }),
        Plot.ruleY([smallestHalf], { x1: hero.depth, x2: 1, stroke: 'var(--ink-2)', strokeDasharray: '1,3' }),
        ...hero.travellers.flatMap(lines),
        Plot.dot([0], { x: [hero.depth], y: [0], r: 4.5, fill: 'var(--ink)' }),
        note('leaves the loss at 1', hero.depth, 0, -16, 6),
        note(
          'down here a 16-bit float stores 0',
          hero.depth,
          phone ? bottom : smallestHalf,
          phone ? -12 : 16,
          phone ? 5 : 14,
        ),
        arrivals(hero, phone),
      ],
    },
    { title: title(hero), description: describe(hero) },
  );
  return [{ key: 'flow', svg: root }];
}

const layerTick = (layer: number): string => (layer === 30 ? 'layer 30' : String(layer));

const note = (text: string, x: number, y: number, dy: number, dx: number): Plot.Markish =>
  Plot.text([text], { x: [x], y: [y], dx, dy, textAnchor: 'start', fill: 'var(--ink-2)' });

function lines(traveller: Traveller): Plot.Markish[] {
  const look = identity(traveller.activation.family);
  const path = (row: readonly number[], strokeWidth: number, strokeOpacity: number, dash?: string) =>
    Plot.line(row, {
      x: (_, i) => row.length - i,
      y: (v: number) => within(v),
      stroke: look.line,
      strokeWidth,
      strokeOpacity,
      strokeDasharray: dash,
      strokeLinejoin: 'round',
    });
  const main = look.twin
    ? [
        path(traveller.median, 5, 1),
        Plot.line(traveller.median, {
          x: (_, i) => traveller.median.length - i,
          y: (v: number) => within(v),
          stroke: 'var(--paper)',
          strokeWidth: 2,
        }),
      ]
    : [path(traveller.median, 2.6, 1, look.dash)];
  return [...traveller.samples.map((row) => path(row, 0.75, 0.55)), ...main];
}

/** Names and what is left of the gradient, in two columns right of layer 1. */
function arrivals(hero: Hero, phone: boolean): Plot.RenderFunction {
  return (_index, scales, _values, dimensions, context) => {
    const frame = { document: context.document };
    const y = (v: number) => Number(scales.y?.(within(v)));
    const edge = dimensions.width - dimensions.marginRight;
    const ends = hero.travellers.map((t) => t.median.at(-1)!);
    const gap = phone ? 46 : 33;
    const put = spread(ends.map(y), 10, dimensions.height - dimensions.marginBottom, gap);
    const group = svg(frame, 'g', { 'text-anchor': 'start' });
    const head = Math.min(...put) - (phone ? 30 : 28);
    group.append(
      svg(
        frame,
        'text',
        { x: edge + (phone ? 9 : 80), y: head, fill: 'var(--ink-3)', 'font-size': 12 },
        'what arrives',
      ),
    );
    hero.travellers.forEach(({ activation }, i) => {
      const look = identity(activation.family);
      const name = {
        x: edge + (phone ? 9 : 14),
        y: put[i]! - (phone ? 8 : 0),
        dy: '0.32em',
        fill: look.text,
      };
      const size = {
        x: edge + (phone ? 9 : 84),
        y: put[i]! + (phone ? 13 : 0),
        dy: '0.32em',
        fill: 'var(--ink)',
      };
      const text = left(ends[i]!);
      group.append(
        svg(frame, 'circle', { cx: edge, cy: y(ends[i]!), r: 4, fill: look.line }),
        svg(frame, 'text', { ...name, 'font-size': 15, 'font-weight': 600 }, activation.label),
        svg(
          frame,
          'text',
          { ...size, 'font-size': phone ? 18 : 24, 'font-family': 'var(--serif)' },
          text.lead,
          text.power ? svg(frame, 'tspan', { dy: '-.42em', 'font-size': '.72em' }, text.power) : null,
        ),
      );
    });
    return group;
  };
}
