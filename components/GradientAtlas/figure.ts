import * as Plot from '@observablehq/plot';
import { findActivation } from '../../src/activations/index.ts';
import { identity } from '../../src/figure/identity.ts';
import { type EndLabel, endLabels } from '../../src/figure/labels.ts';
import { decade, plot } from '../../src/figure/plot.ts';
import { rampStrip } from '../../src/figure/rampStrip.ts';
import type { Frame, Panel } from '../../src/figure/widget.ts';
import type { Atlas, Picture } from './atlas.ts';
import { fateOf, fatesOf } from './fate.ts';
import { type Line, shape } from './measure.ts';
import { describe, names } from './words.ts';

const GAP = 24;
const { depth } = shape;

const numbered = (values: readonly number[], [low, high]: readonly [number, number]): [number, number][] =>
  values.map((v, i) => [i + 1, Number.isFinite(v) ? Math.min(Math.max(v, low), high) : Number.NaN]);

/** What lies beyond is drawn at the edge, and does not press the other pictures flat. */
const bounds = [-40, 20] as const;

/** One scale for all pictures, so that they can be compared by eye. */
function domainOf(atlas: Atlas): [number, number] {
  const all = atlas.flatMap(({ lines }) => lines.flatMap(({ mean, theory }) => [...mean, ...theory]));
  const values = all.filter((value) => value >= bounds[0] && value <= bounds[1]);
  return [Math.min(-17, ...values), Math.max(1.5, ...values)];
}

/** The name of a line at its end: at an edge of the picture where there is no number. */
function lineLabel({ mean }: Line, k: number, domain: readonly [number, number]): EndLabel {
  const fate = fateOf(mean[0]!);
  const end = numbered(mean, domain)[0]![1];
  return {
    y: fate === 'finite' ? end : fate === 'nothing' ? domain[0] : domain[1],
    text: fate === 'finite' ? names[k]! : `${names[k]!}: ${fate}`,
    color: 'var(--ink)',
    leader: 'var(--ink-3)',
  };
}

function ticksIn([low, high]: readonly [number, number]): number[] {
  const step = high - low > 24 ? 8 : 4;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, k) => (first + k) * step);
}

function picture({ spec, lines }: Picture, i: number, frame: Frame, domain: [number, number]): Panel {
  const activation = findActivation(spec);
  const look = identity(activation.family);
  const marginLeft = 56;
  const marginRight = fatesOf(lines).every((fate) => fate === 'finite') ? 92 : 150;
  const room = frame.width - marginLeft - marginRight;
  return {
    key: `picture-${i + 1}`,
    heading: activation.label,
    svg: plot(
      frame,
      {
        height: frame.phone ? 210 : 230,
        marginLeft,
        marginRight,
        marginTop: 8,
        x: {
          domain: [depth, 1],
          ticks: room < 170 ? [20, 10, 1] : [20, 15, 10, 5, 1],
          tickFormat: (l: number) => (l === depth ? `layer ${l}` : String(l)),
        },
        y: { domain, ticks: ticksIn(domain), tickFormat: decade, tickPadding: 22 },
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
          endLabels(lines.map((line, k) => lineLabel(line, k, domain))),
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

/** Four small pictures on one scale. */
export function draw(atlas: Atlas, frame: Frame): Panel[] {
  const width = frame.phone ? frame.width : Math.floor((frame.width - GAP) / 2);
  const domain = domainOf(atlas);
  return atlas.map((one, i) => picture(one, i, { ...frame, width }, domain));
}
