import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { seedsInARow } from '../../src/figure/seedText.ts';
import type { Controls, Settings } from '../../src/figure/settings.ts';
import { formats } from '../../src/network/precision.ts';
import { flow } from './flow.ts';
import { depth, width } from './size.ts';

export const controls = {
  phi: { kind: 'activation', label: 'Function', default: 'sigmoid' },
  scale: {
    kind: 'range',
    label: 'Scale every weight by',
    min: 0.5,
    max: 2,
    step: 0.01,
    default: 1,
    format: (value) => `× ${value.toFixed(2)}`,
    marks: [
      { value: 1, label: 'as usual' },
      { value: 5 / 3, label: 'too large' },
    ],
  },
  seed: {
    kind: 'seed',
    label: 'Weights',
    default: 1,
    seeds: (value) => seedsInARow('the networks', seedOf(value, 0), networks),
  },
} as const satisfies Controls;

/** One function's gradients, from layer `depth` to layer 1, as log10 of the size relative to layer `depth`. */
export interface Traveller {
  readonly activation: Activation;
  readonly init: 'Xavier' | 'He';
  /** One row per network. */
  readonly samples: readonly (readonly number[])[];
  readonly median: readonly number[];
}

export interface Hero {
  readonly depth: number;
  readonly width: number;
  readonly scale: number;
  readonly travellers: readonly Traveller[];
}

const networks = 8;

/** The seed of network i, from 0: no two choices of the reader share a network. */
const seedOf = (seed: number, i: number): number => (seed - 1) * networks + i + 1;

/** Decades below which a gradient that started at 1 rounds to zero in float16: half its smallest number, 2⁻²⁵. */
export const smallestHalf = Math.log10(formats.float16.minSubnormal / 2);

/** Functions that pass only positive values on; the usual recipe gives them He weights, all others Xavier. */
const rectifiers: ReadonlySet<string> = new Set([
  'relu',
  'leaky',
  'relu6',
  'gelu',
  'silu',
  'mish',
  'softplus',
]);

/** Real backpropagation through random networks: tanh, ReLU and the reader's choice, eight weights' draws each. */
export function compute({ phi, scale, seed }: Settings<typeof controls>): Hero {
  const specs = [...new Set(['relu', 'tanh', phi])];
  const plans = specs.map((spec) => planFor(findActivation(spec)));
  // One draw after the other: its megabyte of weights is still at hand for the next function.
  const draws = Array.from({ length: networks }, (_, i) =>
    plans.map(({ activation, gain }) => flow(activation, scale * gain, seedOf(seed, i))),
  );
  const travellers = plans.map(({ activation, init }, p) => {
    const samples = draws.map((rows) => rows[p]!);
    return { activation, init, samples, median: medians(samples) };
  });
  return { depth, width, scale, travellers };
}

interface Plan {
  readonly activation: Activation;
  readonly init: Traveller['init'];
  readonly gain: number;
}

const planFor = (activation: Activation): Plan =>
  rectifiers.has(activation.family)
    ? { activation, init: 'He', gain: Math.SQRT2 }
    : { activation, init: 'Xavier', gain: 1 };

/** The median of each column, between the middle two where there are two; NaN where a network has no value. */
function medians(rows: readonly (readonly number[])[]): number[] {
  return rows[0]!.map((_, column) => {
    const sorted = rows.map((row) => row[column]!).sort((a, b) => a - b);
    if (sorted.some(Number.isNaN)) return Number.NaN;
    const half = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  });
}
