import { describe, expect, it } from 'vitest';
import { FormulaError } from './error.ts';
import { evaluate } from './evaluate.ts';
import { parseFormula } from './parse.ts';

const at = (text: string, x: number) => evaluate(parseFormula(text), x);

describe('parseFormula reads', () => {
  it.each<[string, number, number]>([
    ['x * sigmoid(1.5x)', 2, 2 / (1 + Math.exp(-3))],
    ['max(0.1x, min(x, 6))', 9, 6],
    ['max(0.1x, min(x, 6))', -10, -1],
    ['x > 0 ? x : 0.1x', -2, -0.2],
    ['sin(x)^2', 1, Math.sin(1) ** 2],
    ['|x|', -3, 3],
    ['2|x - 1| + |x||x|', -2, 10],
    ['||x| - 5|', -2, 3],
    ['x > 0 || x < -1 ? 7 : 8', -2, 7],
    ['-3 < x && x < 3', 5, 0],
    ['!(x > 0)', -1, 1],
    ['2x^2', 3, 18],
    ['-x^2', 3, -9],
    ['2^-x', 2, 0.25],
    ['2^3^x', 2, 512],
    ['1/2x', 4, 1 / 8],
    ['x/2 * 3', 4, 6],
    ['6 / 2 / 3 - 1 - 1', 0, -1],
    ['2(x + 1)(x - 1)', 3, 16],
    ['x(1 + x)', 3, 12],
    ['2 pi x', 1, 2 * Math.PI],
    ['e^x', 1, Math.E],
    ['2e', 0, 2 * Math.E],
    ['1.5e2 + .5', 0, 150.5],
    ['x sigmoid(x)', 0.5, 0.5 / (1 + Math.exp(-0.5))],
    ['x² − 2·x ÷ 4 + π', 2, 3 + Math.PI],
    ['x·σ(x)', 0.5, 0.5 / (1 + Math.exp(-0.5))],
    ['x Φ(x)', 0, 0],
    ['ln(e)', 0, 1],
    ['Math.max(0, x) ** 2 + Math.PI', 2, 4 + Math.PI],
    ['clip(x, -1, 1)', 5, 1],
    ['+x - -x', 2, 4],
    ['x >= 1 ? x > 2 ? 3 : 2 : 1', 1.5, 2],
    ['max(1, 2, x, 0)', 3, 3],
    ['(x > 1) * x', 3, 3],
  ])('%s at %f', (text, x, value) => {
    expect(at(text, x)).toBeCloseTo(value, 14);
  });
  it('takes further names', () => {
    expect(evaluate(parseFormula('beta x', { numbers: { beta: 3 } }), 2)).toBe(6);
  });
});

describe('parseFormula points at', () => {
  it.each<[string, number, string]>([
    [
      'x * sigmiod(x)',
      4,
      'unknown name: sigmiod at 1:5; expected x, pi, e or a function; did you mean sigmoid?',
    ],
    ['sih(x)', 0, 'unknown name: sih at 1:1; expected x, pi, e or a function; did you mean sin or sinh?'],
    ['gelu(x)', 0, 'unknown name: gelu at 1:1; expected x, pi, e or a function'],
    ['relu6(x)', 0, 'unknown name: relu6 at 1:1; expected x, pi, e or a function'],
    ['NaN', 0, 'unknown name: NaN at 1:1; expected x, pi, e or a function'],
    [
      '1 + х',
      4,
      'unknown name: х (х is U+0445) at 1:5; expected x, pi, e or a function; this looks like x but is from another alphabet',
    ],
    ['重み * x', 0, 'unknown name: 重み at 1:1; expected x, pi, e or a function'],
    ['x2 + 1', 0, 'unknown name: x2 at 1:1; expected x, pi, e or a function; did you mean x^2 or 2x?'],
    ['sin x', 4, 'unexpected sign: x at 1:5; expected ( after sin'],
    [
      'sin^2(x)',
      3,
      'unexpected sign: ^ at 1:4; expected ( after sin; a power goes behind the bracket: sin(x)^2',
    ],
    ['x +', 3, 'unfinished formula: end of formula at 1:4; expected a number, x, a function or ('],
    ['', 0, 'unfinished formula: end of formula at 1:1; expected a number, x, a function or ('],
    ['(x + 1', 6, 'unfinished formula: end of formula at 1:7; expected an operator or )'],
    ['x + 1)', 5, 'unexpected sign: ) at 1:6; expected an operator or the end; there is no ( for it'],
    ['1,5x', 1, 'unexpected sign: , at 1:2; expected an operator or the end; decimals take a point: 1.5'],
    ['x x 1 2', 6, 'unexpected sign: 2 at 1:7; expected an operator between two numbers'],
    [
      'f(x) = x',
      0,
      'unknown name: f at 1:1; expected x, pi, e or a function; leave out what stands before =',
    ],
    ['x > 0 ? 1', 9, 'unfinished formula: end of formula at 1:10; expected : and the value for otherwise'],
    ['-1 < x < 1', 7, 'unexpected sign: < at 1:8; expected one comparison at a time; write a < x && x < b'],
    ['tanh(x, 2)', 9, 'wrong number of arguments of tanh: 2 at 1:10; expected 1'],
    ['max()', 4, 'wrong number of arguments of max: 0 at 1:5; expected at least 1'],
    ['x +\n  * 2', 6, 'unexpected sign: * at 2:3; expected a number, x, a function or ('],
    [
      '[x]',
      0,
      'unknown character: [ (U+005B) at 1:1; expected a number, x, a function or one of + - * / ^ ( ); use round brackets ( )',
    ],
    [
      'x + \u0000',
      4,
      'unknown character: U+0000 at 1:5; expected a number, x, a function or one of + - * / ^ ( )',
    ],
    ['|x', 2, 'unfinished formula: end of formula at 1:3; expected | to close the one at 1'],
    ['constructor(x)', 0, 'unknown name: constructor at 1:1; expected x, pi, e or a function'],
    ['__proto__', 0, 'unknown name: __proto__ at 1:1; expected x, pi, e or a function'],
    ['Math.random()', 5, 'unknown name: random at 1:6; expected x, pi, e or a function'],
    [
      'fetch("/")',
      6,
      'unknown character: " (U+0022) at 1:7; expected a number, x, a function or one of + - * / ^ ( )',
    ],
  ])('%j', (text, index, message) => {
    try {
      parseFormula(text);
    } catch (error) {
      expect(error).toBeInstanceOf(FormulaError);
      expect((error as FormulaError).message).toBe(message);
      expect((error as FormulaError).index).toBe(index);
      return;
    }
    throw new Error('was accepted');
  });
});

describe('parseFormula survives', () => {
  const message = (text: string) => {
    try {
      return String(evaluate(parseFormula(text), 1));
    } catch (error) {
      return (error as Error).message;
    }
  };
  it('ten thousand characters', () => {
    expect(message('x+'.repeat(5000))).toBe(
      'formula too long: 10000 characters at 1:1001; expected at most 1000',
    );
    expect(message(`${'x+'.repeat(499)}x`)).toBe('500');
  });
  it('a thousand brackets, signs, powers and choices', () => {
    for (const piece of ['(', '-', '|', '!', 'sin(', '2^', 'x?', 'x?1:']) {
      const text = piece.repeat(Math.floor(1000 / piece.length));
      expect(message(text)).toMatch(/^(formula too deep|unfinished)/);
    }
  });
  it('formulas that are NaN or infinite', () => {
    expect(message('1/0')).toBe('Infinity');
    expect(message('log(-x)')).toBe('NaN');
    expect(message('0/0 + sqrt(-1)')).toBe('NaN');
    expect(message('9^9^9^9')).toBe('Infinity');
  });
  it('random text: always a value or a FormulaError inside the text', () => {
    const pieces = [
      'x',
      '1',
      '(',
      ')',
      '|',
      '+',
      '-',
      '*',
      '^',
      '?',
      ':',
      ',',
      'max',
      'sin',
      ' ',
      '<',
      '&&',
      '.',
      'é',
      '=',
      '!',
    ];
    let state = 7;
    for (let i = 0; i < 3000; i++) {
      let text = '';
      for (let k = 0; k < 12; k++) {
        state = (state * 48271) % 2147483647;
        text += pieces[state % pieces.length];
      }
      try {
        expect(typeof evaluate(parseFormula(text), 0.5)).toBe('number');
      } catch (error) {
        if (!(error instanceof FormulaError)) throw new Error(`${text}: ${error}`);
        expect(error.index).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
