import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { formats, type NumberFormat, roundTo } from '../../src/network/index.ts';
import { hasMeanField } from '../../src/network/theory/exists.ts';
import { type FixedPoint, fateOf } from '../../src/network/theory/fixedPoint.ts';
import { lengthsOf } from '../../src/network/theory/lengthMap.ts';
import { meanSquareOf } from '../../src/network/theory/meanSquare.ts';
import type { RunawaySettings } from './controls.ts';
import { sizesByLayer } from './simulate.ts';

/** Where a signal leaves a number format: in a layer, upwards or downwards. */
export interface Exit {
  readonly layer: number;
  readonly to: 'infinity' | 'zero';
}

/** One function in networks of the chosen kind. */
export interface Series {
  /** The function, by name: a result crosses from a worker. See `activationOf`. */
  readonly spec: string;
  /** Whether its values stay between two numbers. */
  readonly bounded: boolean;
  /** √q_l of infinitely wide layers, l = 1 …; ends with the last finite number. Empty without theory. */
  readonly theory: readonly number[];
  /** Root mean square of h_l in each of the five networks, by the exact law: see `sizesByLayer`. */
  readonly runs: readonly (readonly number[])[];
  /** Mean of the runs by layer. */
  readonly mean: readonly number[];
  /** Where theory sees the size go; `lawless` where φ has no mean square, so that there is no theory. */
  readonly fate: FixedPoint['kind'] | 'lawless';
  /** First layer in which √q_l, or the mean of the runs where there is no theory, is not a number of the chosen format any more; null within the depth shown. */
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

/** The first layer whose size the format would store as infinity or as 0. */
export function exitOf(sizes: readonly number[], format: NumberFormat): Exit | null {
  const at = sizes.findIndex((size) => [0, Infinity].includes(roundTo(format, size)));
  if (at < 0) return null;
  return { layer: at + 1, to: roundTo(format, sizes[at]!) === 0 ? 'zero' : 'infinity' };
}

function seriesOf(spec: string, settings: RunawaySettings): Series {
  const activation = findActivation(spec);
  const { sigmaW2, sigmaB2, depth, seed } = settings;
  const ensemble = { sigmaW2, sigmaB2 };
  const { min, max } = activation.range;
  const lawful = hasMeanField(activation);
  const square = meanSquareOf(activation);
  const exact = lawful ? lengthsOf(square, ensemble, depth).map(Math.sqrt) : [];
  const runs = Array.from({ length: RUNS }, (_, i) =>
    sizesByLayer(activation, ensemble, { width: Number(settings.width), depth, seed: seed + i }),
  );
  const shortest = Math.min(...runs.map((run) => run.length));
  const mean = Array.from({ length: shortest }, (_, l) => runs.reduce((sum, run) => sum + run[l]!, 0) / RUNS);
  return {
    spec,
    bounded: Number.isFinite(min) && Number.isFinite(max),
    theory: exact.filter(Number.isFinite),
    runs,
    mean,
    fate: lawful ? fateOf(activation, ensemble, square) : 'lawless',
    exit: exitOf(lawful ? exact : mean, settings.format as NumberFormat),
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
