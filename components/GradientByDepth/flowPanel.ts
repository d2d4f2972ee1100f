import * as Plot from '@observablehq/plot';
import { createBackdrop } from '../../src/figure/backdrop.ts';
import { identity } from '../../src/figure/identity.ts';
import { type EndLabel, endLabels } from '../../src/figure/labels.ts';
import { decade, plotUnnamed } from '../../src/figure/plot.ts';
import { rampStrip } from '../../src/figure/rampStrip.ts';
import { described, type Words } from '../../src/figure/svg.ts';
import type { Frame } from '../../src/figure/widget.ts';
import { activationOf, type Comparison, type Measured, markedFormats, readsZero } from './model.ts';

const stepFor = (low: number, high: number): number =>
  [1, 2, 3, 5, 6, 10, 15, 20, 30, 50, 60, 100].find((s) => (high - low) / s <= 8) ?? 100;

/**
 * The decades shown: all that was measured or predicted, with a little air, and never less than four. They grow by half
 * a step of the axis, so that the axis rests while a setting is dragged.
 */
export function decadesOf({ networks }: Comparison): readonly [number, number] {
  const values = networks
    .flatMap((n) => [...n.samples.flat(), ...(n.prediction.log10Delta ?? []), ...(n.bound ?? [])])
    .filter(Number.isFinite);
  const [least, most] = [Math.min(-3, ...values), Math.max(1, ...values)];
  const grain = stepFor(least, most) / 2;
  const [low, high] = [Math.floor(least / grain) * grain, Math.ceil(most / grain) * grain];
  const air = (high - low) * 0.04;
  return [Math.max(low - air, -320), Math.min(high + air, 320)];
}

/** Whole decades for the axis, some six of them, always with 0. */
export function decadeTicks(low: number, high: number): number[] {
  const step = stepFor(low, high);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step);
}

/** Where the chart lies in its panel, in pixels from the edges. */
export const flowArea = (phone: boolean) =>
  ({ left: phone ? 54 : 66, right: phone ? 82 : 148, top: 14, bottom: 30 }) as const;

const backdrop = createBackdrop();

/** Gradient size by layer: dots measured, plain lines theory, dashed the steady rate, dotted the bound of one chain. */
export function flowPanel(comparison: Comparison, frame: Frame, words: Words): SVGElement {
  const { shape, layer, networks } = comparison;
  const { depth } = shape;
  const { phone } = frame;
  const [low, high] = decadesOf(comparison);
  const every = Math.max(1, Math.ceil(depth / (phone ? 14 : 26)));
  const panel = backdrop(frame, [depth, low, high], () =>
    plotUnnamed(frame, axes(depth, low, high, frame), 'axes'),
  );
  const moving = plotUnnamed(
    frame,
    {
      ...size(phone),
      x: { domain: [depth, 1], axis: null },
      y: { domain: [low, high], axis: null },
      marks: [
        Plot.ruleX([layer], dots),
        networks.map((network) => bound(network, low)),
        networks.map((network) => measured(network, every, low)),
        networks.map(theory),
        networks.map((network) => steady(network, low, high)),
        Plot.dot([0], { x: [depth], y: [0], r: 3.5, fill: 'var(--ink)' }),
        formatsIn(low, high).map((format) => floatName(format, depth, phone)),
        phone ? null : networks.map((network) => boundLabel(network, low)),
        endLabels(networks.flatMap((network) => label(network, low, high, phone))),
      ],
    },
    'networks',
  );
  panel.append(...moving.childNodes);
  return described(frame, panel, words);
}

const formatsIn = (low: number, high: number) =>
  markedFormats.filter((format) => readsZero(format) > low && readsZero(format) < high);

function size(phone: boolean) {
  const { left, right, top, bottom } = flowArea(phone);
  const margins = { marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom };
  return { height: phone ? 320 : 380, ...margins };
}

/** Layers from the last to the first, decades of gradient, and where number formats end. */
function axes(depth: number, low: number, high: number, { id, phone }: Frame): Plot.PlotOptions {
  const layers = Array.from({ length: depth }, (_, i) => depth - i);
  return {
    ...size(phone),
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
      formatsIn(low, high).map((format) => Plot.ruleY([readsZero(format)], dots)),
    ],
  };
}

function layerTicks(depth: number, phone: boolean): number[] {
  const step = [1, 2, 5, 10, 20].find((s) => depth / s <= (phone ? 5 : 11)) ?? 20;
  const inner = Array.from({ length: Math.floor(depth / step) }, (_, i) => (i + 1) * step);
  return [depth, ...inner.filter((l) => depth - l > step * 0.6 && l > 1).reverse(), 1];
}

const dots = { stroke: 'var(--ink-2)', strokeDasharray: '1,3' } as const;

/** Words among lines: the paper around them keeps them legible where a line passes. */
const amongLines = {
  dx: 8,
  textAnchor: 'start',
  fill: 'var(--ink-2)',
  stroke: 'var(--paper)',
  strokeWidth: 4,
} as const;

function floatName(format: (typeof markedFormats)[number], depth: number, phone: boolean): Plot.Markish {
  const text = phone ? `${format} stores 0` : `${format} stores 0 below this line`;
  return Plot.text([text], { x: [depth], y: [readsZero(format)], dy: 11, ...amongLines });
}

/** [layer, decades] of values by layer, cut at the lower edge where an exact zero or a deep value leaves the plot. */
const points = (values: readonly number[], low: number): [number, number][] =>
  values.map((v, i) => [i + 1, Number.isFinite(v) ? Math.max(v, low) : v > 0 ? Number.NaN : low]);

function measured(network: Measured, every: number, low: number): Plot.Markish {
  const { samples, mean } = network;
  const look = identity(activationOf(network).family);
  const thin = samples.length > 1 ? samples : [];
  const dots = points(mean, low).filter(([l]) => (l - 1) % every === 0);
  return [
    thin.map((row) =>
      Plot.line(points(row, low), { stroke: look.line, strokeWidth: 0.75, strokeOpacity: 0.55 }),
    ),
    look.twin ? Plot.dot(dots, { r: 4.2, fill: look.line }) : null,
    Plot.dot(dots, { r: look.twin ? 2 : 3.2, fill: look.twin ? 'var(--paper)' : look.line }),
  ];
}

const theory = ({ prediction }: Measured): Plot.Markish =>
  prediction.log10Delta &&
  Plot.line(points(prediction.log10Delta, Number.NEGATIVE_INFINITY), {
    stroke: 'var(--ink)',
    strokeWidth: 1.25,
  });

/** Decades by which the finite-depth line must leave the steady one before the latter is worth a line of its own. */
const apart = 0.15;

/** ½ log₁₀ χ₁ per layer from the last layer on: where the line would go if q had settled from the start. */
function steady({ prediction }: Measured, low: number, high: number): Plot.Markish {
  const { settled, log10Delta } = prediction;
  if (!settled || !log10Delta || !(settled.chi > 0 && settled.chi < Number.POSITIVE_INFINITY)) return null;
  const line = log10Delta.map((_, i) => ((log10Delta.length - 1 - i) / 2) * Math.log10(settled.chi));
  if (!line.some((value, i) => Math.abs(value - log10Delta[i]!) > apart)) return null;
  const shown = line.flatMap((value, i) => (value >= low && value <= high ? [[i + 1, value] as const] : []));
  return Plot.line(shown, { stroke: 'var(--ink)', strokeWidth: 1, strokeDasharray: '7,4' });
}

const bound = (network: Measured, low: number): Plot.Markish =>
  network.bound &&
  Plot.line(points(network.bound, low), { stroke: 'var(--ink-2)', strokeWidth: 1, strokeDasharray: '1,4' });

function boundLabel(network: Measured, low: number): Plot.Markish {
  if (!network.bound) return null;
  const at = Math.max(1, Math.round(network.bound.length * 0.42));
  const y = Math.max(network.bound[at - 1]!, low);
  return Plot.text([boundName(network)], { x: [at], y: [y], dy: -9, ...amongLines });
}

/** `4^−L …` for the sigmoid: one unit a layer, weights 1. */
export function boundName(network: Measured): string {
  const inverse = 1 / activationOf(network).claims.lipschitz;
  const base = Number.isInteger(inverse) ? String(inverse) : inverse.toPrecision(3);
  return `${base}^−L, the bound of one chain`;
}

function label(network: Measured, low: number, high: number, phone: boolean): EndLabel[] {
  const end = network.mean[0]!;
  const y = Number.isNaN(end) ? high : Math.min(Math.max(end, low), high);
  const look = identity(activationOf(network).family);
  const name = `${network.setting.slot.toUpperCase()} ${activationOf(network).label}`;
  return [{ y, text: phone ? short(name) : name, color: look.text, leader: look.line }];
}

const short = (name: string): string => (name.length > 10 ? `${name.slice(0, 9)}…` : name);
