import type { NormSpec } from './spec.ts';

/** What a normalisation's backward pass needs of its forward pass. */
export interface NormBuffers {
  /** (x − mean)/√(variance + ε), batch × units. */
  readonly unit: Float64Array;
  /** 1/√(variance + ε), one per group: per unit for `batch`, per row else. */
  readonly inverse: Float64Array;
}

/** Running mean and variance of BatchNorm, `units` each. */
export interface RunningAverages {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

interface Groups {
  readonly count: number;
  readonly size: number;
  /** Distance between the first elements of neighbouring groups, and between elements of one group. */
  readonly next: number;
  readonly stride: number;
}

function groupsOf(type: NormSpec['type'], batch: number, units: number): Groups {
  return type === 'batch'
    ? { count: units, size: batch, next: 1, stride: units }
    : { count: batch, size: units, next: units, stride: 1 };
}

/** How many groups a normalisation has: the length of `NormBuffers.inverse`. */
export function groupCount(type: NormSpec['type'], batch: number, units: number): number {
  return groupsOf(type, batch, units).count;
}

/**
 * out = γ · (x − mean)/√(variance + ε) + β with the statistics of this batch; `out` may be `x`.
 * RMSNorm takes mean 0 and has no β. A given `running` is updated as PyTorch does, with the unbiased variance.
 */
export function normalise(
  norm: Required<NormSpec>,
  x: Float64Array,
  out: Float64Array,
  units: number,
  gamma: Float64Array,
  beta: Float64Array | null,
  { unit, inverse }: NormBuffers,
  running: RunningAverages | null,
): void {
  const { count, size, next, stride } = groupsOf(norm.type, x.length / units, units);
  for (let g = 0; g < count; g++) {
    const first = g * next;
    const end = first + size * stride;
    let mean = 0;
    if (norm.type !== 'rms') {
      for (let i = first; i < end; i += stride) mean += x[i]!;
      mean /= size;
    }
    let variance = 0;
    for (let i = first; i < end; i += stride) variance += (x[i]! - mean) * (x[i]! - mean);
    variance /= size;
    const factor = 1 / Math.sqrt(variance + norm.epsilon);
    inverse[g] = factor;
    for (let i = first; i < end; i += stride) unit[i] = (x[i]! - mean) * factor;
    if (running !== null) {
      const { momentum } = norm;
      running.mean[g] = (1 - momentum) * running.mean[g]! + momentum * mean;
      running.variance[g] = (1 - momentum) * running.variance[g]! + (momentum * variance * size) / (size - 1);
    }
  }
  scaleAndShift(unit, out, gamma, beta);
}

/** BatchNorm in evaluation: the running averages stand in for the batch's statistics. `out` may be `x`. */
export function normaliseByRunning(
  norm: Required<NormSpec>,
  x: Float64Array,
  out: Float64Array,
  gamma: Float64Array,
  beta: Float64Array | null,
  { unit, inverse }: NormBuffers,
  running: RunningAverages,
): void {
  const units = gamma.length;
  for (let j = 0; j < units; j++) inverse[j] = 1 / Math.sqrt(running.variance[j]! + norm.epsilon);
  for (let i = 0; i < x.length; i += units) {
    for (let j = 0; j < units; j++) unit[i + j] = (x[i + j]! - running.mean[j]!) * inverse[j]!;
  }
  scaleAndShift(unit, out, gamma, beta);
}

function scaleAndShift(
  unit: Float64Array,
  out: Float64Array,
  gamma: Float64Array,
  beta: Float64Array | null,
): void {
  const units = gamma.length;
  for (let i = 0; i < unit.length; i += units) {
    for (let j = 0; j < units; j++) out[i + j] = gamma[j]! * unit[i + j]! + (beta === null ? 0 : beta[j]!);
  }
}

/**
 * Turns ∂L/∂out into ∂L/∂x in place and writes ∂L/∂γ and ∂L/∂β. With u = (x − mean)/σ and du = γ ∂L/∂out, per group:
 * ∂L/∂x = (du − mean(du) − u mean(du·u))/σ; RMSNorm lacks the middle term; fixed statistics leave du/σ.
 */
export function normaliseBackward(
  type: NormSpec['type'],
  gradient: Float64Array,
  gamma: Float64Array,
  gammaGradient: Float64Array,
  betaGradient: Float64Array | null,
  { unit, inverse }: NormBuffers,
  fixedStatistics: boolean,
): void {
  const units = gamma.length;
  gammaGradient.fill(0);
  betaGradient?.fill(0);
  for (let i = 0; i < gradient.length; i += units) {
    for (let j = 0; j < units; j++) {
      const g = gradient[i + j]!;
      gammaGradient[j] = gammaGradient[j]! + g * unit[i + j]!;
      if (betaGradient !== null) betaGradient[j] = betaGradient[j]! + g;
      gradient[i + j] = g * gamma[j]!;
    }
  }
  const { count, size, next, stride } = groupsOf(type, gradient.length / units, units);
  for (let k = 0; k < count; k++) {
    const first = k * next;
    const end = first + size * stride;
    let mean = 0;
    let along = 0;
    if (!fixedStatistics) {
      for (let i = first; i < end; i += stride) {
        mean += gradient[i]!;
        along += gradient[i]! * unit[i]!;
      }
      mean = type === 'rms' ? 0 : mean / size;
      along /= size;
    }
    const factor = inverse[k]!;
    for (let i = first; i < end; i += stride) gradient[i] = (gradient[i]! - mean - unit[i]! * along) * factor;
  }
}
