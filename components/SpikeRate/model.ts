import { type Cell, exactRate, type Run, simulate } from './cell.ts';
import { type Overlays, overlaid, overlaysFor } from './overlays.ts';

/** Inputs whose spikes are counted; closer together around the threshold. */
export const counted: readonly number[] = [
  ...Array.from({ length: 9 }, (_, i) => i / 4),
  ...Array.from({ length: 8 }, (_, i) => 3 + i),
];

export interface SpikeRate extends Overlays {
  readonly input: number;
  /** The spec of the function that the words are about. */
  readonly chosen: string;
  readonly cell: Cell;
  readonly run: Run;
  /** Exact rate of the noiseless cell at `input`, Hz. */
  readonly rate: number;
  /** Spikes counted in one simulated second, at the inputs of `counted`. */
  readonly counts: readonly (readonly [input: number, count: number])[];
}

type Counts = SpikeRate['counts'];

let latest: { readonly cell: Cell; readonly counts: Counts } | null = null;

const same = (a: Cell, b: Cell): boolean =>
  a.tau === b.tau && a.refractory === b.refractory && a.noise === b.noise && a.seed === b.seed;

/** Counts do not depend on the chosen input: while that is dragged, the latest ones are still right. */
function countsOf(cell: Cell): Counts {
  if (latest && same(latest.cell, cell)) return latest.counts;
  const counts = counted.map((at, i): readonly [number, number] => {
    return [at, simulate(at, { ...cell, seed: cell.seed + i + 1 }).spikes.length];
  });
  latest = { cell, counts };
  return counts;
}

/** Everything the figure shows. */
export function spikeRate(input: number, cell: Cell, chosen: string = overlaid[0]): SpikeRate {
  return {
    input,
    chosen,
    cell,
    run: simulate(input, cell),
    rate: exactRate(input, cell),
    counts: countsOf(cell),
    ...overlaysFor(chosen, cell),
  };
}
