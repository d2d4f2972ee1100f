import type { Activation } from '../../activations/activation.ts';
import { readerActivations } from '../../activations/index.ts';
import { scorecard } from '../../activations/properties/scorecard.ts';

const known = new WeakMap<Activation, boolean>();

/**
 * Whether mean-field theory can speak of φ at all: E φ(z)² and E φ′(z)², z ~ N(0,1), are finite and can be found. Every
 * function of the book has them; of the reader's, `tan(x)`, `1/x`, `log(x)` and `exp(exp(x))` do not. It takes some
 * thousand calls of φ, once.
 */
export function hasMeanField(phi: Activation): boolean {
  if (!readerActivations().includes(phi)) return true;
  const found = known.get(phi) ?? scorecard(phi).converged;
  known.set(phi, found);
  return found;
}
