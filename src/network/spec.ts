import type { Activation } from '../activations/activation.ts';
import type { Init } from './init.ts';

/**
 * Normalisation of a layer, with learned scale γ (starts at 1) and shift β (starts at 0; RMSNorm has none). Biased variance.
 * `batch`: per unit over the samples (Ioffe & Szegedy 2015); `layer`: per sample over the units (Ba et al. 2016);
 * `rms`: as `layer` without centring (Zhang & Sennrich 2019). `before` or `after` the activation.
 */
export interface NormSpec {
  readonly type: 'batch' | 'layer' | 'rms';
  /** Default `before`. */
  readonly position?: 'before' | 'after';
  /** Added to the variance; default 1e−5. */
  readonly epsilon?: number;
  /** Weight of the newest batch in BatchNorm's running averages; default 0.1. */
  readonly momentum?: number;
}

/**
 * A skip connection around one layer; its width must equal the one below.
 * `activation`: a_l = a_{l−1} + scale · branch(a_{l−1}). `preactivation`: h_l = h_{l−1} + scale · (W_l a_{l−1} + b_l).
 */
export interface ResidualSpec {
  readonly around: 'activation' | 'preactivation';
  /** Default 1. */
  readonly scale?: number;
}

/** One dense layer: h = W a + b, then norm, activation, norm, dropout and skip connection as asked for. */
export interface LayerSpec {
  readonly units: number;
  /** Default null: the identity. */
  readonly activation?: Activation | null;
  /** Default true. */
  readonly bias?: boolean;
  /** PReLU's slope: learned once per `layer` or per `unit`, or `fixed`. Default `layer` for `prelu`, else `fixed`. */
  readonly slope?: 'fixed' | 'layer' | 'unit';
  readonly norm?: NormSpec | null;
  readonly residual?: ResidualSpec | null;
  /** Share of outputs set to 0 in training, the rest divided by 1 − share (inverted). Default 0. Srivastava et al. 2014. */
  readonly dropout?: number;
  /** Overrides the network's `init`. */
  readonly init?: Init;
}

export interface NetworkSpec {
  readonly inputs: number;
  /** Hidden layers and, last, the output layer. */
  readonly layers: readonly LayerSpec[];
  /** Default He with normal weights. */
  readonly init?: Init;
  /** Seeds the weights and the dropout masks; default 1. */
  readonly seed?: number;
}

/** A layer with every option filled in. `index` counts from 1, as l does in the formulas. */
export interface Layer {
  readonly index: number;
  readonly inputs: number;
  readonly units: number;
  readonly activation: Activation | null;
  readonly bias: boolean;
  readonly slope: 'fixed' | 'layer' | 'unit';
  readonly norm: Required<NormSpec> | null;
  readonly residual: Required<ResidualSpec> | null;
  readonly dropout: number;
  readonly init: Init;
}

/** Fills in defaults and checks every number. Throws RangeError naming the layer, the option and the value. */
export function normaliseLayers(spec: NetworkSpec): readonly Layer[] {
  positiveInteger('inputs', spec.inputs);
  if (spec.layers.length === 0)
    throw new RangeError('invalid layers: none; expected at least the output layer');
  const layers: Layer[] = [];
  for (const layer of spec.layers) layers.push(normaliseLayer(spec, layer, layers.at(-1) ?? null));
  return layers;
}

function normaliseLayer(spec: NetworkSpec, layer: LayerSpec, below: Layer | null): Layer {
  const index = (below?.index ?? 0) + 1;
  const inputs = below?.units ?? spec.inputs;
  const name = `layer ${index}`;
  positiveInteger(`${name} units`, layer.units);
  const { residual, norm, dropout = 0, activation = null } = layer;
  if (!(dropout >= 0 && dropout < 1)) {
    throw new RangeError(`invalid ${name} dropout: ${dropout}; expected a share from 0 up to but not 1`);
  }
  if (residual && inputs !== layer.units) {
    throw new RangeError(`invalid ${name} residual: ${inputs} → ${layer.units} units; expected equal widths`);
  }
  if (residual && residual.around === 'preactivation' && below === null) {
    throw new RangeError(`invalid ${name} residual: preactivation; expected a layer below it`);
  }
  const slope = layer.slope ?? (activation?.id === 'prelu' ? 'layer' : 'fixed');
  if (slope !== 'fixed' && activation?.id !== 'prelu' && activation?.id !== 'leaky_relu') {
    throw new RangeError(
      `invalid ${name} slope: ${slope} of ${activation?.id ?? 'identity'}; expected prelu or leaky_relu`,
    );
  }
  return {
    index,
    inputs,
    units: layer.units,
    activation: activation?.id === 'identity' ? null : activation,
    bias: layer.bias ?? true,
    slope,
    norm: norm ? normaliseNorm(name, norm) : null,
    residual: residual
      ? { around: residual.around, scale: finite(`${name} residual scale`, residual.scale ?? 1) }
      : null,
    dropout,
    init: layer.init ?? spec.init ?? { type: 'he' },
  };
}

function normaliseNorm(name: string, norm: NormSpec): Required<NormSpec> {
  const { type, position = 'before', epsilon = 1e-5, momentum = 0.1 } = norm;
  if (!(epsilon >= 0 && epsilon < Infinity)) {
    throw new RangeError(`invalid ${name} norm epsilon: ${epsilon}; expected a finite number ≥ 0`);
  }
  if (!(momentum >= 0 && momentum <= 1)) {
    throw new RangeError(`invalid ${name} norm momentum: ${momentum}; expected a number from 0 to 1`);
  }
  return { type, position, epsilon, momentum };
}

function positiveInteger(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`invalid ${name}: ${value}; expected a positive integer`);
  }
}

function finite(name: string, value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`invalid ${name}: ${value}; expected a finite number`);
  return value;
}
