import * as Plot from '@observablehq/plot';
import { identity } from '../../src/figure/identity.ts';
import { decade, plot } from '../../src/figure/plot.ts';
import { rampStrip } from '../../src/figure/rampStrip.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import { arrivals } from './arrivals.ts';
import { type Hero, smallestHalf, type Traveller } from './model.ts';
import { describe, title } from './words.ts';

/** Decades shown; lines beyond are clipped at the edge and their end says so in numbers. */
const bottom = -20.6;
const top = 4.6;
/** What is no number gets its words beside the line of size 1. */
const within = (v: number): number => (Number.isNaN(v) ? 0 : Math.min(Math.max(v, bottom), top));

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
        ...hero.travellers.filter(({ median }) => !median.some(Number.isNaN)).flatMap(lines),
        Plot.dot([0], { x: [hero.depth], y: [0], r: 4.5, fill: 'var(--ink)' }),
        note('leaves the loss at 1', hero.depth, 0, -16, 6),
        note(
          'down here a 16-bit float stores 0',
          hero.depth,
          phone ? bottom : smallestHalf,
          phone ? -12 : 16,
          phone ? 5 : 14,
        ),
        arrivals(hero, phone, within),
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
