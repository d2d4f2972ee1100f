import * as activations from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import { controls, Input } from './inputs.ts';
import { html, svg } from './markup.ts';
import { createPlot } from './plot.ts';
import { Table, type TableOptions } from './table.ts';

export { chartOutput } from './chart.ts';
export { Input } from './inputs.ts';
export { Markup } from './markup.ts';
export { Table } from './table.ts';
export { VirtualElement } from './virtualElement.ts';

const Inputs = Object.freeze({
  ...controls,
  table: <T>(data: Iterable<T>, options?: TableOptions<T>) => new Table<T>(data, options),
});

export type Inputs = typeof Inputs;

/** What the book puts in scope of every cell; `names.ts` documents the same names. */
export function createLibrary({ width }: { readonly width: number }) {
  return { activations, random: createRandom, Plot: createPlot(width), Inputs, html, svg };
}

export type Library = ReturnType<typeof createLibrary>;

/** True for what `view` can follow. */
export const isInput = (value: unknown): value is Input<unknown> => value instanceof Input;
