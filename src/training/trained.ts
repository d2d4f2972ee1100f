import type { CourseSpec, Score, Snapshot } from './spec.ts';

/** What a figure's result must hold for the player to train before the reader. */
export interface Trained {
  /** The course and its name: two results with the same name train alike. */
  readonly course: { readonly key: string; readonly spec: CourseSpec; readonly steps: number };
  readonly snapshot: Snapshot;
}

/** Mean and standard deviation over the random starts. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const square = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

/** Share of right answers, in per cent. */
export const accuracyOf = (scores: readonly Score[], rows: number): Spread =>
  spreadOf(scores.map(({ right }) => (100 * right) / rows));

export const lossOf = (scores: readonly Score[]): Spread => spreadOf(scores.map(({ loss }) => loss));

/** `89.9 ± 0.3`; without the spread for a single start; `3 × 10^17` for what has blown up. */
export function sayOf({ mean, deviation }: Spread, starts: number, digits = 1): string {
  if (Number.isFinite(mean) && mean >= 1e4) {
    const [lead, power] = mean.toExponential(0).split('e+');
    return `${lead} × 10^${power}`;
  }
  const value = Number.isFinite(mean) ? mean.toFixed(digits) : '—';
  return starts > 1 && Number.isFinite(deviation) ? `${value} ± ${deviation.toFixed(digits)}` : value;
}

/** `3-8-1`. */
export const shapeOf = (sizes: readonly number[]): string => sizes.join('-');

/** A sentence for each run that diverged; empty when none did. */
export function sayDivergences({ divergences, train }: Snapshot): string {
  return divergences
    .map(({ start, step, layer, cause }) => {
      const which = train.length > 1 ? `Start ${start + 1} of ${train.length}` : 'Training';
      const where = layer === null ? '' : ` in layer ${layer}`;
      const shown = start === 0 ? ' The picture shows it just before.' : '';
      return ` ${which} broke off at step ${step}${where}: ${cause}.${shown}`;
    })
    .join('');
}
