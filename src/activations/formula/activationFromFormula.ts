import type { Activation } from '../activation.ts';
import { backward, forward } from '../arrays.ts';
import type { Break } from '../properties/break.ts';
import { findBreaks, toKinks } from '../properties/breaks.ts';
import { checkProperties, type PropertyReport } from '../properties/check.ts';
import type { Tail } from '../properties/tails.ts';
import { evaluatorsOf } from './evaluators.ts';
import { parseFormula } from './parse.ts';
import { toCode, toTex } from './print.ts';

export interface FormulaOptions {
  /** What the book calls the function; default: the formula as typed. */
  readonly label?: string;
  /** Identifier for specs and URLs; default `yours`. */
  readonly id?: string;
}

/**
 * An activation of family `yours` from a typed formula: exact f, f′ and f″; kinks, range, asymptotes and claims are
 * detected on [−20, 20] when they are first asked for (some 10 ms, for the longest formulas up to a second). Where the formula is undefined f is NaN.
 * Throws FormulaError for a formula that cannot be read, RangeError for an id that is no identifier.
 */
export function activationFromFormula(
  text: string,
  { label, id = 'yours' }: FormulaOptions = {},
): Activation {
  if (!/^[A-Za-z]\w*$/.test(id))
    throw new RangeError(`invalid id: ${id}; expected a letter, then letters or digits`);
  const program = parseFormula(text);
  const { value: f, dual } = evaluatorsOf(program);
  const df = (x: number) => dual(x).d;
  const d2f = (x: number) => dual(x).dd;
  const curve = { f, df, d2f };
  // Drawing asks for the kinks alone, which take a third of the time.
  const breaks = once(() => findBreaks(curve, SEARCHED));
  const kinks = once(() => toKinks(breaks(), curve));
  const found = once(() => detect(curve, breaks()));
  return {
    id,
    spec: id,
    label: label ?? text.trim(),
    family: 'yours',
    names: {},
    tex: toTex(program),
    code: toCode(program),
    parameters: [],
    values: {},
    with(values) {
      const [name] = Object.keys(values);
      if (name !== undefined) throw new RangeError(`unknown parameter of ${id}: ${name}; expected none`);
      return this;
    },
    f,
    df,
    d2f,
    forward: (x, out) => forward(f, x, out),
    backward: (x, upstream, out) => backward(df, x, upstream, out),
    get range() {
      return found().range;
    },
    get kinks() {
      return kinks();
    },
    get asymptotes() {
      return found().asymptotes;
    },
    get claims() {
      return found().claims;
    },
    relatives: [],
    // The reader's own: no year, no paper.
    year: Number.NaN,
    source: '',
  };
}

const SEARCHED = [-20, 20] as const;

type Detected = Pick<Activation, 'range' | 'asymptotes' | 'claims'>;

function detect(curve: Pick<Activation, 'f' | 'df' | 'd2f'>, breaks: readonly Break[]): Detected {
  const report = checkProperties(curve, { interval: SEARCHED, breaks });
  const { min, max } = report.range;
  return {
    range: { min: min.value, max: max.value, open: [min.x === null, max.x === null] },
    asymptotes: { left: asymptote(report.saturation.left), right: asymptote(report.saturation.right) },
    claims: {
      monotone: report.direction.kind !== 'neither',
      bounded: report.bounded,
      zeroCentred: report.zeroCentred,
      lipschitz: report.steepest.lipschitz,
      minimum: minimum(report),
    },
  };
}

function asymptote(tail: Tail): { slope: number; intercept: number } | null {
  if (tail.kind === 'saturates') return { slope: 0, intercept: tail.level };
  return tail.kind === 'straight' ? { slope: tail.slope, intercept: tail.intercept } : null;
}

function minimum({ range: { min } }: PropertyReport): [number, number] | null {
  return min.x === null ? null : [min.x, min.value];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
