import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/activations/formula/index.ts';
import { numbersOf, reachOf, skeletonOf, withNumber } from './numbers.ts';
import { presets } from './presets.ts';
import { examples } from './settings.ts';

describe('the numbers of a formula', () => {
  it.each([
    ['max(0.01x, min(x, 6))', ['0.01', '6']],
    ['log1p(exp(2x)) + expm1(x)', ['2']],
    ['x^2 + .5 - 1e-3', ['2', '.5', '1e-3']],
    ['tanh(x)', []],
    [`${'9'.repeat(13)}x + 1e308 + 0.1234567890 + 7`, ['0.1234567890', '7']],
    ['1+2+3+4+5', ['1', '2', '3', '4']],
  ])('of %s are %j', (formula, want) => {
    expect(numbersOf(formula).map(({ text }) => text)).toEqual(want);
  });

  it('are replaced one at a time, and the formula can still be read', () => {
    for (const { formula } of [...examples, ...presets]) {
      for (const [i, number] of numbersOf(formula).entries()) {
        const changed = withNumber(formula, number, 0.125);
        expect(() => parseFormula(changed)).not.toThrow();
        expect(numbersOf(changed)[i]!.text).toBe('0.125');
        expect(skeletonOf(changed)).toBe(skeletonOf(formula));
      }
    }
    expect(withNumber('1e-3x', numbersOf('1e-3x')[0]!, 1e-5)).toBe('0.00001x');
    expect(withNumber('3x', numbersOf('3x')[0]!, 0)).toBe('0x');
    expect(withNumber('3x', numbersOf('3x')[0]!, 200)).toBe('200x');
  });

  it.each([
    [0.01, 1],
    [0, 1],
    [0.5, 1],
    [1, 2],
    [6, 20],
    [600, 2000],
    [50, 100],
  ])('reach from 0 past twice %d, to %d', (value, max) => {
    expect(reachOf(value).max).toBe(max);
    expect(reachOf(value).step).toBe(max / 200);
  });
});
