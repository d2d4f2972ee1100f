import { activations } from '../../src/activations/index.ts';
import { renamed } from './formulaText.ts';
import { formulaOf } from './presets.ts';

/** A name as it is compared: `Leaky_ReLU`, `leaky-relu` and `leakyrelu` are one. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** What readers from elsewhere call functions that the language has. */
const SYNONYMS: Readonly<Record<string, string>> = {
  maximum: 'max',
  fmax: 'max',
  minimum: 'min',
  fmin: 'min',
  power: 'pow',
  fabs: 'abs',
  absolute: 'abs',
  signum: 'sign',
  ceiling: 'ceil',
  rint: 'round',
  sig: 'sigmoid',
  sigm: 'sigmoid',
  expit: 'sigmoid',
  sinus: 'sin',
  cosinus: 'cos',
  tg: 'tan',
  arctg: 'atan',
  arcsinh: 'asinh',
  sh: 'sinh',
  ch: 'cosh',
  th: 'tanh',
  lg: 'log10',
  lb: 'log2',
  ld: 'log2',
  cdf: 'normalCdf',
  normcdf: 'normalCdf',
};

/** What readers call functions of the book besides its names for them. */
const NICKNAMES: Readonly<Record<string, string>> = {
  leaky: 'leaky_relu',
  lrelu: 'leaky_relu',
  lrelu6: 'leaky_relu6',
  hsigmoid: 'hard_sigmoid',
  hswish: 'hard_swish',
  hardsilu: 'hard_swish',
  htanh: 'hard_tanh',
  gauss: 'gaussian',
  relusquared: 'squared_relu',
  sqrrelu: 'squared_relu',
  linear: 'identity',
  siren: 'sine',
};

/** Well-known functions that neither the language nor the book has. */
const FORMULAS: Readonly<Record<string, string>> = {
  acosh: 'log(x + sqrt(x^2 - 1))',
  arcosh: 'log(x + sqrt(x^2 - 1))',
  atanh: 'log((1 + x) / (1 - x)) / 2',
  artanh: 'log((1 + x) / (1 - x)) / 2',
  cot: '1 / tan(x)',
  coth: '1 / tanh(x)',
  csc: '1 / sin(x)',
  sec: '1 / cos(x)',
  sech: '1 / cosh(x)',
  cube: 'x^3',
  exp2: '2^x',
  frac: 'x - floor(x)',
  logit: 'log(x / (1 - x))',
  reciprocal: '1 / x',
  rsqrt: '1 / sqrt(x)',
  sinc: 'x == 0 ? 1 : sin(x) / x',
  square: 'x^2',
  sqr: 'x^2',
  trunc: 'sign(x) * floor(|x|)',
  // With the defaults of PyTorch.
  hardshrink: '|x| > 0.5 ? x : 0',
  softshrink: 'sign(x) * max(|x| - 0.5, 0)',
  tanhshrink: 'x - tanh(x)',
};

const byName = new Map([
  ...activations.map((one) => [foldName(one.label), one] as const),
  ...activations.map((one) => [foldName(one.id), one] as const),
  ...Object.entries(NICKNAMES).map(
    ([name, id]) => [name, activations.find((one) => one.id === id)!] as const,
  ),
]);

/** The language's name for what a reader calls otherwise. */
export const synonymOf = (name: string): string | undefined => own(SYNONYMS, foldName(name));

/** Names that `knownFormula` and `synonymOf` know, folded. */
export const knownNames: readonly string[] = [
  ...new Set([...byName.keys(), ...Object.keys(FORMULAS), ...Object.keys(SYNONYMS)]),
];

/**
 * The formula of a well-known function that the language lacks, e.g. of `gelu`, with the arguments it was called with in
 * place of x and of its parameter; null for a name that nobody knows and for arguments that do not fit.
 */
export function knownFormula(name: string, [input = 'x', ...values]: readonly string[] = []): string | null {
  const formula = withValues(foldName(name), values);
  if (formula === null) return null;
  const simple = /^[\p{L}\d.]*$/u.test(input);
  return input === 'x'
    ? formula
    : renamed(formula, 'x', simple && input !== '' ? input : `(${input || 'x'})`);
}

function withValues(name: string, values: readonly string[]): string | null {
  const activation = byName.get(name);
  if (!activation) return values.length === 0 ? (own(FORMULAS, name) ?? null) : null;
  const { parameters } = activation;
  if (values.length === 0) return formulaOf(activation);
  if (values.length !== parameters.length) return null;
  // Python's way to name an argument, as in alpha=0.2.
  const numbers = values.map((value) => Number(value.replace(/^\w+\s*=/, '')));
  const fit = parameters.every(({ min, max }, i) => numbers[i]! >= min && numbers[i]! <= max);
  if (!fit) return null;
  const given = parameters.map((parameter, i) => [parameter.name, numbers[i]!] as const);
  return formulaOf(activation.with(Object.fromEntries(given)));
}

const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
