import { FormulaError } from '../../src/activations/formula/index.ts';
import { admitOwn, availableOwn, ownFunction, ownId } from '../../src/figure/ownFunctions.ts';
import { shelf } from '../../src/figure/ownShelf.ts';
import type { CellFunctions } from '../../src/notebook/cells/functions.ts';

/** The functions kept in the whole book, as the cells' links see them. */
export const functions: CellFunctions = {
  keptBy: (texts, shown) =>
    shelf()
      .filter(
        ({ label, formula }) =>
          shown.some((one) => one.formula.trim() === formula) ||
          texts.some((text) => text.includes(formula) && text.includes(label)),
      )
      .map(({ label, formula }) => ({ name: label, formula })),

  known: ({ formula }) => availableOwn().some(({ id }) => id === ownId(formula)),

  refusal({ name, formula }) {
    try {
      ownFunction(name, formula);
      return null;
    } catch (error) {
      if (error instanceof FormulaError || error instanceof RangeError) return error.message;
      throw error;
    }
  },

  admit({ name, formula }) {
    admitOwn(ownFunction(name, formula));
  },
};
