import { type Activation, families } from './activation.ts';
import * as catalogue from './catalogue.ts';
import { createRegistry } from './registry.ts';

export * from './catalogue.ts';

/** Every function of the book, parametric ones with their defaults, in the order in which pickers show them. */
export const activations: readonly Activation[] = Object.values(catalogue)
  .map((entry) => (typeof entry === 'function' ? entry() : entry))
  .sort((a, b) => place(a) - place(b) || rank(a) - rank(b) || a.year - b.year);

function place({ family }: Activation): number {
  return families.indexOf(family);
}

/** The function that gave its family the name leads it, the others follow by year. */
function rank({ id, family }: Activation): number {
  return id === family ? 0 : 1;
}

/** The book's functions and the reader's own, for everything that lets the reader choose one. */
export const registry = createRegistry(activations);

/** The function of a spec or of a name, the reader's included: `findActivation('leaky_relu(negativeSlope=0.2)')`, `findActivation('my bend')`. */
export const findActivation = registry.find;

/** Adds the reader's own function (family `yours`); returns what takes it out again. */
export const registerActivation = registry.register;

/** The reader's own functions. */
export const readerActivations = registry.readers;
