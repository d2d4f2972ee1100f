import { FormulaError } from '../../src/activations/formula/index.ts';
import {
  admitOwn,
  availableOwn,
  type OwnFunction,
  ownFunction,
  ownId,
} from '../../src/figure/ownFunctions.ts';
import { shelf } from '../../src/figure/ownShelf.ts';
import type { CellFunctions } from '../../src/notebook/cells/functions.ts';

const quotes = ["'", '"', '`'];

/** Whether a cell asks for a function by its name or its id, and leaves the formula to the shelf. */
const asksFor = (text: string, { id, label }: OwnFunction): boolean =>
  text.includes(id) || quotes.some((quote) => text.includes(`findActivation(${quote}${label}${quote}`));

/** The functions kept in the whole book, as the cells' links see them. */
export const functions: CellFunctions = {
  keptBy: (texts, shown) =>
    shelf()
      .filter((own) => {
        const { label, formula } = own;
        const defines = (text: string): boolean => text.includes(formula) && text.includes(label);
        return (
          shown.some((one) => one.formula.trim() === formula) ||
          texts.some((text) => defines(text) || asksFor(text, own))
        );
      })
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
