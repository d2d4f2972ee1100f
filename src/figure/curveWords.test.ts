import { describe, expect, it } from 'vitest';
import { activations, findActivation } from '../activations/index.ts';
import { curvePoints, type Order } from './curve.ts';
import { curveWords } from './curveWords.ts';

const words = (spec: string, order: Order): string =>
  curveWords(curvePoints(findActivation(spec), -5, 5, order, 0));

describe('a curve in words', () => {
  it.each([
    ['sigmoid', 'f', '0.00669 at −5, 0.993 at 5'],
    ['sigmoid', 'df', '0.00665 at −5, rises to 0.25 at 0, 0.00665 at 5'],
    ['tanh', 'f', '−1 at −5, crosses 0 at 0, 1 at 5'],
    [
      'tanh',
      'd2f',
      'almost 0 at −5, rises to 0.77 at −0.7, crosses 0 at 0, falls to −0.77 at 0.7, almost 0 at 5',
    ],
    ['relu', 'f', '0 from −5 to 0, 5 at 5'],
    ['relu', 'df', '0 from −5 to 0, jumps from 0 to 1 at 0, 1 from 0 to 5'],
    ['relu', 'd2f', '0 throughout'],
    ['step', 'f', '0 from −5 to 0, jumps from 0 to 1 at 0, 1 from 0 to 5'],
    [
      'gelu',
      'df',
      'almost 0 at −5, falls to −0.129 at −1.4, crosses 0 at −0.75, rises to 1.13 at 1.4, 1 at 5',
    ],
  ] as const)('tells of %s %s: %s', (spec, order, text) => {
    expect(words(spec, order)).toBe(text);
  });

  it('is short and finite for every function of the book', () => {
    for (const { spec } of activations)
      for (const order of ['f', 'df', 'd2f'] as const) {
        expect(words(spec, order)).not.toMatch(/NaN|undefined|∞/);
        expect(words(spec, order).length).toBeLessThan(250);
      }
  });

  const wordsOf = (f: (x: number) => number): string =>
    curveWords(curvePoints({ f, df: f, d2f: f, kinks: [] }, -5, 5, 'f', 0));

  it.each<[string, (x: number) => number, string | RegExp]>([
    ['√x', Math.sqrt, 'no value below 0, 0 at 0, 2.24 at 5'],
    ['√(1.3 − x)', (x) => Math.sqrt(1.3 - x), /^2.51 at −5, 0.\d+ at 1.2\d, no value above 1.3$/],
    [
      '√(x² − 1)',
      (x) => Math.sqrt(x ** 2 - 1),
      '4.9 at −5, 0 at −1, no value from −1 to 1, 0 at 1, 4.9 at 5',
    ],
    ['√x − √x', (x) => Math.sqrt(x) - Math.sqrt(x), '0 wherever it has a value, no value below 0'],
    ['log(−1 − x²)', (x) => Math.log(-1 - x ** 2), 'no value anywhere'],
  ])('tells where %s has no value', (_, f, text) => {
    expect(wordsOf(f)).toMatch(text);
  });

  it('tells of a pole, and of the rest in its own measure', () => {
    const inverse = (x: number) => 1 / x;
    const pole = { x: 0, of: 'f', left: -Infinity, right: Infinity, used: Infinity } as const;
    const curve = { f: inverse, df: inverse, d2f: inverse, kinks: [pole] };
    expect(curveWords(curvePoints(curve, -5, 5, 'f', 0))).toBe(
      '−0.2 at −5, below minus a million at 0, jumps from below minus a million to over a million at 0, over a million at 0, 0.2 at 5',
    );
  });

  it('counts what is too much to tell', () => {
    expect(wordsOf((x) => Math.sin(9 * x))).toMatch(/up and down between −1 and 1, -?.* at 5$/);
  });
});
