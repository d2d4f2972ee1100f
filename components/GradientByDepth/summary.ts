import type { Sample } from './measure.ts';
import type { Measured } from './model.ts';

/** What several random networks of one setting have in common, by layer; means over those that stayed finite. */
export function summarise(
  all: readonly Sample[],
  depth: number,
): Pick<Measured, 'samples' | 'mean' | 'layers' | 'blownUp'> {
  const finite = all.filter((sample) => sample.status === 'finite').map((sample) => sample.layers);
  const samples = finite.map((layers) => layers.map((l) => l.log10Delta));
  const layers = Array.from({ length: depth }, (_, i) => {
    const rms = finite.map((rows) => rows[i]!.rmsPreactivation);
    const saturated = finite.map((rows) => rows[i]!.saturated);
    const weights = finite.map((rows) => rows[i]!.log10WeightGradient - rows.at(-1)!.log10WeightGradient);
    return {
      rms: average(rms),
      saturated: average(saturated),
      log10WeightGradient: average(weights),
      spread: deviation(samples.map((row) => row[i]!)),
      spreads: { rms: deviation(rms), saturated: deviation(saturated), weights: deviation(weights) },
    };
  });
  const mean = layers.map((_, i) => average(samples.map((row) => row[i]!)));
  return { samples, mean, layers, blownUp: blownUpOf(all) };
}

function blownUpOf(samples: readonly Sample[]): Measured['blownUp'] {
  const gone = samples.filter((sample) => sample.status === 'blownUp');
  return gone[0] ? { count: gone.length, message: gone[0].message, fate: gone[0].fate } : null;
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, v) => sum + v, 0) / values.length;

function deviation(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const middle = average(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
}
