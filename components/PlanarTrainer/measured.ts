import type { DataName } from './points.ts';

/** Of 300 points, how many each of five random starts gets right. */
export interface MeasuredPlanar {
  readonly data: DataName;
  readonly phi: string;
  readonly right: readonly number[];
}

/**
 * 2-16-16-1, full batches, rate 0.1, momentum 0.9, 1,500 steps, seeds 1 to 5, float32. Written by scripts/measure-training.ts.
 */
export const measuredPlanar: readonly MeasuredPlanar[] = [
  { data: 'moons', phi: 'identity', right: [272, 272, 272, 272, 272] },
  { data: 'moons', phi: 'sigmoid', right: [299, 299, 299, 299, 297] },
  { data: 'moons', phi: 'tanh', right: [300, 300, 300, 300, 300] },
  { data: 'moons', phi: 'relu', right: [300, 300, 300, 300, 300] },
  { data: 'moons', phi: 'leaky_relu', right: [300, 300, 300, 300, 300] },
  { data: 'moons', phi: 'gelu', right: [300, 300, 300, 300, 300] },
  { data: 'moons', phi: 'silu', right: [300, 300, 300, 300, 300] },
  { data: 'spirals', phi: 'identity', right: [201, 201, 201, 201, 201] },
  { data: 'spirals', phi: 'sigmoid', right: [256, 257, 255, 255, 244] },
  { data: 'spirals', phi: 'tanh', right: [300, 298, 298, 298, 300] },
  { data: 'spirals', phi: 'relu', right: [300, 300, 300, 300, 300] },
  { data: 'spirals', phi: 'leaky_relu', right: [300, 300, 300, 300, 300] },
  { data: 'spirals', phi: 'gelu', right: [300, 300, 300, 300, 300] },
  { data: 'spirals', phi: 'silu', right: [300, 300, 298, 298, 300] },
  { data: 'xor', phi: 'identity', right: [138, 138, 138, 138, 138] },
  { data: 'xor', phi: 'sigmoid', right: [298, 298, 298, 298, 298] },
  { data: 'xor', phi: 'tanh', right: [300, 300, 300, 300, 300] },
  { data: 'xor', phi: 'relu', right: [300, 300, 300, 300, 300] },
  { data: 'xor', phi: 'leaky_relu', right: [300, 300, 300, 300, 300] },
  { data: 'xor', phi: 'gelu', right: [300, 300, 300, 300, 300] },
  { data: 'xor', phi: 'silu', right: [300, 300, 300, 300, 300] },
];
