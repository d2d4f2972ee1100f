import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { findMaximum } from '../../src/math/roots.ts';
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
  /** The largest gain among the inputs drawn; Infinity beside a pole of φ′, NaN where none of them has one. */
  readonly most: number;
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

/** Gains this near to 1 are 1: what is missing is rounding. */
const ROUNDING = 1e-12;
const open = (gain: number): boolean => gain >= 1 - ROUNDING;

/** A gain so large is found nowhere but beside a pole. */
export const POLE = 1e12;

/** Halves the interval between an input with gain ≥ 1 and one without; returns their border. */
function borderBetween(inside: number, outside: number, gainAt: (a: number) => number): number {
  let [yes, no] = [inside, outside];
  while (Math.abs(yes - no) > 1e-13) {
    const middle = (yes + no) / 2;
    if (open(gainAt(middle))) yes = middle;
    else no = middle;
  }
  return yes;
}

/**
 * Stretches of the inputs drawn with |w φ′(wa + b)| ≥ 1, borders to 1e-12 of the gain, and the largest gain.
 * A window no wider than 1e-5 is a peak that only touches 1.
 */
export function windowsOf(activation: Activation, w: number, b: number): Pick<Chain, 'windows' | 'most'> {
  const gainAt = (a: number): number => Math.abs(w * activation.df(w * a + b));
  const sampled = gainCurve(activation, w, b).points.map(([a]) => a);
  // A peak between two samples may be all that reaches 1.
  const peaks = sampled.flatMap((a, i) => {
    const [left, right] = [sampled[i - 1], sampled[i + 1]];
    if (left === undefined || right === undefined) return [];
    const isTop = gainAt(a) > gainAt(left) && gainAt(a) >= gainAt(right);
    return isTop ? [findMaximum(gainAt, left, right)] : [];
  });
  const inputs = [...new Set([...sampled, ...peaks])].sort((p, q) => p - q);
  const windows: [number, number][] = [];
  inputs.forEach((a, i) => {
    const before = inputs[i - 1];
    const [is, was] = [open(gainAt(a)), before !== undefined && open(gainAt(before))];
    if (is && !was) windows.push([before === undefined ? a : borderBetween(a, before, gainAt), a]);
    if (is && was) windows.at(-1)![1] = a;
    if (!is && was) windows.at(-1)![1] = borderBetween(before!, a, gainAt);
  });
  const gains = [...inputs, ...windows.flat()].map(gainAt).filter((gain) => !Number.isNaN(gain));
  const largest = Math.max(...gains);
  const most = largest >= POLE ? Number.POSITIVE_INFINITY : largest;
  return { windows, most: gains.length > 0 ? most : Number.NaN };
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
    ...windowsOf(activation, w, b),
    factors,
    back,
  };
}
