import { sigmoid } from '../math/logistic.ts';
import { fitScaler, type Scaler, standardise } from './standardise.ts';

/** p(label = 1) = σ(w₀ + w·z) on standardised columns z: the best straight boundary, for comparison with networks. */
export interface LogisticModel {
  readonly scaler: Scaler;
  /** Intercept first. */
  readonly weights: readonly number[];
  /** Mean loss in nats on the training rows. */
  readonly loss: number;
  /** Share of training rows on the right side. */
  readonly accuracy: number;
}

// A trace of curvature keeps the solve possible when classes are separable or columns equal.
const RIDGE = 1e-12;

/**
 * Fits by Newton's method (iteratively reweighted least squares) with an unpenalised intercept, at most `steps` steps.
 * Throws RangeError for an empty table or as many labels as not rows.
 */
export function logisticRegression(
  rows: readonly (readonly number[])[],
  labels: readonly (0 | 1)[],
  steps = 50,
): LogisticModel {
  if (rows.length !== labels.length) {
    throw new RangeError(`invalid number of labels: ${labels.length}; expected ${rows.length}, one per row`);
  }
  const scaler = fitScaler(rows);
  const inputs = rows.map((row) => [1, ...standardise(scaler, row)]);
  let weights = inputs[0]!.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const change = newtonStep(inputs, labels, weights);
    weights = weights.map((w, i) => w + change[i]!);
    if (change.every((c) => Math.abs(c) < 1e-14)) break;
  }
  let loss = 0;
  let right = 0;
  inputs.forEach((input, i) => {
    const score = dot(weights, input);
    // log(1 − σ(s)) = log σ(−s) without cancellation.
    loss -= Math.log(sigmoid(labels[i] === 1 ? score : -score));
    if (score > 0 === (labels[i] === 1)) right++;
  });
  return { scaler, weights, loss: loss / rows.length, accuracy: right / rows.length };
}

/** p(label = 1) for a row in original units. */
export function predict({ scaler, weights }: LogisticModel, row: readonly number[]): number {
  return sigmoid(dot(weights, [1, ...standardise(scaler, row)]));
}

function newtonStep(
  inputs: readonly number[][],
  labels: readonly number[],
  weights: readonly number[],
): number[] {
  const size = weights.length;
  const system = weights.map((_, i) => Array.from({ length: size + 1 }, (_, j) => (i === j ? RIDGE : 0)));
  inputs.forEach((input, row) => {
    const p = sigmoid(dot(weights, input));
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) system[i]![j]! += p * (1 - p) * input[i]! * input[j]!;
      system[i]![size]! += (labels[row]! - p) * input[i]!;
    }
  });
  return solve(system);
}

/** Solves the square system whose last column is the right-hand side (Gauss–Jordan with row pivoting). */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let k = i + 1; k < size; k++) if (Math.abs(system[k]![i]!) > Math.abs(system[pivot]![i]!)) pivot = k;
    [system[i], system[pivot]] = [system[pivot]!, system[i]!];
    for (let k = 0; k < size; k++) {
      if (k === i) continue;
      const factor = system[k]![i]! / system[i]![i]!;
      system[k] = system[k]!.map((value, j) => value - factor * system[i]![j]!);
    }
  }
  return system.map((row, i) => row[size]! / row[i]!);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
