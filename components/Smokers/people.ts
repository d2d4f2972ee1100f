import { smokers } from '../../src/datasets/smokers.ts';
import { fitScaler, type Scaler, standardise } from '../../src/datasets/standardise.ts';
import type { Answers } from '../../src/training/spec.ts';

/** An invented person as [weight in kg, systolic pressure in mmHg, age in years]. */
export type Features = readonly [weight: number, systolic: number, age: number];

export interface People {
  readonly features: readonly Features[];
  readonly labels: Uint8Array;
  /** Probability of each label under the invented rule. */
  readonly p: readonly number[];
}

function invent(count: number, seed: number): People {
  const rows = smokers({ count, seed });
  return {
    features: rows.map(({ weight, systolic, age }) => [weight, systolic, age]),
    labels: Uint8Array.from(rows, ({ label }) => label),
    p: rows.map(({ p }) => p),
  };
}

/** Seeds of the 600 and of the 2,000. */
export const seeds = { seen: 2024, unseen: 777 } as const;

/** The 600 that networks learn from. INVENTED: they say nothing about smoking, blood pressure or health. */
export const seen: People = invent(600, seeds.seen);
/** 2,000 more by the same rule, for examination. */
export const unseen: People = invent(2000, seeds.unseen);

/** Means and standard deviations of the 600, applied to everybody. */
export const scaler: Scaler = fitScaler(seen.features);

const answersOf = ({ features, labels }: People): Answers => ({
  inputs: Float32Array.from(features.flatMap((row) => standardise(scaler, row))),
  labels,
});

export const seenAnswers = answersOf(seen);
export const unseenAnswers = answersOf(unseen);

/** The best that anyone can expect: mean max(p, 1 − p). */
export const ceiling = ({ p }: People): number =>
  p.reduce((sum, q) => sum + Math.max(q, 1 - q), 0) / p.length;

/** The box that pictures show, in kg, mmHg and years. */
export const box = { min: [40, 80, 18], max: [112, 160, 80] } as const satisfies Record<string, Features>;
