import { createRandom } from '../math/random.ts';
import { checkRows, type Sample } from './smokers.ts';

/** A labelled point of the plane. */
export interface PlanarPoint {
  readonly x: number;
  readonly y: number;
  readonly label: 0 | 1;
}

interface Noisy extends Sample {
  /** Standard deviation of the normal noise on x, then on y; ≥ 0. */
  readonly noise?: number;
}

/** Two interleaved half circles; row i has label i mod 2. Coordinates within about [−1.5, 2.5]. */
export function moons({ count = 300, seed = 7, noise = 0.15 }: Noisy = {}): PlanarPoint[] {
  checkRows(count);
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const t = Math.PI * random.uniform();
    const upper = i % 2 === 0;
    const x = (upper ? Math.cos(t) : 1 - Math.cos(t)) + noise * random.normal();
    const y = (upper ? Math.sin(t) : 0.5 - Math.sin(t)) + noise * random.normal();
    return { x, y, label: upper ? 0 : 1 };
  });
}

/** Two spiral arms of the given number of turns; row i has label i mod 2. Radius √u ≤ 1 before the noise. */
export function spirals({
  count = 300,
  seed = 7,
  turns = 1.5,
  noise = 0.03,
}: Noisy & { readonly turns?: number } = {}): PlanarPoint[] {
  checkRows(count);
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const r = Math.sqrt(random.uniform());
    const angle = 2 * Math.PI * turns * r + Math.PI * (i % 2);
    const x = r * Math.cos(angle) + noise * random.normal();
    const y = r * Math.sin(angle) + noise * random.normal();
    return { x, y, label: i % 2 === 0 ? 0 : 1 };
  });
}

/** Uniform points of [−1, 1)²; the label is 1 when x·y > 0. */
export function xor({ count = 300, seed = 7 }: Sample = {}): PlanarPoint[] {
  checkRows(count);
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    return { x, y, label: x * y > 0 ? 1 : 0 };
  });
}
