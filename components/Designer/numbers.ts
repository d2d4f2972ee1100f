/** A number that stands in a formula, with its place in the text. */
export interface FormulaNumber {
  readonly at: number;
  readonly text: string;
}

// Not the digits of names such as log1p, nor what follows a dot.
const literal = /(?<![\w.])(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/** A longer or a larger number is not turned by hand. */
const LONGEST = 12;
const LARGEST = 1e9;

/** The numbers of a formula in the order in which they stand, four at most: what sliders may turn. */
export const numbersOf = (formula: string): readonly FormulaNumber[] =>
  [...formula.matchAll(literal)]
    .filter(([text]) => text.length <= LONGEST && Number(text) <= LARGEST)
    .slice(0, 4)
    .map((match) => ({ at: match.index, text: match[0] }));

/** The formula with another number in one place; six digits, without an exponent. */
export function withNumber(formula: string, { at, text }: FormulaNumber, value: number): string {
  const written = value.toFixed(6).replace(/\.?0+$/, '');
  return formula.slice(0, at) + written + formula.slice(at + text.length);
}

/** Two formulas that differ in their numbers only have the same skeleton. */
export const skeletonOf = (formula: string): string => formula.replaceAll(literal, '#');

/** From 0 to about twice the number, at least to 1, in two hundred steps. */
export function reachOf(value: number): { readonly max: number; readonly step: number } {
  const wanted = Math.max(1, 2 * value);
  const decade = 10 ** Math.floor(Math.log10(wanted));
  const max = ([1, 2, 5, 10].find((digit) => digit * decade >= wanted * (1 - 1e-12)) ?? 10) * decade;
  return { max, step: max / 200 };
}
