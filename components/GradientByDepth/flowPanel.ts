import * as Plot from '@observablehq/plot';
import { createBackdrop } from '../../src/figure/backdrop.ts';
import { identity } from '../../src/figure/identity.ts';
import { phoneWidth } from '../../src/figure/panels.ts';
import { decade, plotUnnamed } from '../../src/figure/plot.ts';
import { rampStrip } from '../../src/figure/rampStrip.ts';
import { roundLayers } from '../../src/figure/roundLayers.ts';
import { described, type Words } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { endings, indent } from './endings.ts';
import { flowLabels } from './flowLabels.ts';
import { type Field, formatName } from './formatNames.ts';
import { boundOf, type Decades, decadesOf, decadeTicks, points, steadyOf } from './lines.ts';
import { activationOf, type Comparison, formatsIn, type Measured, readsZero } from './model.ts';

/** Where the chart lies in its panel, in pixels from the edges; words stand right of it. */
export function flowArea(width: number) {
  const phone = width < phoneWidth;
  const right = phone ? 94 : width < 700 ? 148 : 176;
  return { left: phone ? 54 : 66, right, top: 14, bottom: 30 } as const;
}

const heightAt = (phone: boolean): number => (phone ? 320 : 380);

const backdrop = createBackdrop();

/** Gradient size by layer: dots measured, plain lines theory, dashed the steady rate, dotted the bound of one chain. */
export function flowPanel(comparison: Comparison, frame: Frame, words: Words): SVGElement {
  const { shape, layer, networks } = comparison;
  const { phone } = frame;
  const field = fieldOf(comparison, frame);
  const { depth, low, high } = field;
  const every = Math.max(1, Math.ceil(depth / (phone ? 14 : 26)));
  const panel = backdrop(frame, [shape.depth, low, high], () =>
    plotUnnamed(frame, axes(depth, low, high, frame), 'axes'),
  );
  const room = flowArea(frame.width).right - indent;
  const fine = (high - low) / (field.bottom - field.top);
  const named = formatsIn(low, high).map((format) => ({
    format,
    mark: formatName(format, comparison, field, phone),
  }));
  // What finds no place among the lines stands beside them.
  const unplaced = named
    .filter(({ mark }) => !mark)
    .map(({ format }) => ({ y: readsZero(format), text: `${format}: 0`, ...aside }));
  const moving = plotUnnamed(
    frame,
    {
      ...size(frame),
      x: { domain: [depth, 1], axis: null },
      y: { domain: [low, high], axis: null },
      marks: [
        Plot.ruleX([layer], dotted),
        networks.map((network) => line(boundOf(network), low, bound)),
        networks.map((network) => measured(network, every, low)),
        networks.map(({ prediction }) => line(prediction.log10Delta, low, theory)),
        networks.map((network) => steady(steadyOf(network), low, high)),
        Plot.dot([0], { x: [depth], y: [0], r: 3.5, fill: 'var(--ink)' }),
        named.map(({ mark }) => mark),
        endings([...flowLabels(comparison, { low, high, fine, room, phone }), ...unplaced]),
      ],
    },
    'networks',
  );
  panel.append(...moving.childNodes);
  return described(frame, panel, words);
}

function fieldOf(comparison: Comparison, { width, phone }: Frame): Field {
  const { left, right, top, bottom } = flowArea(width);
  const [low, high] = decadesOf(comparison);
  const edges = { left, right: width - right, top, bottom: heightAt(phone) - bottom };
  return { ...edges, low, high, depth: comparison.shape.depth };
}

function size({ width, phone }: Frame) {
  const { left, right, top, bottom } = flowArea(width);
  const margins = { marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom };
  return { height: heightAt(phone), ...margins };
}

/** Layers from the last to the first, decades of gradient, and where number formats end. */
function axes(depth: number, low: number, high: number, frame: Frame): Plot.PlotOptions {
  const { id, phone } = frame;
  const layers = Array.from({ length: depth }, (_, i) => depth - i);
  return {
    ...size(frame),
    x: {
      domain: [depth, 1],
      ticks: layerTicks(depth, phone),
      tickFormat: (l: number) => (l === depth ? `layer ${l}` : String(l)),
    },
    y: {
      domain: [low, high],
      ticks: decadeTicks(low, high),
      tickFormat: decade,
      tickPadding: phone ? 20 : 28,
    },
    marks: [
      rampStrip(`${id}-hatch`, phone ? { width: 7, gap: 7 } : { width: 9, gap: 12 }),
      Plot.ruleX(depth > 40 ? layers.filter((l) => l % 5 === 0) : layers, { stroke: 'var(--hair)' }),
      Plot.ruleY([0], { stroke: 'var(--ink-3)' }),
      formatsIn(low, high).map((format) => Plot.ruleY([readsZero(format)], dotted)),
    ],
  };
}

function layerTicks(depth: number, phone: boolean): number[] {
  const round = roundLayers(depth, phone ? 5 : 11);
  const apart = 0.6 * round[0]!;
  return [depth, ...round.filter((l) => depth - l > apart && l > 1).reverse(), 1];
}

const aside = { color: 'var(--ink-2)', leader: 'var(--ink-3)' } as const;
const dotted = { stroke: 'var(--ink-2)', strokeDasharray: '1,3' } as const;
const bound = { stroke: 'var(--ink-2)', strokeWidth: 1, strokeDasharray: '1,4' } as const;
const theory = { stroke: 'var(--ink)', strokeWidth: 1.25 } as const;

const line = (values: Decades | null, low: number, look: Plot.LineOptions): Plot.Markish =>
  values && Plot.line(points(values, low), look);

function measured(network: Measured, every: number, low: number): Plot.Markish {
  const { samples, mean } = network;
  const look = identity(activationOf(network).family);
  const thin = samples.length > 1 ? samples : [];
  const dots = points(mean, low).filter(([l, y]) => (l - 1) % every === 0 && !Number.isNaN(y));
  return [
    thin.map((row) =>
      Plot.line(points(row, low), { stroke: look.line, strokeWidth: 0.75, strokeOpacity: 0.55 }),
    ),
    look.twin ? Plot.dot(dots, { r: 4.2, fill: look.line }) : null,
    Plot.dot(dots, { r: look.twin ? 2 : 3.2, fill: look.twin ? 'var(--paper)' : look.line }),
  ];
}

function steady(values: Decades | null, low: number, high: number): Plot.Markish {
  if (!values) return null;
  const shown = values.flatMap((value, i) =>
    value >= low && value <= high ? [[i + 1, value] as const] : [],
  );
  return Plot.line(shown, { stroke: 'var(--ink)', strokeWidth: 1, strokeDasharray: '7,4' });
}
