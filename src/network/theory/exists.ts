import type { Activation } from '../../activations/activation.ts';
import { readerActivations } from '../../activations/index.ts';
import { scorecard } from '../../activations/properties/scorecard.ts';

const known = new WeakMap<Activation, boolean>();

/**
 * Whether mean-field theory can speak of φ at all: E φ(z)² and E φ′(z)², z ~ N(0,1), are finite and can be found; for other
 * lengths see `averagesExist`. Every function of the book has them; of the reader's, `tan(x)`, `1/x`, `log(x)` and
 * `exp(exp(x))` do not. It takes some thousand calls of φ, once.
 */
export function hasMeanField(phi: Activation): boolean {
  if (!readerActivations().includes(phi)) return true;
  const found = known.get(phi) ?? scorecard(phi).converged;
  known.set(phi, found);
  return found;
}

/** From this length on an average that is no finite number may be too large for doubles; before, it is none. */
const LONG = 2 ** 60;

/**
 * Whether the averages at the lengths q are all there: `exp(x^2/5)` has a mean square at q = 1, none from q = 5/4 on. Where
 * one is missing theory ends, for lengths above that layer and for gradients that come back through it.
 */
export const averagesExist = (q: readonly number[], averages: readonly number[]): boolean =>
  q.every((length, l) => length > LONG || Number.isFinite(averages[l]));
