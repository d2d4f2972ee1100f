import { describe, expect, it } from 'vitest';
import { differentiate, evaluate } from './evaluate.ts';
import { functionNames } from './functions.ts';
import { loopOf } from './loop.ts';
import { LONGEST, parseFormula } from './parse.ts';
import { tapeOf } from './tape.ts';
import { treeOf } from './tree.ts';

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

describe.each([
  ['closures', treeOf],
  ['a loop', loopOf],
])('a formula as %s', (_, prepare) => {
  it.each(formulas)('%s is what the stack machine computes, to the last bit', (text) => {
    const program = parseFormula(text);
    const { value, dual } = prepare(program);
    // Asked twice: nothing of one answer may stay for the next.
    for (const _again of [1, 2]) {
      expect(inputs.map(value)).toEqual(inputs.map((x) => evaluate(program, x)));
      expect(inputs.map(dual)).toEqual(inputs.map((x) => differentiate(program, x)));
    }
  });
});

describe('a tape', () => {
  const steps = (text: string) => tapeOf(parseFormula(text)).steps.map(({ operation }) => operation.name);
  it('says once what the formula says often', () => {
    expect(steps('sin(2x) + sin(2x) * sin(2x)')).toEqual(['*', 'sin', '*', '+']);
    expect(steps(`x${'+sin(x)'.repeat(140)}`).filter((name) => name === 'sin')).toHaveLength(1);
  });
  it('holds no operation on numbers alone', () => {
    expect(steps('x + sin(1)^2 * (3 - pi)')).toEqual(['+']);
    expect(steps('min(1, 2) / 0')).toEqual([]);
  });
  it('tells 0 from −0', () => {
    const { value } = loopOf(parseFormula('1/(0 * x) + 1/(-0 * x) + 0x'));
    expect(value(1)).toBeNaN();
  });
});
