import { sigmoid } from '../math/logistic.ts';
import { createRandom } from '../math/random.ts';

/** One invented person. */
export interface Smoker {
  /** kg */
  readonly weight: number;
  /** mmHg */
  readonly systolic: number;
  /** years */
  readonly age: number;
  /** Probability of label 1 under the invented rule. */
  readonly p: number;
  readonly label: 0 | 1;
}

export interface Sample {
  /** Number of rows, ≥ 1. */
  readonly count?: number;
  readonly seed?: number;
}

/**
 * ARTIFICIAL rows: the rule was made up so that no plane separates the classes; it says nothing about real smokers,
 * blood pressure or health. With a = (age − 49)/18, w = (weight − 75)/12, s = (systolic − 120)/12 and
 * r² = a² + w² + s², p = σ(3(2.5 − r²)). Draw order per row: age, weight, systolic, label.
 * Throws RangeError for an invalid count or seed.
 */
export function smokers({ count = 600, seed = 2024 }: Sample = {}): Smoker[] {
  checkRows(count);
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const age = 18 + 62 * random.uniform();
    const weight = 75 + 12 * random.normal();
    const systolic = 120 + 0.4 * (age - 49) + 10 * random.normal();
    const p = sigmoid(3 * (2.5 - squaredRadius({ age, weight, systolic })));
    return { weight, systolic, age, p, label: random.uniform() < p ? 1 : 0 };
  });
}

/** r² of the invented rule: the true boundary is the ellipsoid r² = 2.5. */
export function squaredRadius({
  age,
  weight,
  systolic,
}: Pick<Smoker, 'age' | 'weight' | 'systolic'>): number {
  return ((age - 49) / 18) ** 2 + ((weight - 75) / 12) ** 2 + ((systolic - 120) / 12) ** 2;
}

/** Throws RangeError unless `count` is a whole number of 1…10⁶ rows. */
export function checkRows(count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > 1e6) {
    throw new RangeError(`invalid number of rows: ${count}; expected an integer of 1…1000000`);
  }
}
