import { findActivation } from '../../src/activations/index.ts';
import { draws } from './fast.ts';
import { type Sample, type Shape, trainingDigits } from './measure.ts';
import type { Comparison, Measured } from './model.ts';
import { chainBound, type Inputs, type Prediction, predict, randomInputs } from './predict.ts';
import { type Breathe, knownSample, picturesOf, sampleOf } from './samples.ts';
import { type DepthSettings, type Setting, settingsOf } from './settings.ts';
import { summarise } from './summary.ts';

/** How a comparison goes on beside other work. */
export interface Course {
  readonly breathe: Breathe;
  /** Called after each network; `whole` says whether every setting has one by now. May ask for what there is so far. */
  readonly step: (whole: boolean, soFar: () => Promise<Comparison>) => Promise<void>;
}

interface Row {
  readonly setting: Setting;
  readonly samples: Sample[];
}

/**
 * Measures the networks that the settings ask for, seed by seed, so that all settings have their first network early. What
 * was measured lately is not measured again: a comparison in which one setting changed costs that setting’s networks.
 */
export async function compare(settings: DepthSettings, course?: Course): Promise<Comparison> {
  const { depth, width, batch, seeds } = settings;
  const shape: Shape = { depth, width, batch, loss: settings.loss as Shape['loss'] };
  const layer = Math.min(settings.layer, depth);
  draws.begin();
  const rows = settingsOf(settings).map(
    (setting): Row => ({ setting, samples: knownOf(setting, shape, seeds) }),
  );
  const soFar = () => gather(rows, shape, seeds, layer, course?.breathe);
  for (let seed = 1; seed <= seeds; seed++) {
    for (const { setting, samples } of rows) {
      if (samples.length >= seed) continue;
      samples.push(await sampleOf(setting, shape, seed, layer, course?.breathe));
      await course?.step(
        rows.every((row) => row.samples.length > 0),
        soFar,
      );
    }
  }
  return soFar();
}

/** The first seeds’ networks as far as they are known. */
function knownOf(setting: Setting, shape: Shape, seeds: number): Sample[] {
  const samples: Sample[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const sample = knownSample(setting, shape, seed);
    if (!sample) break;
    samples.push(sample);
  }
  return samples;
}

async function gather(
  rows: readonly Row[],
  shape: Shape,
  seeds: number,
  layer: number,
  breathe?: Breathe,
): Promise<Comparison> {
  const networks: Measured[] = [];
  for (const { setting, samples } of rows) {
    const pictures = samples.length > 0 ? await picturesOf(setting, shape, layer, breathe) : null;
    const theory = await theoryOf(setting, shape);
    networks.push({ setting, ...summarise(samples, shape.depth), ...noPictures, ...pictures, ...theory });
  }
  const done = rows.reduce((sum, { samples }) => sum + samples.length, 0);
  const of = rows.length * seeds;
  return { shape, seeds, layer, networks, progress: done < of ? { done, of } : null };
}

const noPictures = { preactivations: null, activations: null };

type Theory = Pick<Measured, 'prediction' | 'bound'>;

const theories = new Map<string, Theory>();

async function theoryOf(setting: Setting, shape: Shape): Promise<Theory> {
  const key = JSON.stringify([{ ...setting, slot: '' }, shape]);
  const known = theories.get(key);
  if (known) return known;
  const activation = findActivation(setting.phi);
  const prediction: Prediction = predict(setting, activation, shape, await inputsOf(shape));
  const theory = { prediction, bound: chainBound(activation, shape.depth) };
  if (theories.size > 60) theories.clear();
  theories.set(key, theory);
  return theory;
}

/** What the first layer is fed with. */
async function inputsOf({ loss, batch }: Shape): Promise<Inputs> {
  if (loss === 'projection') return randomInputs(batch);
  const { inputs } = await trainingDigits();
  const pixels = 64;
  let square = 0;
  let variance = 0;
  for (let p = 0; p < pixels; p++) {
    let [sum, squares] = [0, 0];
    for (let r = 0; r < batch; r++) {
      const x = inputs[r * pixels + p]!;
      sum += x / batch;
      squares += (x * x) / batch;
    }
    square += squares / pixels;
    variance += (squares - sum * sum) / pixels;
  }
  return { square, variance };
}
