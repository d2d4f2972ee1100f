import { createRandom } from '../math/random.ts';

/**
 * Fills `mask` for inverted dropout: 0 with probability `share`, else 1/(1 − share). The stream's seed fixes the mask.
 * Srivastava et al. 2014.
 */
export function fillDropoutMask(mask: Float64Array, share: number, seed: number): void {
  const random = createRandom(seed);
  const kept = 1 / (1 - share);
  for (let i = 0; i < mask.length; i++) mask[i] = random.uniform() < share ? 0 : kept;
}
