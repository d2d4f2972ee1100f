import { describe, expect, it } from 'vitest';
import { centralDifference } from '../properties/derivatives.ts';
import { differentiate, evaluate } from './evaluate.ts';
import { functionNames } from './functions.ts';
import { parseFormula } from './parse.ts';
import { toCode, toTex } from './print.ts';

const ARGUMENTS: Readonly<Record<string, string>> = {
  min: '0.3x, 0.2',
  max: '0.3x, x^2, -1',
  pow: '1 + x^2, x',
  clip: '0.3x, -1, 1',
  clamp: '0.3x, -1, 1',
};

const agrees = (got: number, want: number) => {
  expect(Math.abs(got - want)).toBeLessThan(1e-7 * Math.max(1, Math.abs(want)));
};

describe.each(functionNames)('%s', (name) => {
  // 0.3x keeps inside (−1, 1), where all of them are defined; log and its kin need the positive half.
  const text = `${name}(${ARGUMENTS[name] ?? '0.3x'})`;
  const program = parseFormula(text);
  it('has the derivatives that differences see', () => {
    for (const x of [0.23, 0.9, 2.1]) {
      const found = differentiate(program, x);
      expect(found.v).toBe(evaluate(program, x));
      agrees(
        found.d,
        centralDifference((t) => evaluate(program, t), x, 1e-5),
      );
      agrees(
        found.dd,
        centralDifference((t) => differentiate(program, t).d, x, 1e-5),
      );
    }
  });
  it('prints as code that reads back', () => {
    expect(toTex(program)).toMatch(/x/);
    const again = parseFormula(toCode(program));
    for (const x of [0.23, 0.9, 2.1]) expect(evaluate(again, x)).toBe(evaluate(program, x));
  });
});

describe('operators', () => {
  it.each([
    'x^3 - 2x / (1 + x^2)',
    '2^x * x^x',
    '-x^2 + |x - 3|',
    'x > 1 ? x^2 : 2x - 1',
    'sin(x)^2 exp(-x/2) + ln(1 + x)',
  ])('%s differentiates like its differences', (text) => {
    const program = parseFormula(text);
    for (const x of [0.4, 1.7, 2.6]) {
      const { d, dd } = differentiate(program, x);
      expect(d).toBeCloseTo(
        centralDifference((t) => evaluate(program, t), x, 1e-5),
        6,
      );
      expect(dd).toBeCloseTo(
        centralDifference((t) => differentiate(program, t).d, x, 1e-5),
        6,
      );
    }
  });
  it.each([
    ['x < 2', 1, 1],
    ['x <= 1', 1, 1],
    ['x == 1', 1, 1],
    ['x != 1', 1, 0],
    ['x >= 2', 1, 0],
    ['0/0 && 1', 1, 0],
    ['!x', 0, 1],
  ])('%s at %f is %f, and flat', (text, x, value) => {
    expect(differentiate(parseFormula(text), x)).toEqual({ v: value, d: 0, dd: 0 });
  });
});
