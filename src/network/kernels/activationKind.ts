import type { Activation } from '../../activations/activation.ts';

/** What a float32 network needs to know of an activation; every `Activation` fits, and so does a reader's own function. */
export type Curve = Pick<Activation, 'id' | 'values' | 'f' | 'df'>;

/** A function with a vector form: its number in assembly/activations.ts and up to four parameters. */
export interface ActivationKind {
  readonly kind: number;
  readonly p: number;
  readonly q: number;
  readonly r: number;
  readonly s: number;
}

const kind = (number: number, p = 0, q = 0, r = 0, s = 0): ActivationKind => ({ kind: number, p, q, r, s });
const leaky = (slope: number): ActivationKind => kind(1, slope);
const clamp = (slope: number, offset: number, low: number, high: number): ActivationKind =>
  kind(2, slope, offset, low, high);
const tanh = (scale: number, rate: number): ActivationKind => kind(4, scale, rate, scale * rate);
/** x·σ(βx): below −87/β the kernel holds x, above it σ(βx) is exact to rounding. */
const swish = (beta: number): ActivationKind | null => (beta > 0 ? kind(5, beta, 0, 0, -87 / beta) : null);
const elu = (scale: number, alpha: number, width: number): ActivationKind =>
  kind(8, scale, scale * alpha, 1 / width);
const softplus = (rate: number, scale: number): ActivationKind => kind(9, rate, scale);

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

type Rule = (values: Readonly<Record<string, number>>) => ActivationKind | null;

const rules: Readonly<Record<string, Rule>> = {
  identity: () => leaky(1),
  relu: () => kind(0),
  leaky_relu: (v) => leaky(v['negativeSlope']!),
  prelu: (v) => leaky(v['negativeSlope']!),
  rrelu: (v) => leaky((v['lower']! + v['upper']!) / 2),
  relu6: () => clamp(1, 0, 0, 6),
  hard_tanh: () => clamp(1, 0, -1, 1),
  hard_sigmoid: () => clamp(1 / 6, 0.5, 0, 1),
  hard_sigmoid_02: () => clamp(0.2, 0.5, 0, 1),
  sigmoid: () => kind(3),
  tanh: () => tanh(1, 1),
  lecun_tanh: () => tanh(1.7159, 2 / 3),
  silu: () => swish(1),
  swish: (v) => swish(v['beta']!),
  quick_gelu: () => swish(1.702),
  gelu: () => kind(6),
  gelu_tanh: () => kind(7),
  elu: (v) => elu(1, v['alpha']!, 1),
  celu: (v) => elu(1, v['alpha']!, v['alpha']!),
  selu: () => elu(SELU_SCALE, SELU_ALPHA, 1),
  softplus: (v) => softplus(v['beta']!, 1 / v['beta']!),
  log_sigmoid: () => softplus(-1, -1),
  mish: () => kind(10),
  softsign: () => kind(11),
  gaussian: () => kind(12),
  hard_swish: () => kind(13),
  squared_relu: () => kind(14),
};

/** The vector form of an activation, or null when there is none: then its own `f` and `df` are called element by element. */
export function activationKind(curve: Curve): ActivationKind | null {
  return Object.hasOwn(rules, curve.id) ? rules[curve.id]!(curve.values) : null;
}
