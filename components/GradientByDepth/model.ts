import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import type { Histogram } from '../../src/network/histogram.ts';
import { formats, type NumberFormat } from '../../src/network/precision.ts';
import type { Fate, Shape } from './measure.ts';
import type { Prediction } from './predict.ts';
import type { Setting } from './settings.ts';

/** A layer as the mean over the random networks that stayed finite. */
export interface LayerMean {
  readonly rms: number;
  /** Share of units and samples with |φ′| < 0.01. */
  readonly saturated: number;
  /** log₁₀ ‖∂L/∂W_l‖_F relative to the last layer’s; NaN for networks too large to work it out in passing. */
  readonly log10WeightGradient: number;
  /** Standard deviation of log₁₀ ‖δ_l‖/‖δ_L‖ over the networks; NaN for a single one. */
  readonly spread: number;
  /** Standard deviations of the other three over the networks, as `spread` is that of the gradient. */
  readonly spreads: { readonly rms: number; readonly saturated: number; readonly weights: number };
}

/** One network of the comparison: measured, predicted and bounded, by layer from layer 1. */
export interface Measured {
  readonly setting: Setting;
  /** log₁₀ ‖δ_l‖/‖δ_L‖, one row per random network. */
  readonly samples: readonly (readonly number[])[];
  readonly mean: readonly number[];
  readonly layers: readonly LayerMean[];
  /** Histograms of the first network at the layer under view. */
  readonly preactivations: Histogram | null;
  readonly activations: Histogram | null;
  readonly prediction: Prediction;
  readonly bound: readonly number[] | null;
  /** How many of the random networks left the range of numbers, and where and how the first of them did; null when none. */
  readonly blownUp: { readonly count: number; readonly message: string; readonly fate: Fate } | null;
}

export interface Comparison {
  readonly shape: Shape;
  readonly seeds: number;
  /** The layer under view, within the depth. */
  readonly layer: number;
  readonly networks: readonly Measured[];
  /**
   * Random networks measured so far, of all that were asked for; null when complete. Until then `samples` holds the first
   * seeds only, and may be empty where `blownUp` is null.
   */
  readonly progress: { readonly done: number; readonly of: number } | null;
}

/** The function of a network. Results hold its spec only, so that they can cross from a worker. */
export const activationOf = ({ setting }: Measured): Activation => findActivation(setting.phi);

/** Formats whose end is marked, from the narrowest range. */
export const markedFormats = ['float16', 'bfloat16', 'float32'] as const satisfies readonly NumberFormat[];

/** Decades below which a gradient that left the last layer at 1 is stored as zero: half the smallest subnormal number. */
export const readsZero = (format: NumberFormat): number => Math.log10(formats[format].minSubnormal / 2);

/** The formats whose end lies in a picture of these decades. */
export const formatsIn = (low: number, high: number) =>
  markedFormats.filter((format) => readsZero(format) > low && readsZero(format) < high);

/** Layers whose mean gradient a format stores as zero. */
export interface Deaf {
  /** Layers 1 … `first` are deaf without a gap; 0 when layer 1 still hears. */
  readonly first: number;
  /** All deaf layers. More than `first` where the curve does not fall evenly, so that deaf ones lie between others. */
  readonly total: number;
}

/** Which layers hear nothing in a format, or null when all do hear. */
export function deafLayers({ mean }: Measured, format: NumberFormat): Deaf | null {
  const limit = readsZero(format);
  const total = mean.filter((decades) => decades < limit).length;
  const hearing = mean.findIndex((decades) => !(decades < limit));
  return total > 0 ? { first: hearing < 0 ? mean.length : hearing, total } : null;
}
