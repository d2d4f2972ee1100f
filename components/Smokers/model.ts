import type { Activation } from '../../src/activations/activation.ts';
import { findActivation } from '../../src/activations/index.ts';
import { standardise } from '../../src/datasets/standardise.ts';
import { trained } from '../../src/training/courses.ts';
import type { CourseSpec } from '../../src/training/spec.ts';
import type { Trained } from '../../src/training/trained.ts';
import type { SmokersSettings } from './controls.ts';
import { box, scaler, seenAnswers, unseenAnswers } from './people.ts';
import { type Plane, planeOf } from './plane.ts';

/** Nodes along each side of the cube in which the surface p = ½ is looked for. */
export const cubeNodes = 24;
/** Nodes along each side of a slice. */
export const sliceNodes = 32;

/** A slice of the cloud: everybody from `from` up to `to` years, and the borders at the age in the middle. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly age: number;
}

const years = (box.max[2] - box.min[2]) / 4;
export const slices: readonly Slice[] = [0, 1, 2, 3].map((k) => {
  const from = box.min[2] + k * years;
  return { from, to: from + years, age: from + years / 2 };
});

export interface SmokersResult extends Trained {
  readonly sizes: readonly number[];
  /** One for each hidden layer. */
  readonly functions: readonly Activation[];
  readonly plane: Plane;
  /** Degrees. */
  readonly view: { readonly yaw: number; readonly pitch: number };
}

/** The place of a node k of n along one axis of the box. */
export const nodeAt = (axis: 0 | 1 | 2, k: number, n: number): number =>
  box.min[axis] + ((box.max[axis] - box.min[axis]) * k) / (n - 1);

/** The nodes of the cube (weight fastest, age slowest), then those of the four slices (weight fastest). */
function probes(): Float32Array {
  const places: number[][] = [];
  for (let k = 0; k < cubeNodes; k++)
    for (let j = 0; j < cubeNodes; j++)
      for (let i = 0; i < cubeNodes; i++)
        places.push([nodeAt(0, i, cubeNodes), nodeAt(1, j, cubeNodes), nodeAt(2, k, cubeNodes)]);
  for (const { age } of slices)
    for (let j = 0; j < sliceNodes; j++)
      for (let i = 0; i < sliceNodes; i++)
        places.push([nodeAt(0, i, sliceNodes), nodeAt(1, j, sliceNodes), age]);
  return Float32Array.from(places.flatMap((place) => standardise(scaler, place)));
}

let known: Float32Array | undefined;

/** The course that trains networks of these sizes on the 600; every start by full batches. */
export function courseOf(
  sizes: readonly number[],
  functions: readonly string[],
  options: Pick<CourseSpec, 'rate' | 'momentum' | 'starts' | 'seed' | 'every'>,
): CourseSpec {
  known ??= probes();
  const data = { train: seenAnswers, heldOut: unseenAnswers, probes: known };
  return { sizes, functions, batch: Infinity, decay: 0, ...data, ...options };
}

/** Trains the network that the settings ask for; everything else follows from its answers. */
export async function compute(settings: SmokersSettings): Promise<SmokersResult> {
  const { rate, momentum, steps, starts, seed, yaw, pitch } = settings;
  const functions = [settings.phi1, settings.phi2].slice(0, Number(settings.layers)).map(findActivation);
  const sizes = [3, ...functions.map(() => settings.units), 1];
  const names = functions.map(({ spec }) => spec);
  const every = Math.max(1, Math.round(steps / 60));
  const spec = courseOf(sizes, names, { rate, momentum, starts, seed, every });
  const key = JSON.stringify(['smokers', sizes, names, rate, momentum, starts, seed]);
  const snapshot = await trained(key, () => spec, steps);
  const course = { key: `${key} ${steps}`, spec, steps };
  return { sizes, functions, plane: planeOf(settings), view: { yaw, pitch }, course, snapshot };
}

/** log p/(1 − p) of the first network at the nodes of the cube. */
export const cubeLogits = ({ snapshot }: SmokersResult): Float32Array =>
  snapshot.logits.subarray(0, cubeNodes ** 3);

/** The same at the nodes of a slice. */
export function sliceLogits({ snapshot }: SmokersResult, slice: number): Float32Array {
  const first = cubeNodes ** 3 + slice * sliceNodes ** 2;
  return snapshot.logits.subarray(first, first + sliceNodes ** 2);
}
