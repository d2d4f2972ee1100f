import * as numbers from '../../math/dual.ts';

export type Dual = numbers.Dual;

/** What the functions below take: a plain number stands for a constant. */
type Operand = Dual | number;

const lifted = (a: Operand): Dual => (typeof a === 'number' ? numbers.dual(a) : a);
const one =
  (f: (a: Dual) => Dual) =>
  (a: Operand): Dual =>
    f(lifted(a));
const two =
  (f: (a: Dual, b: Dual) => Dual) =>
  (a: Operand, b: Operand): Dual =>
    f(lifted(a), lifted(b));
const many =
  (f: (a: Dual, b: Dual) => Dual) =>
  (a: Operand, ...more: Operand[]): Dual =>
    more.reduce<Dual>((sum, b) => f(sum, lifted(b)), lifted(a));

/** The number x with derivative 1: what a function of dual numbers is given. */
export const variable = numbers.variable;
/** A number that does not change with x. */
export const constant = (v: number): Dual => numbers.dual(v);
/** The sum of two or more. */
export const add = many(numbers.add);
/** a − b. */
export const sub = two(numbers.sub);
/** The product of two or more. */
export const mul = many(numbers.mul);
/** a/b. */
export const div = two(numbers.div);
/** −a. */
export const neg = one(numbers.neg);
/** a to the power b. */
export const pow = two(numbers.pow);
/** The smallest; where two meet, the slope nearer to 0. */
export const min = many(numbers.min);
/** The largest; where two meet, the slope nearer to 0. */
export const max = many(numbers.max);
/** |a|, with slope 0 at 0. */
export const abs = one(numbers.abs);
/** e to the power a. */
export const exp = one(numbers.exp);
/** The natural logarithm. */
export const log = one(numbers.log);
/** log(1 + a), exact for small a. */
export const log1p = one(numbers.log1p);
/** The square root. */
export const sqrt = one(numbers.sqrt);
/** The sine. */
export const sin = one(numbers.sin);
/** The cosine. */
export const cos = one(numbers.cos);
/** The hyperbolic tangent. */
export const tanh = one(numbers.tanh);
/** The inverse tangent. */
export const atan = one(numbers.atan);
/** 1/(1 + e^−a). */
export const sigmoid = one(numbers.sigmoid);
/** log(1 + e^a). */
export const softplus = one(numbers.softplus);
/** max(0, a), with slope 0 at 0. */
export const relu = one(numbers.relu);
/** The error function. */
export const erf = one(numbers.erf);
