/** The families that share one colour, dash and marker across the book (see `src/figure/identity.ts`), in the order of pickers. */
export const families = [
  'identity',
  'step',
  'sigmoid',
  'tanh',
  'softsign',
  'softplus',
  'relu',
  'leaky',
  'relu6',
  'elu',
  'gelu',
  'silu',
  'hard',
  'mish',
  'gated',
  'yours',
] as const;

export type Family = (typeof families)[number];

/** A float array of either precision; both arguments of an array form have the same one. */
export type FloatArray = Float32Array | Float64Array;

/** A parameter of an activation, with its admissible closed interval. */
export interface Parameter {
  /** Identifier in code and in URLs, e.g. `negativeSlope`. */
  readonly name: string;
  /** Symbol in formulas, e.g. `\\alpha`. */
  readonly symbol: string;
  /** The same symbol in plain text, e.g. `α`. */
  readonly letter: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** True when networks usually learn it (PReLU's slope, Swish's beta, Snake's frequency). */
  readonly learned: boolean;
}

/** A point where f, f′ or f″ jumps. */
export interface Kink {
  readonly x: number;
  /** The lowest order that jumps: `f` itself, `df` (f has a corner), or only `d2f`. */
  readonly of: 'f' | 'df' | 'd2f';
  /** Limit of that function from the left. */
  readonly left: number;
  /** Limit of that function from the right. */
  readonly right: number;
  /** The value this book gives that function at x (PyTorch's convention). */
  readonly used: number;
}

/** An interval of values; `open` says for each end whether it is never attained. Infinite ends are open. */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly open: readonly [boolean, boolean];
}

/** The straight line f approaches on one side: f(x) − (slope·x + intercept) → 0; `null` when there is none. */
export interface Asymptote {
  readonly slope: number;
  readonly intercept: number;
}

/** What the book asserts of a function. Every entry is checked by `src/activations/properties/`. */
export interface Claims {
  readonly monotone: boolean;
  readonly bounded: boolean;
  /** Zero mean under z ~ N(0,1). */
  readonly zeroCentred: boolean;
  /** sup |f′|; Infinity when f jumps or f′ is unbounded. */
  readonly lipschitz: number;
  /** Global minimum as [x, f(x)], or null when it is not attained. */
  readonly minimum: readonly [number, number] | null;
}

/** A scalar activation function with its first two derivatives and everything the book says of it. */
export interface Activation {
  /** Stable identifier, e.g. `leaky_relu`; also the key of `reference/activations.json` up to parameters. */
  readonly id: string;
  /** `id` with the parameters that differ from their defaults: `leaky_relu(negativeSlope=0.2)`. Parsed by `findActivation`. */
  readonly spec: string;
  /** What the book calls it: `leaky ReLU`; parameters that differ from their defaults follow: `leaky ReLU, α = 0.2`. */
  readonly label: string;
  readonly family: Family;
  readonly names: { readonly pytorch?: string; readonly keras?: string; readonly jax?: string };
  /** Formula in TeX, right-hand side only, and as TypeScript. */
  readonly tex: string;
  readonly code: string;
  readonly parameters: readonly Parameter[];
  /** The value of each parameter of this instance. */
  readonly values: Readonly<Record<string, number>>;
  /**
   * The same function with other parameter values; those left out stay as they are.
   * Throws RangeError for an unknown parameter or a value outside its interval.
   */
  with(values: Readonly<Record<string, number>>): Activation;
  f(x: number): number;
  /** First derivative; at a kink the stated convention. */
  df(x: number): number;
  /** Second derivative; 0 at every kink of f or f′. */
  d2f(x: number): number;
  /** Writes f(x[i]) to out[i]; `out` may be `x`. Throws RangeError when lengths differ. */
  forward<T extends FloatArray>(x: T, out: T): T;
  /** Writes upstream[i]·f′(x[i]) to out[i]; `out` may be either input. Throws RangeError when lengths differ. */
  backward<T extends FloatArray>(x: T, upstream: T, out: T): T;
  readonly range: Interval;
  readonly kinks: readonly Kink[];
  readonly asymptotes: { readonly left: Asymptote | null; readonly right: Asymptote | null };
  readonly claims: Claims;
  /** Laws that link it to others, e.g. `tanh(x) = 2 sigmoid(2x) − 1`. */
  readonly relatives: readonly string[];
  readonly year: number;
  /** Key in `content/references.yaml`. */
  readonly source: string;
}
