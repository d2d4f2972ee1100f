import * as Plot from '@observablehq/plot';
import { type Point, thin, track } from '../../src/figure/curve.ts';
import { fitted } from '../../src/figure/fitted.ts';
import { identity } from '../../src/figure/identity.ts';
import { type EndLabel, endLabels } from '../../src/figure/labels.ts';
import { decade, grid, plot } from '../../src/figure/plot.ts';
import { roundLayers } from '../../src/figure/roundLayers.ts';
import type { Frame, Panel, Table } from '../../src/figure/widget.ts';
import { activationOf, type Runaway, type Series } from './model.ts';
import { read } from './words.ts';

const log = (values: readonly number[]): Point[] => values.map((v, l) => [l + 1, Math.log10(v)]);

/** The decades drawn: all that is finite and not 0, between 1e−46 and 1e40, and never less than three. */
export function decades({ series }: Runaway): readonly [number, number] {
  const values = series
    .flatMap(({ theory, runs }) => [...theory, ...runs.flat()])
    .map(Math.log10)
    .filter(Number.isFinite);
  const low = Math.max(-46, Math.min(-1, ...values));
  const high = Math.min(40, Math.max(2, ...values));
  const air = 0.03 * (high - low);
  return [low - air, high + air];
}

function ticks(low: number, high: number): number[] {
  const step = [1, 2, 3, 5, 10].find((s) => (high - low) / s <= 8) ?? 10;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step);
}

function marksOf(series: Series, main: boolean, every: number, fine: number) {
  const { runs, mean, theory } = series;
  const look = identity(activationOf(series).family);
  const measured = log(mean).filter(([l]) => (l - 1) % every === 0);
  return [
    ...runs.flatMap((run) =>
      track(thin(log(run), fine), look, { width: 0.75, dash: undefined, opacity: 0.55, clip: true }),
    ),
    Plot.line(thin(log(theory), fine / 4), {
      stroke: 'var(--ink)',
      strokeWidth: main ? 1.75 : 1.25,
      clip: true,
    }),
    Plot.dot(measured, { x: '0', y: '1', r: main ? 3 : 2.25, fill: look.line, clip: true }),
  ];
}

/** The ends of the number format that lie in the picture: a dotted line, what is beyond it sunk, and over all lines words. */
function formatMarks(
  { settings, largest, smallest }: Runaway,
  low: number,
  high: number,
): { readonly ground: Plot.Markish[]; readonly words: Plot.Markish[] } {
  const ends = [
    { at: Math.log10(largest), edge: high, text: `${settings.format} ends here`, dy: -8 },
    { at: Math.log10(smallest), edge: low, text: `${settings.format} knows only 0 below`, dy: 10 },
  ].filter(({ at }) => at > low && at < high);
  const [x1, x2] = [1, settings.depth];
  const ground = ends.flatMap(({ at, edge }) => [
    Plot.rectY([0], { y1: Math.min(at, edge), y2: Math.max(at, edge), x1, x2, fill: 'var(--sunk)' }),
    Plot.ruleY([at], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' }),
  ]);
  const look = {
    frameAnchor: 'left',
    dx: 6,
    fill: 'var(--ink-2)',
    stroke: 'var(--sunk)',
    strokeWidth: 4,
  } as const;
  const words = ends.map(({ at, text, dy }) => Plot.text([at], { ...look, y: at, text: () => text, dy }));
  return { ground, words };
}

function labels(
  { series, settings }: Runaway,
  [low, high]: readonly [number, number],
  phone: boolean,
): EndLabel[] {
  return series.map((one) => {
    const { label, family } = activationOf(one);
    const { line, text } = identity(family);
    const y = Math.log10(one.theory.at(-1) ?? one.mean.at(-1) ?? 1);
    const name = fitted(label, phone ? 16 : 24);
    const end = { y: Math.min(high, Math.max(low, y)), text: name, color: text, leader: line };
    const out = log(one.theory).find(([, size]) => size < low || size > high);
    // A line that leaves the picture, or ends in it, is named from there.
    const x = out ? out[0] : one.theory.length || one.mean.length;
    return x > 0 && x < settings.depth ? { ...end, x } : end;
  });
}

/** Root mean square by layer on a log axis: single networks, their mean, and the theory. */
export function draw(result: Runaway, frame: Frame): Panel[] {
  const { depth } = result.settings;
  const [low, high] = decades(result);
  const every = Math.ceil(depth / (frame.phone ? 17 : 34));
  const height = frame.phone ? 340 : 380;
  const [main, ...others] = result.series;
  const named = labels(result, [low, high], frame.phone);
  const longest = Math.max(...named.map(({ text }) => text.length));
  const format = formatMarks(result, low, high);
  const options = {
    height,
    marginLeft: 44,
    marginRight: Math.max(frame.phone ? 84 : 120, 18 + 7.4 * longest),
    marginTop: 14,
    x: {
      domain: [1, Math.max(2, depth)],
      ticks: [1, ...roundLayers(depth, 6).filter((layer) => layer > Math.max(1, 0.08 * depth))],
      tickFormat: (l: number) => (l === 1 && !frame.phone ? 'layer 1' : String(l)),
    },
    y: { domain: [low, high], ticks: ticks(low, high), tickFormat: decade },
    marks: [
      grid(ticks(low, high)),
      ...format.ground,
      ...[...others, main!].flatMap((series) =>
        marksOf(series, series === main, every, ((high - low) / height) * 0.7),
      ),
      ...format.words,
      endLabels(named),
    ],
  };
  const { title, description } = read(result);
  return [
    {
      key: 'range',
      axisNote: 'Root mean square of a layer’s pre-activations, by layer',
      svg: plot(frame, options as Plot.PlotOptions, { title, description }),
    },
  ];
}

/** Theory and measurement by layer. */
export function table({ series, settings }: Runaway): Table {
  const columns = series
    .map(activationOf)
    .flatMap(({ label }) => [{ label: `${label}, theory` }, { label: `${label}, mean of five networks` }]);
  return {
    columns: [{ label: 'layer' }, ...columns],
    rows: Array.from({ length: settings.depth }, (_, l) => [
      l + 1,
      ...series.flatMap(({ theory, mean, after }) => [
        theory[l] ?? (after.theory === 'no value' ? '–' : after.theory),
        mean[l] ?? after.mean,
      ]),
    ]),
  };
}
