import { describe, expect, test } from 'vitest';
import { activationFromFormula } from '../../activations/formula/index.ts';
import { createRandom } from '../../math/random.ts';
import * as dual from './dualNumbers.ts';
import { OwnFunction } from './ownFunction.ts';
import { traced } from './trace.ts';

const { add, constant, div, max, min, mul, neg, pow, sub, tanh, variable } = dual;

const kept = (given: unknown): OwnFunction => new OwnFunction('a', given);

type Lifted = (x: dual.Dual) => dual.Dual | number;

const { abs, exp, log, log1p, sqrt, sin, cos, atan, sigmoid, softplus, relu, erf } = dual;
const unary = Object.entries({
  abs,
  exp,
  log,
  log1p,
  sqrt,
  sin,
  cos,
  tanh,
  atan,
  sigmoid,
  softplus,
  relu,
  erf,
});

describe('a function of dual numbers as a formula', () => {
  test.each<[Lifted, string]>([
    [(x) => add(mul(x, dual.sigmoid(mul(1.5, x))), 0.25), 'x * sigmoid(1.5 * x) + 0.25'],
    [(x) => max(mul(0.1, x), min(x, 6)), 'max(0.1 * x, min(x, 6))'],
    [(x) => max(x, -1, mul(2, x)), 'max(max(x, -1), 2 * x)'],
    [(x) => pow(neg(x), 2), '(-x) ^ 2'],
    [(x) => neg(pow(x, 2)), '-(x ^ 2)'],
    [(x) => pow(-0.5, x), '(-0.5) ^ x'],
    [(x) => pow(x, -3), 'x ^ (-3)'],
    [(x) => pow(pow(x, 2), pow(2, x)), '(x ^ 2) ^ (2 ^ x)'],
    [(x) => sub(x, sub(1, sub(x, -1e-7))), 'x - (1 - (x - -1e-7))'],
    [(x) => div(1, mul(x, div(x, 2))), '1 / (x * (x / 2))'],
    [(x) => mul(x, 0.1 + 0.2), 'x * 0.30000000000000004'],
    [(x) => div(1, mul(-0, x)), '1 / (-0 * x)'],
    [(x) => mul(x, add(constant(1), 2)), 'x * 3'],
    [tanh, 'tanh(x)'],
    [(x) => x, 'x'],
    [() => 3, '3'],
    [() => constant(-3), '-3'],
  ])('%s', (code, formula) => {
    expect(kept(code).output.formula).toBe(formula);
  });

  test.each(unary)('knows %s', (name, operation) => {
    expect(kept((x: dual.Dual) => operation(mul(2, x))).output.formula).toBe(`${name}(2 * x)`);
  });

  test('is the function to the last bit, of 300 that were drawn by lot', () => {
    const draw = createRandom(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(draw.uniform() * list.length)]!;
    const binary = [add, sub, mul, div, min, max, pow];
    const grow = (depth: number): Lifted => {
      const choice = draw.uniform();
      if (depth === 0 || choice < 0.1) {
        const number = draw.normal();
        return choice < 0.03 ? () => number : (x) => x;
      }
      if (choice < 0.5) {
        const [operation, inner] = [pick(unary)[1], grow(depth - 1)];
        return (x) => operation(inner(x));
      }
      const [operation, left, right] = [pick(binary), grow(depth - 1), grow(depth - 1)];
      return (x) => operation(left(x), right(x));
    };
    let compared = 0;
    for (let i = 0; i < 300; i++) {
      const code = grow(5);
      const formula = traced(code);
      // Of numbers alone an operation is worked out at once; the logarithm of −1 is no number to write down.
      if (/NaN|Infinity/.test(formula)) continue;
      compared++;
      const own = activationFromFormula(formula);
      for (let k = 0; k < 20; k++) {
        const x = 3 * draw.normal();
        const value = code(variable(x));
        const { v, d, dd } = typeof value === 'number' ? constant(value) : value;
        const got = [own.f(x), own.df(x), own.d2f(x)];
        expect(
          got.map((y) => y + 0),
          traced(code),
        ).toEqual([v + 0, d + 0, dd + 0]);
      }
    }
    expect(compared).toBeGreaterThan(200);
  });

  const asks = 'invalid formula: a function that asks which number x is; expected operations of dual alone';
  const lapse =
    /^invalid formula: a function with d?f\(.*\) = .*, but .* by its operations; expected neither chance/;
  let calls = 0;
  test.each<[string, unknown, string | RegExp]>([
    ['a branch on the value', (x: dual.Dual) => (x.v > 0 ? x : 0), asks],
    ['a comparison', (x: number) => (x > 0 ? x : 0.1), asks],
    ['plain numbers', (x: number) => 2 * x, asks],
    ['Math', (x: number) => Math.tanh(x), asks],
    ['a text', (x: dual.Dual) => `${x}`, asks],
    ['parts', ({ v, d, dd }: dual.Dual) => ({ v, d, dd }), asks],
    ['an own rule', (x: dual.Dual) => ({ v: x.v ** 2, d: 2 * x.v * x.d, dd: 2 }), asks],
    ['chance', createRandom(3).uniform, lapse],
    ['memory', (x: dual.Dual) => add(x, calls++), lapse],
    ['a slope from nowhere', () => variable(3), lapse],
    [
      'a branch that hides',
      (x: dual.Dual) => {
        try {
          return x.v > 0 ? x : 0;
        } catch {
          return x;
        }
      },
      lapse,
    ],
    [
      'nothing',
      (x: dual.Dual) => void mul(x, x),
      'invalid part of a formula: undefined; expected a number or',
    ],
    ['a missing part', (x: dual.Dual) => add(x, undefined as never), 'invalid part of a formula: undefined'],
    ['a text as a part', (x: dual.Dual) => add(x, '1' as never), 'invalid part of a formula: a string'],
    ['no finite number', (x: dual.Dual) => min(x, Infinity), 'unknown name: Infinity'],
    [
      'squares of squares',
      (x: dual.Dual) => Array.from({ length: 60 }).reduce<dual.Dual>((y) => mul(y, y), x),
      'formula too long: over 1000 operations; expected at most 1000 characters',
    ],
    [
      'a long sum',
      (x: dual.Dual) => Array.from({ length: 400 }).reduce<dual.Dual>((y) => add(y, 1), x),
      'formula too long: 1601 characters',
    ],
    [
      'what it throws itself',
      () => {
        throw new RangeError('no luck');
      },
      'no luck',
    ],
  ])('is refused for %s', (_, code, message) => {
    expect(() => kept(code)).toThrow(message);
  });
});
