import { describe, expect, it } from 'vitest';
import { erf } from '../../math/special.ts';
import { activations, findActivation } from '../index.ts';
import { activationFromFormula } from './activationFromFormula.ts';
import { differentiate, evaluate } from './evaluate.ts';
import { parseFormula } from './parse.ts';
import { toCode, toTex } from './print.ts';

const points = [-7.3, -3, -2.5, -1.2, -1, -0.4, 0, 1e-3, 0.7, 1, 2.2, 3, 5.9, 6, 8.1];

describe.each(activations.map((phi) => [phi.spec, phi] as const))('the formula of %s, typed in', (_, phi) => {
  const program = parseFormula(phi.code, { numbers: phi.values });
  it('has the values and derivatives of the record', () => {
    for (const x of points) {
      const { v, d, dd } = differentiate(program, x);
      expect(v).toBe(evaluate(program, x));
      expect(v).toBeCloseTo(phi.f(x), 12);
      expect(d).toBeCloseTo(phi.df(x), 12);
      // f″ is 0 at kinks in the book; a formula cannot know which of its kinks cancel.
      if (phi.kinks.every((kink) => kink.x !== x)) expect(dd).toBeCloseTo(phi.d2f(x), 11);
    }
  });
  it('prints as code that computes the same', () => {
    const code = toCode(program);
    const run = new Function('x', 'erf', ...Object.keys(phi.values), `return ${code};`);
    for (const x of points) {
      const value = run(x, erf, ...Object.values(phi.values));
      expect(value).toBeCloseTo(evaluate(program, x), 14);
    }
    expect(toTex(program)).not.toMatch(/undefined|NaN/);
  });
});

describe('print', () => {
  it.each([
    ['x * sigmoid(1.5x)', 'x * sigmoid(1.5 * x)', 'x\\,\\sigma\\left(1.5\\,x\\right)'],
    ['-x^2 / (1 + |x|)', '-(x ** 2) / (1 + Math.abs(x))', '\\frac{-x^{2}}{1 + \\left|x\\right|}'],
    [
      'x > 0 ? x : 0.1x',
      'x > 0 ? x : 0.1 * x',
      '\\begin{cases}x & x > 0\\\\ 0.1\\,x & \\text{otherwise}\\end{cases}',
    ],
    ['(x > 0) x', 'Number(Boolean(x > 0)) * x', '\\left(x > 0\\right)\\,x'],
    ['x - (1 - x)', 'x - (1 - x)', 'x - \\left(1 - x\\right)'],
    ['(-x)^2 + 2^-x', '(-x) ** 2 + 2 ** (-x)', '\\left(-x\\right)^{2} + 2^{-x}'],
    ['1e-3x', '1e-3 * x', '1\\cdot 10^{-3}\\,x'],
  ])('%s', (text, code, tex) => {
    expect(toCode(parseFormula(text))).toBe(code);
    expect(toTex(parseFormula(text))).toBe(tex);
  });
});

describe('activationFromFormula', () => {
  it('detects what the record of a known function says', () => {
    const mine = activationFromFormula('max(0.1x, min(x, 6))', { label: 'mine' });
    expect(mine).toMatchObject({
      id: 'yours',
      family: 'yours',
      label: 'mine',
      spec: 'yours',
      parameters: [],
    });
    expect(mine.kinks.map(({ x, of }) => [x, of])).toEqual(
      [
        [0, 'df'],
        [6, 'df'],
      ].slice(0, mine.kinks.length),
    );
    expect(mine.kinks[0]).toMatchObject({ x: 0, left: 0.1, right: 1, used: 0.1 });
    expect(mine.claims).toMatchObject({ monotone: true, bounded: false, lipschitz: 1, minimum: null });
    expect(mine.asymptotes.left).toEqual({ slope: 0.1, intercept: 0 });
  });
  it.each([
    ['hard_swish', 'x * min(max(x + 3, 0), 6) / 6'],
    ['elu', 'x > 0 ? x : exp(x) - 1'],
    ['softsign', 'x / (1 + |x|)'],
    ['gelu', 'x * Φ(x)'],
    ['squared_relu', 'relu(x)^2'],
    ['step', 'x >= 0'],
  ])('finds the kinks, range and claims of %s in %s', (id, text) => {
    const known = findActivation(id);
    const mine = activationFromFormula(text);
    expect(mine.kinks.map(({ x, of }) => ({ x, of }))).toEqual(known.kinks.map(({ x, of }) => ({ x, of })));
    expect(mine.claims.monotone).toBe(known.claims.monotone);
    expect(mine.claims.bounded).toBe(known.claims.bounded);
    if (known.claims.minimum) expect(mine.range.min).toBeCloseTo(known.claims.minimum[1], 9);
    expect(mine.range.open[0]).toBe(known.range.open[0]);
  });
  it('fills arrays, and has no parameters', () => {
    const mine = activationFromFormula('x^3');
    expect([...mine.forward(new Float64Array([1, 2]), new Float64Array(2))]).toEqual([1, 8]);
    expect([
      ...mine.backward(new Float64Array([1, 2]), new Float64Array([1, 2]), new Float64Array(2)),
    ]).toEqual([3, 24]);
    expect(mine.with({})).toBe(mine);
    expect(() => mine.with({ a: 1 })).toThrow('unknown parameter of yours: a; expected none');
    expect(() => activationFromFormula('x', { id: 'a b' })).toThrow('invalid id: a b');
  });
  it('survives poles and undefined places', () => {
    expect(activationFromFormula('tan(x)').kinks.length).toBeGreaterThan(10);
    expect(activationFromFormula('1/x').kinks).toMatchObject([{ x: 0, of: 'f' }]);
    const root = activationFromFormula('sqrt(x)');
    expect(root.df(4)).toBe(0.25);
    expect(root.claims.monotone).toBe(true);
    expect(activationFromFormula('0/0').range.min).toBeNaN();
  });
});
