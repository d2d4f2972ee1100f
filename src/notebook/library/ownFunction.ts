import type { Activation } from '../../activations/activation.ts';
import { activationFromFormula, ownName } from '../../activations/formula/index.ts';
import type { FunctionOutput } from '../protocol.ts';
import { text } from './given.ts';

/** A function that a cell has defined by a formula; shown with a button that keeps it in the whole book. */
export class OwnFunction {
  readonly activation: Activation;
  readonly output: FunctionOutput;

  /** Throws TypeError for what is no text, RangeError for a name of no or more than 24 characters, FormulaError. */
  constructor(name: unknown, formula: unknown) {
    const label = ownName(text(name, 'name'));
    const typed = text(formula, 'formula').trim();
    this.activation = activationFromFormula(typed, { label });
    this.output = { type: 'function', name: label, formula: typed };
  }
}
