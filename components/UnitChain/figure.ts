import * as Plot from '@observablehq/plot';
import { thin, track } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { endLabels } from '../../src/figure/labels.ts';
import { decade, grid, plot, tick } from '../../src/figure/plot.ts';
import { rampStrip } from '../../src/figure/rampStrip.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import { edgeLabel, peakLabel, placesOf } from './landmarks.ts';
import { type Chain, type Gain, POLE, range } from './model.ts';
import { windowPlaces, windowSentence } from './windowWords.ts';

const GAP = 28;

const shown = (value: number): string => cellText(Math.abs(value) < 1e-300 ? 0 : value, 4);

/** Thinned, with breaks kept, also at poles: a Plot line stops at NaN. */
function lines({ points }: Gain): (readonly [number, number])[] {
  const pieces: (readonly [number, number])[][] = [[]];
  for (const point of points) {
    if (point[1] < POLE) pieces.at(-1)!.push(point);
    else pieces.push([]);
  }
  return pieces.flatMap((piece, i) => [
    ...(i > 0 ? [[piece[0]?.[0] ?? 0, Number.NaN] as const] : []),
    ...thin(piece, 0.004),
  ]);
}

const finite = (gains: readonly Gain[]): number[] =>
  gains.flatMap((g) => g.points.map(([, v]) => v)).filter((v) => v < POLE);

function gainPanel(chain: Chain, frame: Frame): Panel {
  const { gain, others, windows, activation, w, b, input } = chain;
  const top = Math.max(1.25, ...finite([gain, ...others])) * 1.06;
  const look = identity(activation.family);
  const here = Math.abs(w * activation.df(w * input + b));
  const { atPeaks, atEdge } = placesOf(others);
  return {
    key: 'gain',
    axisNote: 'gain |w φ′(wa + b)| of one unit, by its input a',
    svg: plot(
      frame,
      {
        height: frame.phone ? 260 : 300,
        marginRight: 84,
        x: { domain: [...range], ticks: 7 },
        y: { domain: [0, top], ticks: 5 },
        marks: [
          windows.map(([from, to]) =>
            Plot.rect([0], { x1: from, x2: to, y1: 0, y2: top, fill: 'var(--sunk)' }),
          ),
          grid(),
          Plot.ruleY([1], { stroke: 'var(--ink-3)' }),
          others.map((other) =>
            Plot.line(lines(other) as [number, number][], { stroke: 'var(--ink-3)', strokeWidth: 0.75 }),
          ),
          atPeaks.map(peakLabel),
          track(lines(gain), look),
          Plot.dot([[input, here]], { r: 4.5, fill: look.line }),
          endLabels([{ y: 1, text: 'gain 1', color: 'var(--ink)' }, ...atEdge.map(edgeLabel)]),
        ],
      },
      { title: 'The gain of one unit', description: describeGain(chain) },
    ),
  };
}

function describeGain(chain: Chain): string {
  const { activation, w, b, most, input } = chain;
  const unit = `Gain of one ${activation.label} unit with weight ${shown(w)} and bias ${shown(b)}, for inputs from −3 to 3.`;
  const here = `At the input ${shown(input)} it is ${shown(Math.abs(w * activation.df(w * input + b)))}.`;
  const size = Number.isNaN(most)
    ? 'It has no value at any of them.'
    : `${most < Number.POSITIVE_INFINITY ? `It is at most ${shown(most)}` : 'It has no upper bound'}. ${windowPlaces(chain)} ${here}`;
  return `${unit} ${size} Thin lines show the weights 1, 4, 6.894 and 12 without bias.`;
}

/** Lowest decade drawn: exact zeros are drawn there. */
function floorOf(back: readonly number[]): number {
  const low = Math.min(...back.filter(Number.isFinite));
  return Math.max(-60, Math.min(-4, low * 1.08, back.includes(Number.NEGATIVE_INFINITY) ? low - 4 : 0));
}

function backPanel(chain: Chain, frame: Frame): Panel {
  const { back, layers, activation } = chain;
  const low = floorOf(back);
  const high = Math.min(60, Math.max(1, ...back.filter(Number.isFinite)) * 1.08);
  const look = identity(activation.family);
  const clamp = (v: number) => Math.min(Math.max(v, low), high);
  const points = back.map((v, l): [number, number] => [l, clamp(v)]);
  const step = [1, 2, 4, 5, 10, 15, 20].find((s) => (high - low) / s <= 7) ?? 20;
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
  return {
    key: 'back',
    axisNote: 'what is left of the gradient, on its way back',
    svg: plot(
      frame,
      {
        height: frame.phone ? 260 : 300,
        marginLeft: 62,
        marginRight: 96,
        x: {
          domain: [layers, 0],
          ticks: layers > 5 ? [layers, Math.round(layers / 2), 0] : [layers, 0],
          tickFormat: (l: number) => (l === layers ? 'end' : l === 0 ? 'start' : `after ${layers - l}`),
        },
        y: { domain: [low, high], ticks, tickFormat: decade, tickPadding: 26 },
        marks: [
          rampStrip(`${frame.id}-${frame.width}-chain-hatch`, { width: 9, gap: 12 }),
          Plot.ruleX(
            points.map(([l]) => l),
            { stroke: 'var(--hair)' },
          ),
          Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
          track(points, look, { width: 1.75 }),
          Plot.dot(points, { r: layers > 25 ? 2 : 3.2, fill: look.line }),
          ...(Number.isNaN(back[0]!)
            ? []
            : [
                endLabels([
                  { y: points[0]![1], text: size(back[0]!, 1), color: look.text, leader: look.line },
                ]),
              ]),
        ],
      },
      { title: 'The gradient on its way back', description: describeBack(chain) },
    ),
  };
}

/** A size from its decades: `9.54 × 10^−7`. */
function size(decades: number, digits = 2): string {
  if (Number.isNaN(decades)) return 'not a number';
  if (decades === Number.NEGATIVE_INFINITY) return '0';
  if (!Number.isFinite(decades)) return '∞';
  if (decades > -3 && decades < 6) return shown(10 ** decades);
  const exponent = Math.floor(decades + 1e-12);
  return `${(10 ** (decades - exponent)).toFixed(digits)} × 10^${tick(exponent)}`;
}

const spoken = (decades: number): string => size(decades).replace('10^', '10 to the power ');

function describeBack({ back, layers }: Chain): string {
  return `Logarithmic chart of the gradient from the end of ${layers} layers, where it is 1, to the start, where it is ${spoken(back[0]!)}.`;
}

/** The gain of one unit, and what a chain of them makes of a gradient. */
export function draw(chain: Chain, frame: Frame): Panel[] {
  const half = frame.phone || frame.width < 560 ? frame.width : Math.floor((frame.width - GAP) / 2);
  const part = { ...frame, width: half };
  return [gainPanel(chain, part), backPanel(chain, part)];
}

const plural = (n: number): string => (n === 1 ? 'one layer' : `${n} layers`);

function titleOf({ back, layers, w, activation }: Chain): string {
  const end = back[0]!;
  const left = `${plural(layers)} of ${activation.label}`;
  if (Number.isNaN(end)) return `On its way through ${left} the gradient stops being a number`;
  if (end === Number.NEGATIVE_INFINITY)
    return `${w === 0 ? 'With weight 0' : 'A flat stretch on the way, and'} nothing comes back through ${left}`;
  if (end < -0.5) return `After ${left}, ${size(end)} of the gradient is left`;
  if (end > 0.5) return `The gradient grows to ${size(end)} times its size through ${left}`;
  return `The gradient comes back through ${left} at about its own size`;
}

/** The picture in words. */
export function read(chain: Chain): Reading {
  const { w, b, input, factors } = chain;
  const [first, last] = [shown(factors[0]!), shown(factors.at(-1)!)];
  return {
    title: titleOf(chain),
    finding: `With w = ${shown(w)}, b = ${shown(b)} the first factor is ${first} at a = ${shown(input)}, the last ${last}. ${windowSentence(chain)}`,
    description: `${describeGain(chain)} ${describeBack(chain)}`,
  };
}

/** Layer by layer. */
export function table({ factors, back }: Chain): Table {
  return {
    columns: [{ label: 'layer' }, { label: 'factor w φ′(h)' }, { label: 'log10 of what is left before it' }],
    rows: factors.map((factor, l) => [l + 1, factor, back[l]!]),
  };
}
