import { activationFromFormula } from '../../activations/formula/index.ts';
import { registerActivation } from '../../activations/index.ts';
import type { KnownFunction } from '../protocol.ts';

let forget: readonly (() => void)[] = [];

/**
 * Puts the reader's own functions beside those of the book, for `activations.findActivation('my bend')` in any cell; those
 * of the call before go. Throws FormulaError for a formula that cannot be read.
 */
export function know(functions: readonly KnownFunction[]): void {
  for (const leave of forget) leave();
  forget = functions.map((own) => registerActivation(activationFromFormula(own.formula, own)));
}
