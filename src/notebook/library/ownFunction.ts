import type { Activation } from '../../activations/activation.ts';
import { activationFromFormula, ownName } from '../../activations/formula/index.ts';
import type { Dual } from '../../math/dual.ts';
import type { FunctionOutput } from '../protocol.ts';
import { lowered } from './design.ts';
import { text } from './given.ts';
import { traced } from './trace.ts';

/**
 * A function that a cell has defined by a formula, or by code in dual numbers; shown with a button that keeps it in the
 * whole book.
 */
export class OwnFunction {
  readonly activation: Activation;
  readonly output: FunctionOutput;

  /**
   * Throws TypeError for what is neither a text nor a function of dual numbers that a formula can say, RangeError for a
   * name of no or more than 24 characters, FormulaError.
   */
  constructor(name: unknown, given: unknown) {
    const label = ownName(text(name, 'name'));
    const code = typeof given === 'function' ? (given as (x: Dual) => Dual) : null;
    const formula = code ? traced(code) : text(given, 'formula').trim();
    this.activation = activationFromFormula(formula, { label });
    if (code) compare(this.activation, code);
    this.output = { type: 'function', name: label, formula };
  }
}

/** Throws TypeError where code and the formula that was read from it differ by a bit in value or slope, from −12.5 to 12.5. */
function compare(own: Activation, code: (x: Dual) => Dual): void {
  const given = lowered(code);
  for (let x = -12.5; x <= 12.5; x += 0.125) {
    for (const part of ['f', 'df'] as const) {
      const [wanted, got] = [given[part]!(x), own[part](x)];
      // Of 0 and −0 either will do.
      if (!Object.is(wanted + 0, got + 0))
        throw new TypeError(
          `invalid formula: a function with ${part}(${x}) = ${wanted}, but ${got} by its operations; expected neither chance nor memory`,
        );
    }
  }
}
