import * as Plot from '@observablehq/plot';
import { findActivation } from '../../src/activations/index.ts';
import { identity } from '../../src/figure/identity.ts';
import { endLabels } from '../../src/figure/labels.ts';
import { decade, plot, tick } from '../../src/figure/plot.ts';
import { rampStrip } from '../../src/figure/rampStrip.ts';
import { cellText } from '../../src/figure/table.ts';
import type { Frame, Panel, Reading, Table } from '../../src/figure/widget.ts';
import type { Atlas, Picture } from './atlas.ts';
import { type Line, shape } from './measure.ts';

const GAP = 24;
/** Networks of every recorded function. */
const RECORDED = 10;
const names = ['PyTorch ⅓', 'Xavier 1', 'He 2'] as const;
const { depth } = shape;

const numbered = (values: readonly number[], [low, high]: readonly [number, number]): [number, number][] =>
  values.map((v, i) => [i + 1, Number.isFinite(v) ? Math.min(Math.max(v, low), high) : Number.NaN]);

/** One scale for all pictures, so that they can be compared by eye. */
function domainOf(atlas: Atlas): [number, number] {
  const all = atlas.flatMap(({ lines }) => lines.flatMap(({ mean, theory }) => [...mean, ...theory]));
  const values = all.filter(Number.isFinite);
  return [Math.max(-40, Math.min(-17, ...values)), Math.min(20, Math.max(1.5, ...values))];
}

function picture({ spec, lines }: Picture, i: number, frame: Frame, domain: [number, number]): Panel {
  const activation = findActivation(spec);
  const look = identity(activation.family);
  const step = domain[1] - domain[0] > 24 ? 8 : 4;
  const first = Math.ceil(domain[0] / step);
  const ticks = Array.from(
    { length: Math.floor(domain[1] / step) - first + 1 },
    (_, k) => (first + k) * step,
  );
  return {
    key: `picture-${i + 1}`,
    heading: activation.label,
    svg: plot(
      frame,
      {
        height: frame.phone ? 210 : 230,
        marginLeft: 56,
        marginRight: 92,
        marginTop: 8,
        x: {
          domain: [depth, 1],
          ticks: [20, 15, 10, 5, 1],
          tickFormat: (l: number) => (l === depth ? `layer ${l}` : String(l)),
        },
        y: { domain, ticks, tickFormat: decade, tickPadding: 22 },
        marks: [
          rampStrip(`${frame.id}-${frame.width}-atlas-${i}`, { width: 7, gap: 9 }),
          Plot.ruleX(
            Array.from({ length: depth }, (_, l) => l + 1),
            { stroke: 'var(--hair)' },
          ),
          Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
          lines.map(({ mean }) => dots(numbered(mean, domain), look)),
          lines.map(({ theory }) =>
            Plot.line(numbered(theory, domain), { stroke: 'var(--ink)', strokeWidth: 1.25 }),
          ),
          endLabels(
            lines.map(({ mean }, k) => ({
              y: numbered(mean, domain)[0]![1] || 0,
              text: names[k]!,
              color: 'var(--ink)',
              leader: 'var(--ink-3)',
            })),
          ),
        ],
      },
      { title: `Gradients of ${activation.label} by depth`, description: describe(spec, lines) },
    ),
  };
}

function dots(points: [number, number][], { line, twin }: ReturnType<typeof identity>): Plot.Markish {
  if (!twin) return Plot.dot(points, { r: 3, fill: line });
  return [Plot.dot(points, { r: 4, fill: line }), Plot.dot(points, { r: 1.8, fill: 'var(--paper)' })];
}

const signed = (value: number): string => cellText(Number(value.toFixed(2)) + 0, 4);

function describe(spec: string, lines: readonly Line[]): string {
  const parts = lines.map(
    ({ mean, theory }, k) => `${names[k]}: measured ${signed(mean[0]!)}, theory ${signed(theory[0]!)}`,
  );
  return (
    `${findActivation(spec).label}: size of the gradient from layer 20 at the left to layer 1 at the right, logarithmic, three ` +
    `weight variances. Decades at layer 1: ${parts.join('; ')}. Dots lie on the theory lines.`
  );
}

/** Four small pictures on one scale. */
export function draw(atlas: Atlas, frame: Frame): Panel[] {
  const width = frame.phone ? frame.width : Math.floor((frame.width - GAP) / 2);
  const domain = domainOf(atlas);
  return atlas.map((one, i) => picture(one, i, { ...frame, width }, domain));
}

/** Largest distance of a mean from theory at layer 1, in decades. */
export function worstGap(atlas: Atlas): number {
  const gaps = atlas.flatMap(({ lines }) => lines.map(({ mean, theory }) => Math.abs(mean[0]! - theory[0]!)));
  return Math.max(...gaps.filter(Number.isFinite));
}

/** The picture in words. */
export function read(atlas: Atlas): Reading {
  const fourth = atlas[3]!;
  const label = findActivation(fourth.spec).label;
  const { networks } = fourth.lines[0]!;
  const now =
    networks < RECORDED
      ? ` What is shown of ${label} was measured just now, with ${networks} networks instead of ${RECORDED}.`
      : '';
  const ends = fourth.lines.map(({ mean }, k) => `${signed(mean[0]!)} decades at ${names[k]}`);
  return {
    title: 'Theory foresees the gradients of real networks, function by function',
    finding: `Between layers 20 and 1, ${label} changes the gradient by ${ends.join(', ')}. The largest gap between dots and lines at layer 1 is ${signed(worstGap(atlas))} decades.${now}`,
    description: atlas.map(({ spec, lines }) => describe(spec, lines)).join(' '),
  };
}

/** Every line at layer 1. */
export function table(atlas: Atlas): Table {
  return {
    columns: [
      { label: 'function' },
      { label: 'variance × fan-in' },
      { label: 'measured, log10', digits: 4 },
      { label: 'standard deviation', digits: 2 },
      { label: 'theory, log10', digits: 5 },
      { label: 'networks' },
    ],
    rows: atlas.flatMap(({ spec, lines }) =>
      lines.map(({ mean, spread, theory, networks }, k) => [
        findActivation(spec).label,
        ['1/3', tick(1), tick(2)][k]!,
        mean[0]!,
        spread,
        theory[0]!,
        networks,
      ]),
    ),
  };
}
