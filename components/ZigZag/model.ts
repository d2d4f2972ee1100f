import type { Activation, Family } from '../../src/activations/activation.ts';
import { activations, readerActivations } from '../../src/activations/index.ts';
import { moments } from '../../src/activations/properties/moments.ts';
import type { Settings } from '../../src/figure/settings.ts';
import { createRandom } from '../../src/math/random.ts';
import { hasMeanField } from '../../src/network/theory/exists.ts';
import {
  inputCondition,
  sharedSignProbability,
  stepsToShrink,
  type Valley,
  valley,
} from '../../src/network/theory/zigzag.ts';
import type { controls } from './controls.ts';
import { AIM, exactWay, type Place, sampledWay, stepFactors, type Way } from './way.ts';

/** What a path does, judged by the steep direction; samples may do anything. */
export type Course = 'creeps' | 'zigzags' | 'diverges' | 'samples';

/** What the first tab shows: the valley of the loss and a path into it. */
export interface ValleyView extends Way {
  readonly tab: 'valley';
  readonly mean: number;
  readonly spread: number;
  readonly rate: number;
  readonly batch: '1' | '8' | 'all';
  readonly valley: Valley;
  readonly course: Course;
  /** Factors of the error per step along and across the valley, with exact gradients. */
  readonly factors: readonly [along: number, across: number];
  /** Steps at the best rate with exact gradients. */
  readonly best: number;
  /** Share of single samples whose two gradient components share a sign, exact. */
  readonly sameSign: number;
}

/** κ of n inputs that come out of a function fed with standard normal numbers. */
export interface Conditioned {
  readonly label: string;
  readonly family: Family;
  readonly kappa: number;
}

export type ZigZag =
  | ValleyView
  | {
      readonly tab: 'functions';
      readonly n: number;
      readonly rows: readonly Conditioned[];
      /** Names of the reader's functions that have no mean or do not vary, and so no κ. */
      readonly without: readonly string[];
    };

/** Inputs x = m(1,1) + s z. */
function sampler(mean: number, spread: number, seed: number): () => Place {
  const random = createRandom(seed);
  return () => [mean + spread * random.normal(), mean + spread * random.normal()];
}

/** Steps beyond 2/λ overshoot by more than they gain, steps beyond 1/λ land on the other side. */
function courseOf([, across]: readonly [number, number]): Course {
  if (across <= -1 + 1e-12) return 'diverges';
  return across < 0 ? 'zigzags' : 'creeps';
}

function valleyView(values: Settings<typeof controls>): ValleyView {
  const mean = values.centred ? 0 : values.m;
  const { s: spread, seed } = values;
  const batch = values.batch as ValleyView['batch'];
  const shape = valley(mean, spread);
  const rate = values.rate * shape.bestRate;
  const factors = stepFactors(shape, rate);
  const whole = batch === 'all';
  return {
    tab: 'valley',
    mean,
    spread,
    rate,
    batch,
    valley: shape,
    course: whole ? courseOf(factors) : 'samples',
    factors,
    ...(whole ? exactWay(mean, spread, rate) : sampledWay(sampler(mean, spread, seed), rate, Number(batch))),
    best: stepsToShrink(shape, AIM),
    sameSign: sharedSignProbability(2, mean, spread),
  };
}

/** Mean and variance for standard normal inputs; what varies by no more than rounding does not vary. */
function spreadOf({ f, df, kinks }: Activation): { mean: number; variance: number } {
  const { mean } = moments({ f, df, kinks }, 1);
  // About the mean, so that no large squares cancel.
  const { square } = moments({ f: (x) => f(x) - mean, df, kinks }, 1, { only: 'square' });
  return { mean, variance: square > 1e-26 * mean * mean ? square : 0 };
}

/** κ = 1 + nμ²/Var for every function that has a mean and a variance, largest first. */
export function conditions(n: number): Conditioned[] {
  return (
    [...activations, ...readerActivations().filter(hasMeanField)]
      .map((activation) => {
        const { mean, variance } = spreadOf(activation);
        const { label, family } = activation;
        return { label, family, kappa: inputCondition(n, mean, variance) };
      })
      .filter(({ kappa }) => Number.isFinite(kappa))
      // Mirror images have one κ; engines round it differently in the last bit.
      .sort((a, b) => Number((b.kappa / a.kappa).toPrecision(12)) - 1)
  );
}

/** Descent in the valley of two inputs, or κ of many. */
export function zigZag(values: Settings<typeof controls>): ZigZag {
  if (values.tab === 'valley') return valleyView(values);
  const n = Math.round(values.n);
  const rows = conditions(n);
  const own = rows.filter(({ family }) => family === 'yours').map(({ label }) => label);
  const without = readerActivations()
    .map(({ label }) => label)
    .filter((label) => !own.includes(label));
  return { tab: 'functions', n, rows, without };
}
