import * as activations from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import * as network from '../../network/index.ts';
import { createDatasets, type LoadAsset } from './datasets.ts';
import * as design from './design.ts';
import * as dual from './dualNumbers.ts';
import { controls, Input } from './inputs.ts';
import { html, svg } from './markup.ts';
import type { createPlot } from './plot.ts';
import { Table, type TableOptions } from './table.ts';
import * as theory from './theory.ts';
import { VirtualDocument } from './virtualDocument.ts';

export { chartOutput } from './chart.ts';
export type { LoadAsset } from './datasets.ts';
export { Input } from './inputs.ts';
export { know } from './knownFunctions.ts';
export { Markup } from './markup.ts';
export { OwnFunction } from './ownFunction.ts';
export { Table } from './table.ts';
export { VirtualElement } from './virtualElement.ts';

const Inputs = Object.freeze({
  ...controls,
  /** Data as a table. Options choose and sort columns, format values and say how many rows to show. */
  table: <T>(data: Iterable<T>, options?: TableOptions<T>) => new Table<T>(data, options),
});

export type Inputs = typeof Inputs;

export interface LibraryOptions {
  /** Default width of a chart in pixels. */
  readonly width: number;
  readonly load: LoadAsset;
  /** Called when a cell first names Plot. */
  readonly createPlot: typeof createPlot;
}

/** What the book puts in scope of every cell; `names.ts` documents the same names. */
export function createLibrary({ width, load, createPlot }: LibraryOptions) {
  const datasets = createDatasets(load);
  return {
    activations,
    network,
    theory,
    datasets,
    design,
    dual,
    random: createRandom,
    get Plot() {
      return createPlot(width, new VirtualDocument());
    },
    Inputs,
    html,
    svg,
  };
}

export type Library = ReturnType<typeof createLibrary>;

/** True for what `view` can follow. */
export const isInput = (value: unknown): value is Input<unknown> => value instanceof Input;
