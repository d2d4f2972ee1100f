import { describe, expect, it } from 'vitest';
import { differentiate, evaluate } from './evaluate.ts';
import { functionNames } from './functions.ts';
import { LONGEST, parseFormula } from './parse.ts';
import { evaluatorsOf } from './tree.ts';

const inputs = [-700, -40, -3, -1.5, -1, -0.25, -0, 0, 0.5, 1, 2, 7.75, 30, 800, Number.NaN, Infinity];
const many = (name: string): string =>
  name === 'pow' ? 'pow(x, 3)' : ['clip', 'clamp'].includes(name) ? `${name}(x, -1, 2)` : `${name}(x)`;

const formulas = [
  ...functionNames.map(many),
  'x',
  '7',
  '2^0.5 * x + sin(1)',
  '0 * x',
  '1/0',
  'min(x, 2, -x, x^2, 3)',
  'max(0.2x, min(x, 3))',
  'x > 0 && x < 3 || x == -1 ? 1/x : -x',
  '!(x == 1) + (x <= 0) - |x|',
  `x${'+x'.repeat(LONGEST / 2 - 1)}`,
  `${'sin('.repeat(90)}x${')'.repeat(90)}`,
];

describe('a prepared formula', () => {
  it.each(formulas)('%s is what the stack machine computes, to the last bit', (text) => {
    const program = parseFormula(text);
    const { value, dual } = evaluatorsOf(program);
    expect(inputs.map(value)).toEqual(inputs.map((x) => evaluate(program, x)));
    expect(inputs.map(dual)).toEqual(inputs.map((x) => differentiate(program, x)));
  });
});
