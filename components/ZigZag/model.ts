import type { Family } from '../../src/activations/activation.ts';
import { activations, readerActivations } from '../../src/activations/index.ts';
import { moments } from '../../src/activations/properties/moments.ts';
import type { Settings } from '../../src/figure/settings.ts';
import { createRandom } from '../../src/math/random.ts';
import {
  descent,
  inputCondition,
  stepsToShrink,
  type Valley,
  valley,
} from '../../src/network/theory/zigzag.ts';
import type { controls } from './controls.ts';

export type Place = readonly [w1: number, w2: number];

export const target: Place = [1.5, -1];

/** What the first tab shows: the valley of the loss and a path into it. */
export interface ValleyView {
  readonly tab: 'valley';
  readonly mean: number;
  readonly spread: number;
  readonly rate: number;
  readonly batch: '1' | '8' | 'all';
  readonly valley: Valley;
  readonly path: readonly Place[];
  /** Steps of the path until the error is a thousandth, or null where it does not get there. */
  readonly steps: number | null;
  /** Steps at the best rate with exact gradients. */
  readonly best: number;
  /** Share of 1000 single samples whose two gradient components share a sign. */
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
  | { readonly tab: 'functions'; readonly n: number; readonly rows: readonly Conditioned[] };

const MOST_STEPS = 400;
const AIM = 1e-3;

const distance = ([w1, w2]: Place): number => Math.hypot(w1 - target[0], w2 - target[1]);

/** Inputs x = m(1,1) + s z. */
function sampler(mean: number, spread: number, seed: number): () => Place {
  const random = createRandom(seed);
  return () => [mean + spread * random.normal(), mean + spread * random.normal()];
}

/** Descent on batches: the gradient of a sample is (error)·x, with error (w − target)·x. */
function sampled(mean: number, spread: number, rate: number, batch: number, seed: number): Place[] {
  const draw = sampler(mean, spread, seed);
  const path: Place[] = [[0, 0]];
  while (path.length <= MOST_STEPS) {
    const [w1, w2] = path.at(-1)!;
    let [g1, g2] = [0, 0];
    for (let i = 0; i < batch; i++) {
      const [x1, x2] = draw();
      const error = (w1 - target[0]) * x1 + (w2 - target[1]) * x2;
      g1 += (error * x1) / batch;
      g2 += (error * x2) / batch;
    }
    path.push([w1 - rate * g1, w2 - rate * g2]);
    const left = distance(path.at(-1)!);
    if (left <= AIM * distance([0, 0]) || left > 50) break;
  }
  return path;
}

/** Share of single samples whose inputs, and so their gradient components, share a sign. */
export function sharedSigns(mean: number, spread: number, count = 1000): number {
  const draw = sampler(mean, spread, 1);
  let shared = 0;
  for (let i = 0; i < count; i++) {
    const [x1, x2] = draw();
    if (x1 * x2 > 0) shared += 1;
  }
  return shared / count;
}

function valleyView(values: Settings<typeof controls>): ValleyView {
  const mean = values.centred ? 0 : values.m;
  const { s: spread, seed } = values;
  const batch = values.batch as ValleyView['batch'];
  const shape = valley(mean, spread);
  const rate = values.rate * shape.bestRate;
  const whole = batch === 'all';
  const all = whole
    ? descent(mean, spread, { steps: MOST_STEPS, rate })
    : sampled(mean, spread, rate, Number(batch), seed);
  const reached = all.findIndex((w) => distance(w) <= AIM * distance(all[0]!) * (1 + 1e-9));
  return {
    tab: 'valley',
    mean,
    spread,
    rate,
    batch,
    valley: shape,
    path: reached < 0 ? all : all.slice(0, reached + 1),
    steps: reached < 0 ? null : reached,
    best: stepsToShrink(shape, AIM),
    sameSign: sharedSigns(mean, spread),
  };
}

/** κ = 1 + nμ²/Var for every function of the book, largest first. */
export function conditions(n: number): Conditioned[] {
  return [...activations, ...readerActivations()]
    .map((activation) => {
      const { mean, square } = moments(activation, 1);
      const { label, family } = activation;
      return { label, family, kappa: inputCondition(n, mean, square - mean * mean) };
    })
    .filter(({ kappa }) => Number.isFinite(kappa))
    .sort((a, b) => b.kappa - a.kappa);
}

/** Descent in the valley of two inputs, or κ of many. */
export function zigZag(values: Settings<typeof controls>): ZigZag {
  if (values.tab === 'valley') return valleyView(values);
  const n = Math.round(values.n);
  return { tab: 'functions', n, rows: conditions(n) };
}
