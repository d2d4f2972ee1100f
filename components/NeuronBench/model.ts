import type { Activation } from '../../src/activations/activation.ts';
import { findActivation, readerActivations } from '../../src/activations/index.ts';

export type Triple = readonly [number, number, number];

/** One function's answer to the pre-activation: the message, and how far it moves when h moves. */
export interface Answer {
  readonly activation: Activation;
  /** a = φ(h). */
  readonly a: number;
  /** φ′(h). */
  readonly slope: number;
}

/** One unit with three inputs, taken apart. */
export interface Bench extends Answer {
  readonly x: Triple;
  readonly w: Triple;
  readonly b: number;
  /** wᵢ xᵢ. */
  readonly products: Triple;
  /** Σ wᵢ xᵢ + b, added from left to right, the bias last. */
  readonly h: number;
  /** ∂a/∂xᵢ = φ′(h) wᵢ. */
  readonly effects: Triple;
  /** The ten functions of `compared` at the same h, then the reader's newest, at most `mostOwn`. */
  readonly answers: readonly Answer[];
  /** The reader's older ones, which have no plot here. */
  readonly older: readonly Activation[];
  /** Whether the picture shows them all. */
  readonly all: boolean;
}

/** The functions shown side by side. */
export const compared = [
  'relu',
  'leaky_relu',
  'elu',
  'softplus',
  'sigmoid',
  'tanh',
  'gelu',
  'silu',
  'hard_swish',
  'mish',
] as const;

/** A row of the reader's own functions, beside the ten. */
export const mostOwn = 5;

const answer = (activation: Activation, h: number): Answer => ({
  activation,
  a: activation.f(h),
  slope: activation.df(h),
});

/** Computes a = φ(Σ wᵢ xᵢ + b) with every number on the way. */
export function bench(x: Triple, w: Triple, b: number, spec: string, all: boolean): Bench {
  const products: Triple = [w[0] * x[0], w[1] * x[1], w[2] * x[2]];
  const h = products[0] + products[1] + products[2] + b;
  const chosen = answer(findActivation(spec), h);
  const { slope } = chosen;
  const readers = readerActivations();
  return {
    ...chosen,
    x,
    w,
    b,
    products,
    h,
    effects: [slope * w[0], slope * w[1], slope * w[2]],
    answers: [...compared.map((name) => findActivation(name)), ...readers.slice(-mostOwn)].map((activation) =>
      answer(activation, h),
    ),
    older: readers.slice(0, -mostOwn),
    all,
  };
}
