import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { formats, type NumberFormat, roundTo } from '../../src/network/index.ts';
import { averagesExist, hasMeanField } from '../../src/network/theory/exists.ts';
import { type FixedPoint, fateOf } from '../../src/network/theory/fixedPoint.ts';
import { lengthsOf } from '../../src/network/theory/lengthMap.ts';
import { meanSquareOf } from '../../src/network/theory/meanSquare.ts';
import type { RunawaySettings } from './controls.ts';
import { sizesByLayer } from './simulate.ts';

/** Where a signal leaves a number format: in a layer, upwards or downwards, or because φ has no value. */
export interface Exit {
  readonly layer: number;
  readonly to: 'infinity' | 'zero' | 'nowhere';
}

/** What ends a list of sizes: one beyond doubles, or none, because φ or its mean square has no value. */
export type End = 'overflow' | 'no value';

/** One function in networks of the chosen kind. */
export interface Series {
  /** The function, by name: a result crosses from a worker. See `activationOf`. */
  readonly spec: string;
  /** Whether its values stay between two numbers. */
  readonly bounded: boolean;
  /** √q_l of infinitely wide layers, l = 1 …; ends with the last finite number. Empty without theory. */
  readonly theory: readonly number[];
  /** What comes after `theory` and after `mean`, in the first layer that they lack. */
  readonly after: { readonly theory: End; readonly mean: End };
  /** Root mean square of h_l in each of the five networks, by the exact law: see `sizesByLayer`. */
  readonly runs: readonly (readonly number[])[];
  /** Mean of the runs by layer, as far as all of them are finite. */
  readonly mean: readonly number[];
  /** Where theory sees the size go; `lawless` where φ has no mean square, so that there is no theory. */
  readonly fate: FixedPoint['kind'] | 'lawless';
  /** First layer in which √q_l, or the mean of the runs where theory ends, is not a number of the chosen format any more; null within the depth shown. */
  readonly exit: Exit | null;
}

export interface Runaway {
  readonly settings: RunawaySettings;
  /** The reader's function first, then those it is compared with. */
  readonly series: readonly Series[];
  /** Largest and smallest positive number of the chosen format. */
  readonly largest: number;
  readonly smallest: number;
}

export const companions = ['identity', 'relu', 'tanh', 'sigmoid'] as const;

export const activationOf = ({ spec }: Pick<Series, 'spec'>): Activation => findActivation(spec);

/** Networks behind every mean. */
export const RUNS = 5;

/** The first layer whose size the format would store as infinity or as 0, or that has none. */
export function exitOf(sizes: readonly number[], format: NumberFormat): Exit | null {
  const stored = sizes.map((size) => roundTo(format, size));
  const at = stored.findIndex((size) => size === 0 || !Number.isFinite(size));
  if (at < 0) return null;
  const end = stored[at]!;
  return { layer: at + 1, to: end === 0 ? 'zero' : Number.isNaN(end) ? 'nowhere' : 'infinity' };
}

const endOf = (sizes: readonly number[]): End => (Number.isNaN(sizes.at(-1)) ? 'no value' : 'overflow');

function seriesOf(spec: string, settings: RunawaySettings): Series {
  const activation = findActivation(spec);
  const { sigmaW2, sigmaB2, depth, seed } = settings;
  const ensemble = { sigmaW2, sigmaB2 };
  const { min, max } = activation.range;
  const lawful = hasMeanField(activation);
  const square = meanSquareOf(activation);
  const lengths = lawful ? lengthsOf(square, ensemble, depth) : [];
  const exact = lengths.map(Math.sqrt);
  const whole = lawful && averagesExist(lengths.slice(0, -1), lengths.slice(1));
  const runs = Array.from({ length: RUNS }, (_, i) =>
    sizesByLayer(activation, ensemble, { width: Number(settings.width), depth, seed: seed + i }),
  );
  const shortest = Math.min(...runs.map((run) => run.length));
  const sizes = Array.from(
    { length: shortest },
    (_, l) => runs.reduce((sum, run) => sum + run[l]!, 0) / RUNS,
  );
  return {
    spec,
    bounded: Number.isFinite(min) && Number.isFinite(max),
    theory: exact.filter(Number.isFinite),
    after: { theory: whole ? 'overflow' : 'no value', mean: endOf(sizes) },
    runs: runs.map((run) => run.filter(Number.isFinite)),
    mean: sizes.filter(Number.isFinite),
    fate: lawful ? fateOf(activation, ensemble, square) : 'lawless',
    exit: exitOf(whole ? exact : sizes, settings.format as NumberFormat),
  };
}

/** Everything the figure shows. */
export function runaway(settings: RunawaySettings): Runaway {
  const chosen = findActivation(settings.phi).spec;
  const specs = [chosen, ...companions.filter((spec) => spec !== chosen)];
  const { max, minSubnormal } = formats[settings.format as NumberFormat];
  return {
    settings,
    series: specs.map((spec) => seriesOf(spec, settings)),
    largest: max,
    smallest: minSubnormal,
  };
}
