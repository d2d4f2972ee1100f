import { findFunction, operators } from '../../activations/formula/functions.ts';
import * as numbers from '../../math/dual.ts';
import { apply, lifted, type Operand } from './trace.ts';

export type Dual = numbers.Dual;

const named = (name: string) => operators.get(name) ?? findFunction(name)!;
const one = (name: string) => {
  const operation = named(name);
  return (a: Operand): Dual => apply(operation, [a]);
};
const two = (name: string) => {
  const operation = named(name);
  return (a: Operand, b: Operand): Dual => apply(operation, [a, b]);
};
const many = (name: string) => {
  const both = two(name);
  return (a: Operand, ...more: Operand[]): Dual => more.reduce<Dual>((sum, b) => both(sum, b), lifted(a));
};

/** The number x with derivative 1: what a function of dual numbers is given. */
export const variable = numbers.variable;
/** A number that does not change with x. */
export const constant = (v: number): Dual => numbers.dual(v);
/** The sum of two or more. */
export const add = many('+');
/** a − b. */
export const sub = two('-');
/** The product of two or more. */
export const mul = many('*');
/** a/b. */
export const div = two('/');
/** −a. */
export const neg = one('neg');
/** a to the power b. */
export const pow = two('^');
/** The smallest; where two meet, the slope nearer to 0. */
export const min = many('min');
/** The largest; where two meet, the slope nearer to 0. */
export const max = many('max');
/** |a|, with slope 0 at 0. */
export const abs = one('abs');
/** e to the power a. */
export const exp = one('exp');
/** The natural logarithm. */
export const log = one('log');
/** log(1 + a), exact for small a. */
export const log1p = one('log1p');
/** The square root. */
export const sqrt = one('sqrt');
/** The sine. */
export const sin = one('sin');
/** The cosine. */
export const cos = one('cos');
/** The hyperbolic tangent. */
export const tanh = one('tanh');
/** The inverse tangent. */
export const atan = one('atan');
/** 1/(1 + e^−a). */
export const sigmoid = one('sigmoid');
/** log(1 + e^a). */
export const softplus = one('softplus');
/** max(0, a), with slope 0 at 0. */
export const relu = one('relu');
/** The error function. */
export const erf = one('erf');
