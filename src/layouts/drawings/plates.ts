import type { Family } from '../../activations/activation.ts';
import { leakyRelu } from '../../activations/leakyRelu.ts';
import { relu } from '../../activations/relu.ts';
import { sigmoid } from '../../activations/sigmoid.ts';
import { swish } from '../../activations/swish.ts';
import { tanh } from '../../activations/tanh.ts';
import { curve, type Drawing, type Frame, type Stroke } from './drawing.ts';

const size = { width: 1440, height: 172 };
const lines = 30;
const bundle = Array.from({ length: lines }, (_, i) => i);

/** Thirty thin lines of one family, the last ones fainter (or fuller, when `rising`). */
function fan(
  family: Family,
  frame: Frame,
  f: (i: number) => (x: number) => number,
  rising = false,
): Stroke[] {
  return bundle.map((i) => {
    const t = (rising ? lines - 1 - i : i) / (lines - 1);
    return { d: curve(f(i), frame), family, weight: 'thin', opacity: 0.9 - 0.68 * t, dashed: false };
  });
}

/** The tent map, two ReLUs: 0 at 0, 1 at ½, 0 at 1. */
const tent = (x: number) => 2 * relu.f(x) - 4 * relu.f(x - 0.5);

/** Tents of half the width and half the height, added up: 2^n straight pieces (the way to Takagi's curve). */
function mountain(folds: number, x: number): number {
  let sum = 0;
  let folded = x;
  for (let k = 0; k < folds; k++) {
    folded = tent(folded);
    sum += folded / 2 ** k;
  }
  return sum;
}

function foldedPlate(): Stroke[] {
  const frame: Frame = { ...size, x: [0, 1], y: [0, 1.42] };
  return [0, 1, 2, 3, 4, 5, 6, 7].map((folds) => {
    const d = curve((x) => mountain(folds, x), frame, 2 ** 9);
    return { d, family: 'relu', weight: 'thin', opacity: 0.9 - 0.08 * (7 - folds), dashed: false };
  });
}

/** The plate of each chapter: one line drawing made of real functions. */
export const plates: readonly (() => readonly Stroke[])[] = [
  () =>
    fan(
      'sigmoid',
      { ...size, x: [-12, 12], y: [-0.1, 1.1] },
      (i) => (x) => sigmoid.f(0.2 * 1.17 ** i * x),
      true,
    ),
  foldedPlate,
  () =>
    fan(
      'sigmoid',
      { ...size, x: [-8, 8], y: [-14.6, 0.4] },
      (i) => (x) => (i + 1) * Math.log10(sigmoid.df(x)),
    ),
  () => {
    const slope = (i: number) => i / (lines - 1);
    return fan(
      'leaky',
      { ...size, x: [-6, 6], y: [-6.2, 6.2] },
      (i) => leakyRelu({ negativeSlope: slope(i) }).f,
    );
  },
  () =>
    fan(
      'silu',
      { ...size, x: [-6, 6], y: [-1.3, 5.4] },
      (i) => swish({ beta: i === 0 ? 0 : 0.06 * 1.24 ** i }).f,
    ),
  () =>
    fan('tanh', { ...size, x: [-4, 4], y: [-1.1, 1.1] }, (i) => (x) => {
      let y = x;
      for (let layer = 0; layer <= i; layer++) y = tanh.f(y);
      return y;
    }),
];

export function plate(chapter: number, label: string): Drawing | null {
  const strokes = plates[chapter - 1]?.();
  return strokes ? { ...size, label, strokes } : null;
}
