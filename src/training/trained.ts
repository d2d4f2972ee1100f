import { wholeNumber } from '../figure/wholeNumber.ts';
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

/** Mean and standard deviation, √(Σ (v − mean)²/n), of n ≥ 1 numbers; NaN of none. */
export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const square = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

/** The starts that count towards a mean: one that broke off stands still, and says nothing about later steps. */
export interface Standing {
  readonly train: readonly Score[];
  readonly heldOut: readonly Score[];
  readonly starts: number;
  readonly broken: number;
}

/** Whether a random start, from 0, broke off. */
export const isBroken = ({ divergences }: Snapshot, start: number): boolean =>
  divergences.some((run) => run.start === start);

/** The survivors' scores; where there are none, those of start 1 just before it broke off. */
export function standing(snapshot: Snapshot): Standing {
  const { train, heldOut, divergences } = snapshot;
  const [starts, broken] = [train.length, divergences.length];
  const counts = (_: Score, start: number): boolean =>
    broken < starts ? !isBroken(snapshot, start) : start === 0;
  return { train: train.filter(counts), heldOut: heldOut.filter(counts), starts, broken };
}

/** Whether nothing is left to train. */
export const hasEnded = ({ train, divergences }: Snapshot): boolean => divergences.length === train.length;

/** Share of right answers, in per cent. */
export const accuracyOf = (scores: readonly Score[], rows: number): Spread =>
  spreadOf(scores.map(({ right }) => (100 * right) / rows));

/** The logistic loss of the starts, in nats. */
export const lossOf = (scores: readonly Score[]): Spread => spreadOf(scores.map(({ loss }) => loss));

/** `89.9 ± 0.3`; without the spread for a single start; `(3.1 ± 0.2) × 10^17` for what has blown up. */
export function sayOf({ mean, deviation }: Spread, starts: number, digits = 1): string {
  if (!Number.isFinite(mean)) return '—';
  const power = mean >= 1e4 ? Math.floor(Math.log10(mean)) : 0;
  const decimals = power > 0 ? 1 : digits;
  const say = (value: number): string => (value / 10 ** power).toFixed(decimals);
  const spread = starts > 1 && Number.isFinite(deviation) ? ` ± ${say(deviation)}` : '';
  if (power === 0) return say(mean) + spread;
  return spread ? `(${say(mean)}${spread}) × 10^${power}` : `${say(mean)} × 10^${power}`;
}

/** A loss, to three decimals: `0.412 ± 0.003`, or `below 0.001` where that would be 0.000. */
export const sayLoss = (loss: Spread, starts: number): string =>
  loss.mean < 0.0005 ? 'below 0.001' : sayOf(loss, starts, 3);

/** `3-8-1`. */
export const shapeOf = (sizes: readonly number[]): string => sizes.join('-');

/** How far training came: `After 1500 steps`, `After 1 step`, or where it stopped when no start is left. */
export function sayWhen({ step, train, divergences }: Snapshot): string {
  if (divergences.length < train.length) return `After ${wholeNumber(step)} ${step === 1 ? 'step' : 'steps'}`;
  if (train.length === 1) return `Training stopped at step ${wholeNumber(divergences[0]!.step)}. Just before`;
  const first = Math.min(...divergences.map((run) => run.step));
  return `All ${train.length} random starts stopped, the first at step ${wholeNumber(first)}. Just before, start 1`;
}

/** Whose numbers these are: `mean ± standard deviation of 3 of 5 random starts; 2 broke off`. Empty without a mean. */
export function sayWhose({ train, starts, broken }: Standing): string {
  if (starts === 1 || broken === starts) return '';
  if (train.length === 1) return `the one of ${starts} random starts that did not break off`;
  const of = broken > 0 ? `${train.length} of ` : '';
  const rest = broken > 0 ? `; ${broken} broke off` : '';
  return `mean ± standard deviation of ${of}${starts} random starts${rest}`;
}

/** Where and why runs diverged: two in full, start 1 first because the picture shows it, the rest by their steps. */
export function sayDivergences({ divergences, train }: Snapshot): string {
  const runs = [...divergences].sort((a, b) => a.start - b.start);
  const full = runs.slice(0, 2).map(({ start, step, layer, cause }) => {
    const which = train.length > 1 ? `Start ${start + 1} of ${train.length}` : 'Training';
    const where = layer === null ? '' : ` in layer ${layer}`;
    const shown = start === 0 ? ' The picture shows it just before.' : '';
    return ` ${which} broke off at step ${wholeNumber(step)}${where}: ${cause}.${shown}`;
  });
  const rest = runs.slice(2).map(({ start, step }) => `start ${start + 1} at step ${wholeNumber(step)}`);
  return full.join('') + (rest.length > 0 ? ` So did ${rest.join(', ')}.` : '');
}
