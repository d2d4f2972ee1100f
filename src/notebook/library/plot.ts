import * as ObservablePlot from '@observablehq/plot';
import { tipClass } from './tipClass.ts';
import type { VirtualDocument } from './virtualDocument.ts';
import type { VirtualElement } from './virtualElement.ts';

/** Height of a cell's chart, as the look of the book has it. */
const houseHeight = 190;

const houseAxis = { tickSize: 0, tickPadding: 7 };

type Options = ObservablePlot.PlotOptions;
type AnyMark = ObservablePlot.Mark & {
  tip?: unknown;
  data?: ObservablePlot.Data;
  facet?: unknown;
  facetAnchor?: unknown;
};
type Drawn = VirtualElement & { scale(name: string): { bandwidth?: number } | undefined };

/**
 * Observable Plot for cells: the same marks, transforms and scales; `plot` and `legend` draw in the book's type and
 * sizes into a document that needs no window. `width` is the default width in pixels. For readers a bundle of its own,
 * which is evaluated when a cell first names Plot: see `kernel/bundle.ts`.
 */
export function createPlot(width: number, document: VirtualDocument): typeof ObservablePlot {
  const plot = (options: Options = {}) => drawPlot(width, document, options);
  const legend = (options: object) =>
    ObservablePlot.legend({
      ...options,
      document,
      className: 'cell-plot',
    } as unknown as ObservablePlot.LegendOptions);
  // `mark.plot()` is a method that the library puts on all its marks.
  const markPrototype = Object.getPrototypeOf(ObservablePlot.Dot.prototype) as { plot: unknown };
  markPrototype.plot = function plotMark(this: ObservablePlot.Markish, options: Options = {}) {
    const whole = { ...options, marks: [...(options.marks ?? []), this] };
    // In the build the figures draw with the same library, into documents of their own.
    return options.document ? ObservablePlot.plot(whole) : plot(whole);
  };
  const marks = (...list: ObservablePlot.Markish[]) =>
    Object.assign(list, { plot: markPrototype.plot }) as unknown as ObservablePlot.CompoundMark;
  return Object.freeze({ ...ObservablePlot, plot, legend, marks }) as unknown as typeof ObservablePlot;
}

/** Marks may come in nested lists. */
function flat(marks: readonly unknown[]): AnyMark[] {
  return marks.flatMap((mark) => (Array.isArray(mark) ? flat(mark) : [mark as AnyMark]));
}

function drawPlot(width: number, document: VirtualDocument, options: Options): VirtualElement {
  const { marks, restore } = withTips(flat(options.marks ?? []));
  const settings = {
    width,
    marginRight: 12,
    ...options,
    document,
    className: 'cell-plot',
    x: { ...houseAxis, ...options.x },
    y: { ...houseAxis, ...options.y },
    marks,
  } as unknown as Options;
  try {
    const free = [options.height, options.aspectRatio, options.projection].every((option) => option == null);
    const draw = (sized: Options) => ObservablePlot.plot(sized) as unknown as Drawn;
    const chart = draw(free ? { ...settings, height: houseHeight } : settings);
    // Rows of bars and stacked facets need the height that Plot finds for their number.
    const rows = free && (chart.scale('y')?.bandwidth !== undefined || chart.scale('fy') !== undefined);
    return rows ? draw(settings) : chart;
  } finally {
    restore();
  }
}

/**
 * Plot draws a mark's `tip` where the pointer is. There is no pointer here: each such mark is followed by a tip mark
 * for all of its points. Compare `inferTips` in Plot's `plot.js`.
 */
function withTips(marks: readonly AnyMark[]): { marks: AnyMark[]; restore: () => void } {
  const tipped = marks.filter((mark) => mark && typeof mark === 'object' && mark.tip);
  const kept = tipped.map((mark) => mark.tip);
  const tips = tipped.map((mark) => tipOf(mark));
  for (const mark of tipped) mark.tip = null;
  const restore = (): void => {
    for (const [i, mark] of tipped.entries()) mark.tip = kept[i];
  };
  return { marks: [...marks, ...tips], restore };
}

function tipOf(mark: AnyMark): AnyMark {
  const settings = typeof mark.tip === 'object' ? mark.tip : {};
  const initializer = ObservablePlot.initializer as unknown as (
    options: object,
    initialize: unknown,
  ) => object;
  const channels = (...given: unknown[]) =>
    (given[5] as { getMarkState(mark: AnyMark): unknown }).getMarkState(mark);
  const options = {
    ...initializer({ ...settings, x: null, y: null }, channels),
    title: null,
    className: tipClass,
  };
  const tip = ObservablePlot.tip(mark.data as ObservablePlot.Data, options) as AnyMark;
  return Object.assign(tip, { facet: mark.facet, facetAnchor: mark.facetAnchor });
}
