import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';

/** The network o = Act(w₂ Act(w₁x + b₁) + b₂). */
export interface Weights {
  readonly w1: number;
  readonly b1: number;
  readonly w2: number;
  readonly b2: number;
}

export type By = 'slope' | 'value';

/** Forward values and backward factors of the network, with every number on the way. */
export interface Walk extends Weights {
  readonly activation: Activation;
  readonly by: By;
  readonly x: number;
  readonly h1: number;
  /** g(x) = Act(h₁). */
  readonly g: number;
  readonly h2: number;
  readonly o: number;
  /** Act′(h₁), or Act(h₁) where `by` is `value`. */
  readonly f1: number;
  /** Act′(h₂), or Act(h₂). */
  readonly f2: number;
  /** do/d… at every station, as the product of the factors behind it. */
  readonly back: { readonly h2: number; readonly g: number; readonly h1: number; readonly x: number };
  /** By the weights: do/dw₁ = do/dh₁ · x and so on. */
  readonly byWeight: Weights;
  /** (o(x + ε) − o(x − ε)) / 2ε with ε = 10⁻⁵: it knows no rule. */
  readonly difference: number;
  readonly agrees: boolean;
}

const EPSILON = 1e-5;

/** Output of the network. */
export function output({ f }: Pick<Activation, 'f'>, x: number, { w1, b1, w2, b2 }: Weights): number {
  return f(w2 * f(w1 * x + b1) + b2);
}

/** Walks forward, then back, multiplying by Act′ (right) or by Act (as the source says). */
export function walk(spec: string, by: By, x: number, weights: Weights): Walk {
  const activation = findActivation(spec);
  const { f, df } = activation;
  const { w1, b1, w2, b2 } = weights;
  const h1 = w1 * x + b1;
  const g = f(h1);
  const h2 = w2 * g + b2;
  const o = f(h2);
  const factor = by === 'slope' ? df : f;
  const [f1, f2] = [factor(h1), factor(h2)];
  const back = { h2: f2, g: f2 * w2, h1: f2 * w2 * f1, x: f2 * w2 * f1 * w1 };
  const nudged = (by: number): number =>
    (output(activation, x + by, weights) - output(activation, x - by, weights)) / (2 * by);
  const difference = nudged(EPSILON);
  // What a smaller step still changes is the step's own error, as where f″ jumps; at a corner of f nothing changes.
  const unsettled = Math.abs(difference - nudged(EPSILON / 10));
  const tolerance = 1e-6 * Math.max(1, Math.abs(difference)) + 1.5 * unsettled;
  return {
    ...weights,
    activation,
    by,
    x,
    h1,
    g,
    h2,
    o,
    f1,
    f2,
    back,
    byWeight: { w1: back.h1 * x, b1: back.h1, w2: back.h2 * g, b2: back.h2 },
    difference,
    agrees: Math.abs(back.x - difference) <= tolerance,
  };
}
