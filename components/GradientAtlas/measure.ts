import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { defaults } from '../../src/figure/settings.ts';
import { depthProfile } from '../../src/network/theory/depthProfile.ts';
import { averagesExist, hasMeanField } from '../../src/network/theory/exists.ts';
import { compare } from '../GradientByDepth/compare.ts';
import { controls, slots } from '../GradientByDepth/settings.ts';

/** σ_w² of the three lines of a picture: PyTorch's default, Xavier (or LeCun), He. No biases. */
export const variances = [1 / 3, 1, 2] as const;

/** What every picture of the atlas shares. */
export const shape = { depth: 20, width: 256, batch: 4 } as const;

/** log₁₀ ‖δ_l‖/‖δ_20‖ of one function at one variance, by layer from layer 1. */
export interface Line {
  /** Mean over networks; ∞ where they blew up, NaN where φ has no value on the way. */
  readonly mean: readonly number[];
  /** The exact finite-depth prediction for infinite width; empty where the averages of φ do not exist. */
  readonly theory: readonly number[];
  /** Standard deviation at layer 1 over the networks. */
  readonly spread: number;
  readonly networks: number;
  /** How many of them ended without a number and are in no mean. */
  readonly blown?: number;
}

/** Sends gradients back through `networks` random networks of a function at each variance, seeds 1, 2, … */
export async function measure(spec: string, networks: number): Promise<Line[]> {
  const own = slots.flatMap((slot, i): [string, string | number][] => [
    [`${slot}_phi`, spec],
    [`${slot}_init`, 'custom'],
    [`${slot}_sigmaW`, Math.sqrt(variances[i]!)],
    [`${slot}_sigmaB`, 0],
  ]);
  const settings = { ...defaults(controls), count: '3', ...shape, seeds: networks };
  const { networks: lines } = await compare({ ...settings, ...Object.fromEntries(own) });
  const decades = hasGaps(findActivation(spec)) ? (value: number) => value : overflown;
  return lines.map(({ mean, layers, samples }, i) => ({
    mean: mean.map(decades),
    theory: predicted(spec, variances[i]!),
    spread: layers[0]!.spread,
    networks,
    blown: networks - samples.length,
  }));
}

/** What is no number of a function that has values everywhere has grown too large. */
const overflown = (decades: number): number => (Number.isNaN(decades) ? Number.POSITIVE_INFINITY : decades);

/** Whether φ has no value somewhere among ordinary inputs. */
const hasGaps = ({ f }: Activation): boolean =>
  Array.from({ length: 601 }, (_, i) => f((i - 300) / 100)).some(Number.isNaN);

/** What theory says of a function at a variance, without building any network; nothing where there is no theory. */
export function predicted(spec: string, sigmaW2: number): readonly number[] {
  const phi = findActivation(spec);
  if (!hasMeanField(phi)) return [];
  const { q, chi, log10Gradient } = depthProfile(phi, { sigmaW2 }, { depth: shape.depth });
  return averagesExist(q, chi) ? log10Gradient.map(overflown) : [];
}
