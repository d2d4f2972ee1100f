import * as Plot from '@observablehq/plot';
import { type Point, thin, track } from '../../src/figure/curve.ts';
import { identity } from '../../src/figure/identity.ts';
import { type EndLabel, endLabels } from '../../src/figure/labels.ts';
import { decade, grid, plot } from '../../src/figure/plot.ts';
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

/** The end of the number format, if it lies in the picture: a dotted line, and what is beyond it sunk. */
function formatMarks({ settings, largest, smallest }: Runaway, low: number, high: number): Plot.Markish[] {
  const ends = [
    { at: Math.log10(largest), edge: high, text: `${settings.format} ends here`, dy: -8 },
    { at: Math.log10(smallest), edge: low, text: `${settings.format} knows only 0 below`, dy: 10 },
  ];
  return ends
    .filter(({ at }) => at > low && at < high)
    .flatMap(({ at, edge, text, dy }) => [
      Plot.rectY([0], {
        y1: Math.min(at, edge),
        y2: Math.max(at, edge),
        x1: 1,
        x2: settings.depth,
        fill: 'var(--sunk)',
      }),
      Plot.ruleY([at], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' }),
      Plot.text([at], { y: at, frameAnchor: 'left', text: () => text, dx: 6, dy, fill: 'var(--ink-2)' }),
    ]);
}

function labels({ series }: Runaway, [low, high]: readonly [number, number]): EndLabel[] {
  return series.map((one) => {
    const { label, family } = activationOf(one);
    const { line, text } = identity(family);
    const y = Math.log10(one.theory.at(-1) ?? 1);
    return { y: Math.min(high, Math.max(low, y)), text: label, color: text, leader: line };
  });
}

/** Root mean square by layer on a log axis: single networks, their mean, and the theory. */
export function draw(result: Runaway, frame: Frame): Panel[] {
  const { depth } = result.settings;
  const [low, high] = decades(result);
  const every = Math.ceil(depth / (frame.phone ? 17 : 34));
  const height = frame.phone ? 340 : 380;
  const [main, ...others] = result.series;
  const layerTicks = [1, ...[20, 40, 60, 80, 100].map((share) => Math.round((depth * share) / 100))];
  const shown = [...new Set(layerTicks)].filter((l) => l === 1 || l > 0.08 * depth);
  const options = {
    height,
    marginLeft: 44,
    marginRight: frame.phone ? 84 : 120,
    marginTop: 14,
    x: {
      domain: [1, Math.max(2, depth)],
      ticks: shown,
      tickFormat: (l: number) => (l === 1 && !frame.phone ? 'layer 1' : String(l)),
    },
    y: { domain: [low, high], ticks: ticks(low, high), tickFormat: decade },
    marks: [
      grid(ticks(low, high)),
      ...formatMarks(result, low, high),
      ...[...others, main!].flatMap((series) =>
        marksOf(series, series === main, every, ((high - low) / height) * 0.7),
      ),
      endLabels(labels(result, [low, high])),
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
      ...series.flatMap(({ theory, mean }) => [theory[l] ?? 'overflow', mean[l] ?? 'overflow']),
    ]),
  };
}
