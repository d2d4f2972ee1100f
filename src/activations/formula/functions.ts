import type { Dual } from '../../math/dual.ts';
import * as dual from '../../math/dual.ts';
import { sigmoid, softplus } from '../../math/logistic.ts';
import { erf, erfc, normalCdf, normalDensity } from '../../math/special.ts';

/** A function or operator of the formula language: its value and the same on second-order dual numbers. */
export interface Operation {
  readonly name: string;
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  readonly value: (...args: number[]) => number;
  readonly dual: (...args: Dual[]) => Dual;
  /** True for functions of JavaScript's Math, which code has to write as `Math.name`. */
  readonly builtIn: boolean;
}

type Unary = readonly [value: (x: number) => number, dual: (a: Dual) => Dual];

const normal = dual.lift(normalCdf, normalDensity, (x) => -x * normalDensity(x));

const BUILT_IN: Readonly<Record<string, Unary>> = {
  exp: [Math.exp, dual.exp],
  expm1: [Math.expm1, dual.expm1],
  log: [Math.log, dual.log],
  log1p: [Math.log1p, dual.log1p],
  log2: [Math.log2, dual.log2],
  log10: [Math.log10, dual.log10],
  sqrt: [Math.sqrt, dual.sqrt],
  cbrt: [Math.cbrt, dual.cbrt],
  sin: [Math.sin, dual.sin],
  cos: [Math.cos, dual.cos],
  tan: [Math.tan, dual.tan],
  asin: [Math.asin, dual.asin],
  acos: [Math.acos, dual.acos],
  atan: [Math.atan, dual.atan],
  sinh: [Math.sinh, dual.sinh],
  cosh: [Math.cosh, dual.cosh],
  tanh: [Math.tanh, dual.tanh],
  asinh: [Math.asinh, dual.asinh],
  abs: [Math.abs, dual.abs],
  sign: [Math.sign, dual.sign],
  floor: [Math.floor, dual.floor],
  ceil: [Math.ceil, dual.ceil],
  round: [Math.round, dual.round],
};

const OTHER: Readonly<Record<string, Unary>> = {
  sigmoid: [sigmoid, dual.sigmoid],
  softplus: [softplus, dual.softplus],
  relu: [(x) => Math.max(0, x), dual.relu],
  step: [(x) => (x >= 0 ? 1 : x < 0 ? 0 : Number.NaN), dual.step],
  erf: [erf, dual.erf],
  erfc: [erfc, dual.erfc],
  normalCdf: [normalCdf, normal],
};

const unary = (names: Readonly<Record<string, Unary>>, builtIn: boolean) =>
  Object.entries(names).map(
    ([name, [value, lifted]]): Operation => ({ name, arity: [1, 1], value, dual: lifted, builtIn }),
  );

const MANY = 100;

const FUNCTIONS: readonly Operation[] = [
  ...unary(BUILT_IN, true),
  ...unary(OTHER, false),
  { name: 'min', arity: [1, MANY], value: Math.min, dual: (...args) => args.reduce(dual.min), builtIn: true },
  { name: 'max', arity: [1, MANY], value: Math.max, dual: (...args) => args.reduce(dual.max), builtIn: true },
  { name: 'pow', arity: [2, 2], value: (a, b) => a! ** b!, dual: (a, b) => dual.pow(a!, b!), builtIn: true },
  {
    name: 'clip',
    arity: [3, 3],
    value: (x, low, high) => Math.min(Math.max(x!, low!), high!),
    dual: (x, low, high) => dual.min(dual.max(x!, low!), high!),
    builtIn: false,
  },
];

/** Other spellings readers bring along. */
const ALIASES: Readonly<Record<string, string>> = {
  ln: 'log',
  arctan: 'atan',
  arcsin: 'asin',
  arccos: 'acos',
  arsinh: 'asinh',
  logistic: 'sigmoid',
  σ: 'sigmoid',
  Φ: 'normalCdf',
  heaviside: 'step',
  sgn: 'sign',
  clamp: 'clip',
};

const byName = new Map(FUNCTIONS.map((operation) => [operation.name, operation]));

/** The function of that name or alias. */
export function findFunction(name: string): Operation | undefined {
  return byName.get(Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name);
}

/** Every name a formula may call, aliases included. */
export const functionNames: readonly string[] = [...byName.keys(), ...Object.keys(ALIASES)];

/** Numbers with a name. */
export const namedNumbers: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };

/** Constants of JavaScript's Math, after the prefix `Math.`. */
export const mathNumbers: Readonly<Record<string, number>> = {
  PI: Math.PI,
  E: Math.E,
  SQRT2: Math.SQRT2,
  SQRT1_2: Math.SQRT1_2,
  LN2: Math.LN2,
  LN10: Math.LN10,
};

const truth = (holds: (a: number, b: number) => boolean) => ({
  value: (a: number, b: number) => (holds(a, b) ? 1 : 0),
  dual: (a: Dual, b: Dual) => dual.dual(holds(a.v, b.v) ? 1 : 0),
});

type Binary = { readonly value: (a: number, b: number) => number; readonly dual: (a: Dual, b: Dual) => Dual };

const BINARY: Readonly<Record<string, Binary>> = {
  '+': { value: (a, b) => a + b, dual: dual.add },
  '-': { value: (a, b) => a - b, dual: dual.sub },
  '*': { value: (a, b) => a * b, dual: dual.mul },
  '/': { value: (a, b) => a / b, dual: dual.div },
  '^': { value: (a, b) => a ** b, dual: dual.pow },
  '<': truth((a, b) => a < b),
  '<=': truth((a, b) => a <= b),
  '>': truth((a, b) => a > b),
  '>=': truth((a, b) => a >= b),
  '==': truth((a, b) => a === b),
  '!=': truth((a, b) => a !== b),
  // NaN counts as false, as in JavaScript.
  '&&': truth((a, b) => Boolean(a && b)),
  '||': truth((a, b) => Boolean(a || b)),
};

/** Operators by their sign: infix ones, `neg`, `!` and the choice `?`. */
export const operators: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ...Object.entries(BINARY).map(([name, { value, dual: lifted }]): [string, Operation] => [
    name,
    { name, arity: [2, 2], value: (a, b) => value(a!, b!), dual: (a, b) => lifted(a!, b!), builtIn: false },
  ]),
  ['neg', { name: 'neg', arity: [1, 1], value: (a) => -a!, dual: (a) => dual.neg(a!), builtIn: false }],
  [
    '!',
    {
      name: '!',
      arity: [1, 1],
      value: (a) => (a ? 0 : 1),
      dual: (a) => dual.dual(a!.v ? 0 : 1),
      builtIn: false,
    },
  ],
  [
    '?',
    {
      name: '?',
      arity: [3, 3],
      value: (condition, yes, no) => (condition ? yes! : no!),
      dual: (condition, yes, no) => (condition!.v ? yes! : no!),
      builtIn: false,
    },
  ],
]);
