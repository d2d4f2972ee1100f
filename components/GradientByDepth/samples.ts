import type { DigitsPart } from '../../src/datasets/digits.ts';
import { type Lost, measureFast, type Pictures, pictureFast, prepare, type Steps } from './fast.ts';
import { measure, type Sample, type Shape } from './measure.ts';
import type { Setting } from './settings.ts';

/** Lets others in between two steps; undefined when it is too early for that. May throw to end the measurement. */
export type Breathe = () => Promise<void> | undefined;

/** One random network's measurements, and the histograms that were asked for so far, by layer from 1. */
interface Known {
  readonly sample: Sample;
  readonly pictures: Map<number, Pictures>;
}

// A sample of 100 layers takes some 10 KB.
const mostSamples = 800;
const known = new Map<string, Known>();

const keyOf = (setting: Setting, shape: Shape, seed: number): string =>
  JSON.stringify([{ ...setting, slot: '' }, shape, seed]);

/** A network that was measured lately, or null. */
export function knownSample(setting: Setting, shape: Shape, seed: number): Sample | null {
  return recall(keyOf(setting, shape, seed))?.sample ?? null;
}

function recall(key: string): Known | undefined {
  const found = known.get(key);
  if (!found) return undefined;
  known.delete(key);
  known.set(key, found);
  return found;
}

function remember(key: string, entry: Known): void {
  known.set(key, entry);
  if (known.size > mostSamples) known.delete(known.keys().next().value!);
}

/**
 * One random network, measured in float32, or where that cannot follow the signal in float64. The first seed’s histograms
 * of `layer` come with it.
 */
export async function sampleOf(
  setting: Setting,
  shape: Shape,
  seed: number,
  layer: number,
  breathe?: Breathe,
): Promise<Sample> {
  const key = keyOf(setting, shape, seed);
  const found = recall(key);
  if (found) return found.sample;
  const digits = await prepare(shape);
  const watched = seed === 1 ? layer : 0;
  const fast = await drive(measureFast(digits, setting, shape, seed, watched), breathe);
  const sample = fast.status === 'lost' ? await again(fast, setting, shape, seed) : fast;
  remember(key, { sample, pictures: picturesIn(sample) });
  return sample;
}

/** Multiplications per product that a second go in float64 may cost, a second or so: nothing stops it once it runs. */
const affordable = 2e8;

/** Where a signal left float32: what float64 says, or in nets too large for it, where that was. */
async function again({ layer }: Lost, setting: Setting, shape: Shape, seed: number): Promise<Sample> {
  const { depth, width, batch } = shape;
  if (depth * width * width * batch <= affordable) return measure(setting, shape, seed);
  return {
    status: 'blownUp',
    fate: 'overflow',
    message: `layer ${layer}: its pre-activations leave float32`,
  };
}

/** The histograms of one layer of the first network; null where there is none. */
export async function picturesOf(
  setting: Setting,
  shape: Shape,
  layer: number,
  breathe?: Breathe,
): Promise<Pictures | null> {
  const entry = recall(keyOf(setting, shape, 1));
  if (!entry || entry.sample.status === 'blownUp') return null;
  const found = entry.pictures.get(layer);
  if (found) return found;
  // Who looks into one layer looks into its neighbours next.
  const digits: DigitsPart | null = await prepare(shape);
  const all = await drive(pictureFast(digits, setting, shape, 1), breathe);
  all?.forEach((pictures, l) => {
    entry.pictures.set(l + 1, pictures);
  });
  return entry.pictures.get(layer) ?? null;
}

function picturesIn(sample: Sample): Map<number, Pictures> {
  if (sample.status === 'blownUp') return new Map();
  return new Map(
    sample.layers.flatMap(({ preactivations, activations }, l) =>
      preactivations ? [[l + 1, { preactivations, activations }] as const] : [],
    ),
  );
}

async function drive<T>(steps: Steps<T>, breathe?: Breathe): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const rest = breathe?.();
    if (rest) await rest;
  }
}
