import * as Plot from '@observablehq/plot';
import { isOffChart, withinReach } from './reach.ts';
import { described, short, svg, type Words } from './svg.ts';
import type { Frame } from './widget.ts';

/** A number as the book prints it: true minus sign, no trailing zeros. */
export function tick(value: number): string {
  return String(Number(value.toPrecision(12))).replace('-', '−');
}

/** The tick of 10^`exponent` on an axis of decades; `plot` raises the exponent. */
export function decade(exponent: number): string {
  if (exponent === 0) return '1';
  if (exponent === 1) return '10';
  return `10^${tick(exponent)}`;
}

const house = {
  marginTop: 12,
  marginRight: 12,
  marginBottom: 28,
  marginLeft: 30,
  style: {
    fontFamily: 'var(--sans)',
    fontSize: '12px',
    color: 'var(--ink-3)',
    background: 'none',
    overflow: 'visible',
  },
};

const axis = { tickSize: 0, tickPadding: 7, label: null, tickFormat: tick };

/**
 * Draws Plot options in the house style at the frame's width: no axis lines, no tick marks, true minus signs, raised
 * exponents, a title and a description. The same in the build's document and in the page's.
 */
export function plot(frame: Frame, options: Plot.PlotOptions, words: Words): SVGElement {
  return described(frame, plotUnnamed(frame, options, words.title), words);
}

/** The same without title and description, for a part that stays while others change. Its ids are made of `name`. */
export function plotUnnamed(frame: Frame, options: Plot.PlotOptions, name: string): SVGElement {
  const root = Plot.plot({
    ...house,
    ...options,
    width: options.width ?? frame.width,
    document: frame.document,
    className: 'np',
    x: { ...axis, ...options.x, ...withinReach(options.x) },
    y: { ...axis, ...options.y, ...withinReach(options.y) },
  } as Plot.PlotOptions) as SVGElement;
  root.querySelector('style')?.remove();
  ownClips(frame, root, name);
  roundPositions(root);
  raiseExponents(frame, root);
  return root;
}

/** Names clip paths after the figure and the picture: Plot counts them by page, and the build's page is another one. */
function ownClips(frame: Frame, root: SVGElement, name: string): void {
  root.querySelectorAll('clipPath').forEach((clip, i) => {
    const id = `${frame.id}-${frame.width}-${name.replace(/\W+/g, '-')}-clip-${i}`;
    for (const user of root.querySelectorAll(`[clip-path="url(#${clip.id})"]`))
      user.setAttribute('clip-path', `url(#${id})`);
    clip.id = id;
  });
}

const positions = new Set('transform x y x1 x2 y1 y2 cx cy width height d'.split(' '));

/**
 * Cuts positions to hundredths of a pixel: a chart is a quarter lighter, and build and page agree to the letter. What
 * stands far outside of the chart is hidden there.
 */
function roundPositions(root: SVGElement): void {
  for (const element of root.querySelectorAll('*')) {
    const { attributes } = element;
    for (let i = 0; i < attributes.length; i++) {
      const { name, value } = attributes[i]!;
      if (isOffChart(name, value)) element.setAttribute('display', 'none');
      if (!value.includes('.') || !positions.has(name)) continue;
      const rounded = value.replace(/-?\d*\.\d{3,}/g, (n) => short(Number(n)));
      if (rounded !== value) element.setAttribute(name, rounded);
    }
  }
}

/** Raises what follows a caret: `10^−6`, `4^1−L, the bound of one chain`. */
function raiseExponents(frame: Frame, root: SVGElement): void {
  for (const text of root.querySelectorAll('text')) {
    const parts = (text.textContent ?? '').split(/\^(1−L|−?(?:\d+|L))/);
    if (parts.length === 1 || text.childElementCount > 0) continue;
    text.textContent = parts[0]!;
    for (let i = 1; i < parts.length; i += 2) {
      text.append(svg(frame, 'tspan', { dy: '-.42em', 'font-size': '.78em' }, parts[i]!));
      if (parts[i + 1]) text.append(svg(frame, 'tspan', { dy: '.33em' }, parts[i + 1]!));
    }
  }
}

/** Horizontal hairlines at the labelled ticks. */
export function grid(ticks?: readonly number[]): Plot.Markish {
  const style = { stroke: 'var(--hair)', strokeOpacity: 1 };
  return ticks ? Plot.gridY([...ticks], style) : Plot.gridY(style);
}

/** The zero line (or another quiet rule) across the plot. */
export const zeroLine = (y = 0): Plot.Markish => Plot.ruleY([y], { stroke: 'var(--rule)' });

/** The vertical line at x = 0. */
export const zeroColumn = (x = 0): Plot.Markish => Plot.ruleX([x], { stroke: 'var(--rule)' });

/** A dotted threshold; say what it means with a text mark beside it. */
export const threshold = (y: number): Plot.Markish =>
  Plot.ruleY([y], { stroke: 'var(--ink-2)', strokeDasharray: '1,3' });
