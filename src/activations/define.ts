import type { Activation, Kink, Parameter } from './activation.ts';
import { backward, forward } from './arrays.ts';

/** What all instances of a function share. */
type Portrait = Pick<Activation, 'id' | 'label' | 'family' | 'names' | 'tex' | 'code' | 'year' | 'source'> & {
  readonly relatives?: readonly string[];
};

/** What depends on the parameter values. */
export type Behaviour = Pick<Activation, 'f' | 'df' | 'd2f' | 'range' | 'asymptotes' | 'claims'> & {
  readonly kinks?: readonly Kink[];
};

type Named<Name extends string> = Parameter & { readonly name: Name };

/** A function with parameters: its portrait, the parameters and how it behaves for given values. */
type Parametric<Name extends string> = Portrait & {
  readonly parameters: readonly Named<Name>[];
  readonly behaviour: (values: Readonly<Record<Name, number>>) => Behaviour;
};

/** Makes an instance; parameters left out take their defaults. Throws RangeError for a value outside its interval. */
export type ActivationFactory<Name extends string> = (values?: Partial<Record<Name, number>>) => Activation;

/** Completes the record of a function without parameters: spec, array forms, empty lists. */
export function defineActivation(definition: Portrait & Behaviour): Activation {
  const { f, df, d2f, range, asymptotes, claims, kinks, ...portrait } = definition;
  const behaviour = { f, df, d2f, range, asymptotes, claims, ...(kinks && { kinks }) };
  return defineFamily({ ...portrait, parameters: [], behaviour: () => behaviour })();
}

/** Completes the record of a function with parameters and returns its factory, e.g. `leakyRelu({ negativeSlope: 0.2 })`. */
export function defineFamily<const Name extends string>(family: Parametric<Name>): ActivationFactory<Name> {
  const create: ActivationFactory<Name> = (given = {}) => {
    const values = fillIn(family, given);
    const { parameters, behaviour, relatives = [], ...portrait } = family;
    const { f, df, kinks = [], ...rest } = behaviour(values);
    const changed = parameters.filter(({ name, default: usual }) => values[name] !== usual);
    const described = changed.map(({ name, letter }) => `${letter} = ${values[name]}`);
    const written = changed.map(({ name }) => `${name}=${values[name]}`);
    return {
      ...portrait,
      ...rest,
      f,
      df,
      kinks,
      relatives,
      parameters,
      values,
      label: [portrait.label, ...described].join(', '),
      spec: written.length === 0 ? family.id : `${family.id}(${written.join(', ')})`,
      with: (changes) => create({ ...values, ...changes }),
      forward: (x, out) => forward(f, x, out),
      backward: (x, upstream, out) => backward(df, x, upstream, out),
    };
  };
  return create;
}

function fillIn<Name extends string>(
  { id, parameters }: Parametric<Name>,
  given: Partial<Record<Name, number>>,
): Readonly<Record<Name, number>> {
  const names: string[] = parameters.map(({ name }) => name);
  const stranger = Object.keys(given).find((name) => !names.includes(name));
  if (stranger !== undefined) {
    const expected = names.length === 0 ? 'none' : names.join(', ');
    throw new RangeError(`unknown parameter of ${id}: ${stranger}; expected ${expected}`);
  }
  const values: Partial<Record<Name, number>> = {};
  for (const { name, default: usual, min, max } of parameters) {
    const value = given[name] ?? usual;
    // Written so that NaN fails too.
    if (!(value >= min && value <= max)) {
      throw new RangeError(`invalid ${name} of ${id}: ${value}; expected a number from ${min} to ${max}`);
    }
    values[name] = value;
  }
  return Object.freeze(values as Record<Name, number>);
}
