import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { MarkupNode } from '../protocol.ts';
import { chartOutput } from './chart.ts';
import { createPlot } from './plot.ts';
import { VirtualDocument } from './virtualDocument.ts';
import type { VirtualElement } from './virtualElement.ts';

const rows = Array.from({ length: 12 }, (_, i) => ({
  x: i,
  y: Math.sin(i),
  z: i % 3,
  name: 'abc'[i % 3]!,
  date: new Date(i * 1e10),
}));
const xy = { x: 'x', y: 'y' } as const;
const grid = { x1: 0, y1: 0, x2: 1, y2: 1, width: 8, height: 6 };
const wave = (x: number, y: number): number => x * y;
const triangle = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [0, 9],
      [9, 9],
      [0, 0],
    ],
  ],
};

/** Every mark that cells may use, with the options that make it draw differently. */
const charts: Readonly<Record<string, () => Plot.PlotOptions>> = {
  area: () => ({
    marks: [
      Plot.areaY(rows, xy),
      Plot.areaX(rows, { x: 'y', y: 'x' }),
      Plot.area(rows, { x1: 'x', y1: 'y', y2: 0 }),
    ],
  }),
  arrow: () => ({ marks: [Plot.arrow(rows, { x1: 'x', y1: 0, x2: 'y', y2: 'x', bend: true })] }),
  auto: () => ({ marks: [Plot.auto(rows, xy)] }),
  axis: () => ({
    marks: [
      Plot.axisX({ label: 'x', ticks: 3 }),
      Plot.axisY(),
      Plot.gridX(),
      Plot.gridY(),
      Plot.line(rows, xy),
    ],
  }),
  bar: () => ({
    marks: [Plot.barY(rows, Plot.groupX({ y: 'count' }, { x: 'name', fill: 'name' })), Plot.ruleY([0])],
    color: { legend: true },
  }),
  barX: () => ({ marks: [Plot.barX(rows, { x: 'y', y: 'x', inset: 1 })] }),
  bollinger: () => ({ marks: [Plot.bollingerY(rows, { ...xy, n: 3 })] }),
  box: () => ({ marks: [Plot.boxX(rows, { x: 'y', y: 'name' })] }),
  cell: () => ({
    marks: [Plot.cell(rows, { x: 'x', y: 'z', fill: 'y' })],
    color: { legend: true, scheme: 'blues' },
  }),
  contour: () => ({ marks: [Plot.contour({ ...grid, fill: wave, stroke: 'black' })] }),
  crosshair: () => ({ marks: [Plot.dot(rows, xy), Plot.crosshair(rows, xy)] }),
  delaunay: () => ({
    marks: [
      Plot.delaunayMesh(rows, xy),
      Plot.hull(rows, xy),
      Plot.voronoi(rows, xy),
      Plot.delaunayLink(rows, xy),
      Plot.voronoiMesh(rows, xy),
    ],
  }),
  density: () => ({ marks: [Plot.density(rows, { ...xy, fill: 'density' })] }),
  difference: () => ({ marks: [Plot.differenceY(rows, { x: 'x', y1: 'y', y2: 0 })] }),
  dot: () => ({
    marks: [
      Plot.dot(rows, { ...xy, symbol: 'name', r: 'x', title: 'name' }),
      Plot.circle(rows, xy),
      Plot.hexagon(rows, xy),
    ],
    symbol: { legend: true },
  }),
  facets: () => ({ marks: [Plot.frame(), Plot.dot(rows, { ...xy, fx: 'name', clip: true })] }),
  geo: () => ({
    projection: 'mercator',
    marks: [Plot.geo(triangle as never), Plot.graticule(), Plot.sphere()],
  }),
  hexbin: () => ({ marks: [Plot.dot(rows, Plot.hexbin({ r: 'count' }, xy)), Plot.hexgrid()] }),
  histogram: () => ({ marks: [Plot.rectY(rows, Plot.binX({ y: 'count' }, { x: 'y' }))] }),
  image: () => ({ marks: [Plot.image(rows, { ...xy, src: () => 'data:image/png;base64,', r: 4 })] }),
  line: () => ({
    marks: [Plot.line(rows, { ...xy, z: 'name', stroke: 'name', marker: 'arrow', curve: 'natural' })],
    color: { legend: true },
  }),
  linearRegression: () => ({ marks: [Plot.linearRegressionY(rows, xy)] }),
  link: () => ({ marks: [Plot.link(rows, { x1: 'x', y1: 'y', x2: 'z', y2: 0 }), Plot.tree(['a/b', 'a/c'])] }),
  raster: () => ({ marks: [Plot.raster({ ...grid, fill: wave })], color: { legend: true } }),
  rect: () => ({ marks: [Plot.rect(rows, { x1: 'x', x2: 'z', y1: 0, y2: 'y', rx: 2 })] }),
  rule: () => ({
    marks: [
      Plot.ruleX(rows, { x: 'x', y: 'y' }),
      Plot.ruleY([0]),
      Plot.tickX(rows, { x: 'x', y: 'name' }),
      Plot.tickY(rows, { y: 'x' }),
    ],
  }),
  scales: () => ({
    x: { type: 'log', base: 2 },
    y: { type: 'symlog', grid: true, reverse: true },
    title: 'Title',
    subtitle: 'Sub',
    caption: 'Words',
    marks: [Plot.dot(rows.slice(1), xy)],
  }),
  text: () => ({
    marks: [
      Plot.text(rows, {
        ...xy,
        text: (d) => `${d.name}\nline`,
        rotate: 30,
        textOverflow: 'ellipsis',
        lineWidth: 3,
      }),
    ],
  }),
  time: () => ({ marks: [Plot.line(rows, { x: 'date', y: 'y' })] }),
  tip: () => ({ marks: [Plot.dot(rows, { ...xy, tip: true }), Plot.tip(['fixed'], { x: 1, y: 1 })] }),
  vector: () => ({
    marks: [Plot.vector(rows, { ...xy, length: 'x', rotate: 'y' }), Plot.spike(rows, { ...xy, length: 'x' })],
  }),
  waffleX: () => ({ marks: [Plot.waffleX([1], { x: [5] })] }),
  waffle: () => ({ marks: [Plot.waffleY([1, 2], { y: [5, 7], x: [0, 1] })] }),
};

/** What both documents' charts have in common: names, attributes in order of name, children. */
interface Plain {
  readonly tag: string;
  readonly attributes: readonly string[];
  readonly children: readonly (Plain | string)[];
}

const sorted = (pairs: Iterable<readonly [string, string]>): string[] =>
  [...pairs]
    .map(([name, value]) => `${name}=${name === 'style' ? value.replace(/\s|;$/g, '') : value}`)
    // A style that was set and taken back leaves an empty attribute in one of them.
    .filter((text) => text !== 'style=')
    .sort();

/** Ids count up with every chart drawn, and a picture's bytes depend on the encoder. */
const anonymous = (text: string): string =>
  text.replace(/plot-[a-z]+-\d+/g, 'id').replace(/base64,.*$/, 'base64,');

function fromReal(node: Element): Plain {
  const attributes = sorted([...node.attributes].map(({ name, value }) => [name, anonymous(value)] as const));
  const children = [...node.childNodes].map((child) =>
    child.nodeType === 1 ? fromReal(child as Element) : (child.textContent ?? ''),
  );
  return { tag: node.localName, attributes, children };
}

function fromTree(node: MarkupNode): Plain | string {
  if (typeof node === 'string') return node;
  const attributes = sorted(node.attributes.map(([name, value]) => [name, anonymous(value)] as const));
  return { tag: node.tag, attributes, children: node.children.map(fromTree) };
}

/** linkedom has no canvas; colour ramps and rasters need one. */
function realDocument(): Document {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const create = document.createElement.bind(document);
  const canvas = () => new VirtualDocument().createElement('canvas');
  document.createElement = ((name: string) => (name === 'canvas' ? canvas() : create(name))) as typeof create;
  return document as unknown as Document;
}

describe('the virtual document', () => {
  test.each(Object.entries(charts))('draws %s as a full document does', (_, options) => {
    const real = Plot.plot({ ...options(), document: realDocument() });
    const virtual = Plot.plot({ ...options(), document: new VirtualDocument() as unknown as Document });
    expect(fromTree((virtual as unknown as VirtualElement).toTree())).toEqual(fromReal(real));
  });

  test('covers every mark of Plot that cells may use', () => {
    const used = Object.values(charts).map(String).join();
    const marks = Object.entries(Plot).filter(
      ([, value]) => (value as { prototype?: unknown }).prototype instanceof Plot.Mark,
    );
    const missing = marks
      .map(([name]) => name[0]!.toLowerCase() + name.slice(1))
      .filter((name) => !used.includes(`.${name}(`));
    expect(missing).toEqual([]);
  });
});

describe('a cell’s chart', () => {
  const cellPlot = createPlot(620, new VirtualDocument());
  const draw = (options: Plot.PlotOptions) =>
    chartOutput(cellPlot.plot(options) as unknown as VirtualElement);
  const text = (options: Plot.PlotOptions): string => JSON.stringify(draw(options));

  test('has the book’s height, and grows with rows of bars', () => {
    const height = (options: Plot.PlotOptions): string => /"height","(\d+)"/.exec(text(options))![1]!;
    expect(height({ marks: [Plot.line(rows, xy)] })).toBe('190');
    expect(height({ marks: [Plot.line(rows, xy)], height: 300 })).toBe('300');
    expect(Number(height({ marks: [Plot.barX(rows, { x: 'y', y: 'x' })] }))).toBeGreaterThan(250);
  });

  test('turns the tips of its points into data, and leaves the mark as it was', () => {
    const mark = Plot.dot(rows.slice(0, 2), { ...xy, tip: true });
    const first = draw({ marks: [mark] });
    expect(first.tips.map(({ lines }) => lines)).toEqual([
      ['x 0', 'y 0'],
      ['x 1', 'y 0.841'],
    ]);
    expect(draw({ marks: [mark] }).tips).toEqual(first.tips);
    expect(JSON.stringify(first.root)).not.toContain('cell-tip');
  });

  test('is the same text however many charts came before', () => {
    const options = (): Plot.PlotOptions => ({ marks: [Plot.dot(rows, { ...xy, clip: true })] });
    expect(text(options())).toBe(text(options()));
    expect(text(options())).toContain('url(#n1)');
  });

  test('wears the book’s colours, without style sheets, and has true minus signs', () => {
    const drawn = text({ marks: [Plot.line(rows, { ...xy, stroke: 'name' })] });
    expect(drawn).toContain('var(--fn-sigmoid)');
    expect(drawn).not.toMatch(/#4269d0|"style"|[,"]-\d+(\.\d+)?"\]/);
    expect(drawn).toContain('−');
  });

  test('is named by its marks and axes, by its title, or by its author', () => {
    const name = (options: Plot.PlotOptions): string => /"aria-label","([^"]+)"/.exec(text(options))![1]!;
    const options = { x: { label: 'step' }, marks: [Plot.line(rows, xy), Plot.dot(rows, xy), Plot.gridY()] };
    expect(name(options)).toBe('Chart: line, dot. Across: step, 0 to 10. Up: y, −0.5 to 0.5');
    expect(name({ ...options, title: 'A wave' })).toBe('A wave. Across: step, 0 to 10. Up: y, −0.5 to 0.5');
    expect(name({ ...options, ariaLabel: 'One wave' })).toBe('One wave');
    expect(name({ axis: null, marks: [Plot.barX([1, 2, 3])] })).toBe('Chart: bar');
  });

  test('can be drawn by a mark’s own plot method', () => {
    expect(chartOutput(Plot.dot(rows, xy).plot() as unknown as VirtualElement).root).toMatchObject({
      tag: 'svg',
    });
  });
});
