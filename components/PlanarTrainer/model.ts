import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { logisticRegression } from '../../src/datasets/logisticRegression.ts';
import type { PlanarPoint } from '../../src/datasets/planar.ts';
import { fitScaler, type Scaler, standardise } from '../../src/datasets/standardise.ts';
import { trained } from '../../src/training/courses.ts';
import type { CourseSpec } from '../../src/training/spec.ts';
import type { Trained } from '../../src/training/trained.ts';
import type { PlanarSettings } from './controls.ts';
import { type DataName, pointsOf, windows } from './points.ts';

/** Nodes along each side of a map. */
export const mapNodes = 80;

export interface PlanarResult extends Trained {
  readonly data: DataName;
  readonly points: readonly PlanarPoint[];
  readonly scaler: Scaler;
  readonly sizes: readonly number[];
  /** Null without hidden layers. */
  readonly activation: Activation | null;
  /** Points that the best straight border by logistic regression gets right. */
  readonly straight: number;
}

type Options = Pick<CourseSpec, 'rate' | 'momentum' | 'decay' | 'batch' | 'starts' | 'seed' | 'every'>;

/** The usual training: full batches, rate 0.1, momentum 0.9. */
export const usual: Omit<Options, 'seed' | 'every'> = {
  rate: 0.1,
  momentum: 0.9,
  decay: 0,
  batch: Infinity,
  starts: 1,
};

/** The course that teaches a network these points; the probes are the map's nodes, from the top left in rows. */
export function courseOf(
  data: DataName,
  points: readonly PlanarPoint[],
  sizes: readonly number[],
  functions: readonly string[],
  options: Options,
): CourseSpec {
  const rows = points.map(({ x, y }) => [x, y]);
  const scaler = fitScaler(rows);
  const place = (list: readonly (readonly number[])[]): Float32Array =>
    Float32Array.from(list.flatMap((row) => standardise(scaler, row)));
  const train = { inputs: place(rows), labels: Uint8Array.from(points, ({ label }) => label) };
  return { sizes, functions, train, heldOut: null, probes: place(nodesOf(data)), ...options };
}

function nodesOf(data: DataName): number[][] {
  const { x, y, half } = windows[data];
  const at = (k: number): number => (2 * half * k) / (mapNodes - 1) - half;
  return Array.from({ length: mapNodes ** 2 }, (_, k) => [
    x + at(k % mapNodes),
    y - at(Math.floor(k / mapNodes)),
  ]);
}

/** Trains the network that the settings ask for. */
export async function compute(settings: PlanarSettings): Promise<PlanarResult> {
  const { layers, units, noise, rate, momentum, decay, steps, starts, seed } = settings;
  const data = settings.data as DataName;
  const activation = layers > 0 ? findActivation(settings.phi) : null;
  const sizes = [2, ...new Array<number>(layers).fill(units), 1];
  const functions = new Array<string>(layers).fill(activation?.spec ?? '');
  const batch = settings.batch === 'full' ? Infinity : Number(settings.batch);
  const every = Math.max(1, Math.round(steps / 60));
  const points = pointsOf(data, noise);
  const options = { rate, momentum, decay, batch, starts, seed, every };
  const key = JSON.stringify(['planar', data, noise, sizes, functions[0], settings.batch, options, steps]);
  const spec = courseOf(data, points, sizes, functions, options);
  const snapshot = await trained(key, () => spec, steps);
  const rows = points.map(({ x, y }) => [x, y]);
  const labels = points.map(({ label }) => label);
  const straight = Math.round(logisticRegression(rows, labels).accuracy * points.length);
  const course = { key, spec, steps };
  return { data, points, scaler: fitScaler(rows), sizes, activation, straight, course, snapshot };
}
