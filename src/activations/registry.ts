import type { Activation } from './activation.ts';

/** The book's functions plus the reader's own, in one place for everything that lets the reader choose one. */
export interface Registry {
  /** The book's functions followed by the reader's. */
  all(): readonly Activation[];
  /** The reader's functions, in the order they were registered. */
  readers(): readonly Activation[];
  /**
   * The function that a spec names, `relu` or `leaky_relu(negativeSlope=0.2)`, or else the one of that label, `my bend`.
   * Throws RangeError for an unknown function or parameter, SyntaxError for what is not a spec.
   */
  find(spec: string): Activation;
  /**
   * Adds a function of family `yours`, or replaces the reader's function of the same id, and tells the subscribers.
   * Returns a function that takes it out again. Throws RangeError for another family or for an id of the book.
   */
  register(activation: Activation): () => void;
  /** Takes a function of the reader's from all lists; what has its spec already still finds it. */
  retire(id: string): void;
  /** Calls `listener` after every change; returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** Starts a registry from the book's list. */
export function createRegistry(book: readonly Activation[]): Registry {
  let readers: readonly Activation[] = [];
  let retired: readonly Activation[] = [];
  const listeners = new Set<() => void>();
  function change(next: readonly Activation[]): void {
    readers = next;
    for (const listener of [...listeners]) listener();
  }
  return {
    all: () => [...book, ...readers],
    readers: () => readers,
    find: (spec) => find(spec, [...book, ...readers, ...retired]),
    register(activation) {
      const { id, family } = activation;
      if (family !== 'yours') throw new RangeError(`invalid family of ${id}: ${family}; expected yours`);
      if (book.some((known) => known.id === id)) {
        throw new RangeError(`invalid id: ${id}; expected a name that no function of the book has`);
      }
      retired = retired.filter((known) => known.id !== id);
      const place = readers.findIndex((known) => known.id === id);
      change(place < 0 ? [...readers, activation] : readers.with(place, activation));
      return () => {
        retired = retired.filter((known) => known !== activation);
        if (readers.includes(activation)) change(readers.filter((known) => known !== activation));
      };
    },
    retire(id) {
      const gone = readers.filter((known) => known.id === id);
      if (gone.length === 0) return;
      retired = [...retired, ...gone];
      change(readers.filter((known) => known.id !== id));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const SPEC = /^\s*([A-Za-z]\w*)\s*(?:\(([^()]*)\)\s*)?$/;
const ENTRY = /^\s*([A-Za-z]\w*)\s*=\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*$/;

function find(spec: string, list: readonly Activation[]): Activation {
  const [, id, entries = ''] = SPEC.exec(spec) ?? [];
  const found = list.find((known) => known.id === id);
  if (id === undefined || !found) return labelled(spec.trim(), id, list);
  return entries.trim() === '' ? found : found.with(parseValues(id, entries));
}

/** The function of that label; how it is missed depends on whether a spec could be read. */
function labelled(name: string, id: string | undefined, list: readonly Activation[]): Activation {
  const found = list.find(({ label }) => label === name);
  if (found) return found;
  if (id === undefined) {
    throw new SyntaxError(
      `invalid function: ${shorten(name)}; expected the name of a function or a form like leaky_relu(negativeSlope=0.2)`,
    );
  }
  const names = list.map(({ id, label, family }) => (family === 'yours' ? label : id));
  throw new RangeError(`unknown function: ${shorten(id)}; expected one of ${names.join(', ')}`);
}

function parseValues(id: string, entries: string): Record<string, number> {
  const pairs = entries.split(',').map((entry) => {
    const [, name, value] = ENTRY.exec(entry) ?? [];
    if (name === undefined) {
      throw new SyntaxError(
        `invalid parameter of ${id}: ${shorten(entry.trim())}; expected a form like name=0.5`,
      );
    }
    return [name, Number(value)] as const;
  });
  return Object.fromEntries(pairs);
}

/** Specs come from URLs too, where anything may stand. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
