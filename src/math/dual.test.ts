import { describe, expect, test } from 'vitest';
import type { Dual } from './dual.ts';
import * as D from './dual.ts';

const { dual, variable } = D;

/** Central differences with Richardson's extrapolation, correct to about 1e−9 (first) and 1e−6 (second). */
function differences(f: (x: number) => number, x: number) {
  const first = (h: number) => (f(x + h) - f(x - h)) / (2 * h);
  const second = (h: number) => (f(x + h) - 2 * f(x) + f(x - h)) / (h * h);
  return {
    d: (4 * first(5e-4) - first(1e-3)) / 3,
    dd: (4 * second(2e-3) - second(4e-3)) / 3,
  };
}

const unary: Record<string, readonly number[]> = {
  exp: [-2, 0, 1.5],
  expm1: [-2, 0, 1.5],
  log: [0.5, 3],
  log1p: [-0.5, 0, 3],
  log2: [0.5, 3],
  log10: [0.5, 3],
  sqrt: [0.5, 4],
  cbrt: [-2, 0.5],
  sin: [-1, 0, 2],
  cos: [-1, 0, 2],
  tan: [-1, 0, 0.7],
  asin: [-0.6, 0, 0.7],
  acos: [-0.6, 0, 0.7],
  atan: [-3, 0, 0.7],
  sinh: [-1, 0, 2],
  cosh: [-1, 0, 2],
  tanh: [-1, 0, 2],
  asinh: [-3, 0, 2],
  erf: [-1, 0, 0.3, 2],
  erfc: [-1, 0, 0.3, 2],
  sigmoid: [-3, 0, 2],
  softplus: [-3, 0, 2],
  abs: [-2, 3],
  sign: [-2, 3],
  step: [-2, 3],
  relu: [-2, 3],
  floor: [-1.5, 2.4],
  ceil: [-1.5, 2.4],
  round: [-1.4, 2.2],
};

function expectDerivatives(f: (a: Dual) => Dual, x: number) {
  const got = f(variable(x));
  const want = differences((t) => f(dual(t)).v, x);
  expect(got.v).toBe(f(dual(x)).v);
  expect(Math.abs(got.d - want.d)).toBeLessThan(1e-8 * Math.max(1, Math.abs(want.d)));
  expect(Math.abs(got.dd - want.dd)).toBeLessThan(3e-6 * Math.max(1, Math.abs(want.dd)));
}

describe('dual numbers', () => {
  const functions = D as unknown as Record<string, (a: Dual) => Dual>;
  for (const [name, points] of Object.entries(unary)) {
    test(`${name} agrees with finite differences`, () => {
      for (const x of points) {
        expectDerivatives(functions[name]!, x);
        // Through an inner function with curvature, so that every term of the chain rule takes part.
        if (x > 0) expectDerivatives((a) => functions[name]!(D.mul(a, a)), Math.sqrt(x));
      }
    });
  }

  test('the table above covers every lifted function', () => {
    const others = [
      'dual',
      'variable',
      'chain',
      'lift',
      'neg',
      'add',
      'sub',
      'mul',
      'div',
      'pow',
      'min',
      'max',
    ];
    expect(Object.keys(unary).sort()).toEqual(
      Object.keys(D)
        .filter((name) => !others.includes(name))
        .sort(),
    );
  });

  test('arithmetic agrees with finite differences', () => {
    const { add, sub, mul, div, neg, sin, exp, cos } = D;
    expectDerivatives((a) => div(sub(mul(a, sin(a)), neg(exp(a))), add(mul(a, a), dual(2))), 0.7);
    expectDerivatives((a) => div(dual(3), cos(a)), 0.4);
    expectDerivatives((a) => div(cos(a), dual(3)), 0.4);
    expectDerivatives((a) => mul(dual(3), cos(a)), 0.4);
    expectDerivatives((a) => mul(cos(a), dual(0)), 0.4);
  });

  test('powers with fixed exponent, fixed base and both varying', () => {
    expectDerivatives((a) => D.pow(a, dual(3)), -1.5);
    expectDerivatives((a) => D.pow(a, dual(-2)), -1.5);
    expectDerivatives((a) => D.pow(a, dual(2.5)), 1.5);
    expectDerivatives((a) => D.pow(dual(2), a), 1.5);
    expectDerivatives((a) => D.pow(a, D.sin(a)), 1.5);
    expect(D.pow(variable(0), dual(0))).toEqual(dual(1, 0, 0));
    expect(D.pow(variable(0), dual(1))).toEqual(dual(0, 1, 0));
    expect(D.pow(variable(0), dual(2))).toEqual(dual(0, 0, 2));
  });

  test('kinks follow the conventions of the book', () => {
    const { max, min, mul, add, div, relu, abs } = D;
    const at = (x: number, f: (a: Dual) => Dual) => f(variable(x));
    expect(at(0, (a) => max(dual(0), a))).toEqual(dual(0, 0, 0));
    expect(at(0, (a) => max(a, dual(0)))).toEqual(dual(0, 0, 0));
    expect(at(0, relu)).toEqual(dual(0, 0, 0));
    expect(at(0, (a) => max(mul(dual(0.1), a), a)).d).toBe(0.1);
    expect(at(6, (a) => min(max(dual(0), a), dual(6)))).toEqual(dual(6, 0, 0));
    const hardSwish = (a: Dual) => div(mul(a, min(max(add(a, dual(3)), dual(0)), dual(6))), dual(6));
    expect(at(-3, hardSwish).d).toBeCloseTo(0, 15);
    expect(at(3, hardSwish)).toEqual(dual(3, 1, 0));
    expect(at(0, abs).d).toBe(0);
    expect(at(0, (a) => max(a, D.neg(a))).d).toBe(0);
    expect(at(2, (a) => max(a, a)).d).toBe(1);
    expect(at(Number.NaN, (a) => max(a, dual(1))).v).toBeNaN();
  });

  test('an overflowing exponential under a fraction leaves it flat', () => {
    const typed = (x: number) => D.div(dual(1), D.add(dual(1), D.exp(D.neg(variable(x)))));
    expect(typed(-1000)).toEqual(dual(0, 0, 0));
    expect(typed(-300).d / Math.exp(-300)).toBeCloseTo(1, 12);
    expect(typed(-300).dd / Math.exp(-300)).toBeCloseTo(1, 12);
  });

  test('where a function has no value it has no slope', () => {
    for (const f of [D.log, D.log2, D.log10, (a: Dual) => D.log1p(D.sub(a, dual(1))), D.sqrt])
      expect(f(variable(-2))).toEqual(dual(Number.NaN, Number.NaN, Number.NaN));
    expect(D.pow(variable(-2), dual(0.5)).d).toBeNaN();
    expect(D.floor(variable(Number.NaN)).d).toBeNaN();
  });

  test('constants keep derivative 0 where a function has an infinite one', () => {
    expect(D.sqrt(dual(0))).toEqual(dual(0, 0, 0));
    expect(D.mul(dual(0), D.sqrt(variable(0)))).toEqual(dual(0, 0, 0));
  });
});
