import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { chainPass } from '../../src/network/theory/neuronChain.ts';

/** An interval of inputs. */
export type Interval = readonly [from: number, to: number];

/** One gain curve, a ↦ |w φ′(wa + b)|; a NaN point where φ′ jumps. */
export interface Gain {
  readonly w: number;
  readonly points: readonly (readonly [a: number, gain: number])[];
}

export interface Chain {
  readonly activation: Activation;
  readonly w: number;
  readonly b: number;
  readonly input: number;
  readonly layers: number;
  readonly gain: Gain;
  /** The same without bias, for the weights of `landmarks`. */
  readonly others: readonly Gain[];
  /** Where the gain is at least 1, within the range drawn. */
  readonly windows: readonly Interval[];
  /** w φ′(h_l) by layer, from layer 1. */
  readonly factors: readonly number[];
  /** log₁₀ of the gradient on its way back: index l is what is left before layer l + 1; the last is 0. */
  readonly back: readonly number[];
}

/** Inputs drawn. */
export const range: Interval = [-3, 3];

/** Weights of the thin lines: no gain, the first window, the widest one, a narrow one. */
export const landmarks = [1, 4, 6.894, 12] as const;

const SAMPLES = 600;

/** The gain of one unit by its input. */
export function gainCurve(activation: Activation, w: number, b: number): Gain {
  const [from, to] = range;
  const jumps = activation.kinks.filter((kink) => kink.of !== 'd2f' && w !== 0).map((k) => (k.x - b) / w);
  const inside = jumps.filter((a) => a > from && a < to);
  const regular = Array.from({ length: SAMPLES + 1 }, (_, i) => from + ((to - from) * i) / SAMPLES);
  const tiny = 1e-9;
  const near = inside.flatMap((a) => [a - tiny, a, a + tiny]);
  const grid = [...regular.filter((a) => !near.includes(a)), ...near].sort((p, q) => p - q);
  return {
    w,
    points: grid.map((a) => [a, inside.includes(a) ? Number.NaN : Math.abs(w * activation.df(w * a + b))]),
  };
}

/** Stretches of a sampled curve that are at least 1; ends are interpolated. */
export function windowsOf({ points }: Gain): Interval[] {
  const found: [number, number][] = [];
  let start: number | null = null;
  points.forEach(([a, gain], i) => {
    if (Number.isNaN(gain)) return;
    const before = points[i - 1];
    const cross = (): number => {
      if (!before || Number.isNaN(before[1])) return a;
      const [a0, g0] = before;
      return a0 + ((1 - g0) / (gain - g0)) * (a - a0);
    };
    if (gain >= 1 && start === null) start = cross();
    if (gain < 1 && start !== null) {
      found.push([start, cross()]);
      start = null;
    }
  });
  if (start !== null) found.push([start, points.at(-1)![0]]);
  return found.filter(([from, to]) => to > from);
}

/** A chain of equal units a ← φ(wa + b), seen from its end. Throws RangeError for a depth that is not a positive integer. */
export function chain(spec: string, w: number, b: number, layers: number, input: number): Chain {
  const activation = findActivation(spec);
  const { factors } = chainPass(activation, { weight: w, bias: b, depth: layers, input });
  const back = new Array<number>(layers + 1).fill(0);
  for (let l = layers - 1; l >= 0; l--) back[l] = back[l + 1]! + Math.log10(Math.abs(factors[l]!));
  const gain = gainCurve(activation, w, b);
  return {
    activation,
    w,
    b,
    input,
    layers,
    gain,
    others: landmarks.map((weight) => gainCurve(activation, weight, 0)),
    windows: windowsOf(gain),
    factors,
    back,
  };
}
