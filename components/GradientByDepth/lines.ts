import { activationOf, type Comparison, type Measured } from './model.ts';

/** Decades by layer, from layer 1. */
export type Decades = readonly number[];

/** The bound of one chain, where it is one: normalisation and skip connections hand more on than weights of size 1. */
export const boundOf = ({ bound, setting }: Measured): Decades | null =>
  setting.norm === 'none' && !setting.skip ? bound : null;

/** What the bound is divided by at every step, 1/sup |f′|: `4` for the sigmoid. From layer L to layer 1 there are L − 1 steps. */
export function boundBase(network: Measured): string {
  const inverse = 1 / activationOf(network).claims.lipschitz;
  return Number.isInteger(inverse) ? String(inverse) : inverse.toPrecision(3);
}

/** Decades by which the finite-depth line must leave the steady one before the latter is worth a line of its own. */
const apart = 0.15;

/** ½ log₁₀ χ₁ per layer from the last layer on: where the line would go if q had settled from the start. */
export function steadyOf({ prediction }: Measured): Decades | null {
  const { settled, log10Delta } = prediction;
  if (!settled || !log10Delta || !(settled.chi > 0 && settled.chi < Number.POSITIVE_INFINITY)) return null;
  const line = log10Delta.map((_, i) => ((log10Delta.length - 1 - i) / 2) * Math.log10(settled.chi));
  return line.some((value, i) => Math.abs(value - log10Delta[i]!) > apart) ? line : null;
}

/** Whole decades for the axis, some six of them, always with 0. */
export function decadeTicks(low: number, high: number): number[] {
  const step = stepFor(low, high);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step);
}

const stepFor = (low: number, high: number): number =>
  [1, 2, 3, 5, 6, 10, 15, 20, 30, 50, 60, 100].find((s) => (high - low) / s <= 8) ?? 100;

/**
 * The decades shown: all that was measured or predicted, with a little air, and never less than four. They grow by half
 * a step of the axis, so that the axis rests while a setting is dragged.
 */
export function decadesOf({ networks }: Comparison): readonly [number, number] {
  const values = networks
    .flatMap((n) => [...n.samples.flat(), ...(n.prediction.log10Delta ?? []), ...(boundOf(n) ?? [])])
    .filter(Number.isFinite);
  const [least, most] = [Math.min(-3, ...values), Math.max(1, ...values)];
  const grain = stepFor(least, most) / 2;
  const [low, high] = [Math.floor(least / grain) * grain, Math.ceil(most / grain) * grain];
  const air = (high - low) * 0.04;
  return [Math.max(low - air, -320), Math.min(high + air, 320)];
}

/**
 * [layer, decades] of values by layer. An exact zero and what lies deeper than the plot stand on its lower edge; what is
 * no number, or beyond all numbers, is a gap.
 */
export const points = (values: Decades, low: number): [number, number][] =>
  values.map((v, i) => [
    i + 1,
    Number.isNaN(v) || v === Number.POSITIVE_INFINITY ? Number.NaN : Math.max(v, low),
  ]);
