import { describe, expect, it } from 'vitest';
import { evaluate, functionNames, parseFormula } from '../../src/activations/formula/index.ts';
import { compile } from './compile.ts';

const inputs = [-40, -3, -1.5, -1, -0.25, 0, 0.5, 1, 2, 7.75, 30, Number.NaN];
const many = (name: string): string =>
  name === 'pow' ? 'pow(x, 3)' : ['clip', 'clamp'].includes(name) ? `${name}(x, -1, 2)` : `${name}(x)`;

const formulas = [
  ...functionNames.map(many),
  'x',
  '7',
  'max(0.2x, min(x, 3))',
  'min(x, 2, -x, x^2)',
  'x > 0 ? x : 0.1x',
  '(x < -1 || x >= 2) && x != 7 ? 1/x : -x',
  'log(x) ? 1 : 2',
  'x * tanh(log(1 + exp(x)))',
  '!(x == 1) + (x <= 0)',
  Array.from({ length: 60 }, (_, i) => `sin(${i}x)`).join('+'),
];

describe('a formula compiled', () => {
  it.each(formulas)('%s has the values of the formula', (text) => {
    const program = parseFormula(text);
    const { run, out } = compile(program, Float64Array.from(inputs));
    run();
    expect([...out]).toEqual(inputs.map((x) => evaluate(program, x)));
  });

  it('rounds its results to 32 bits where the inputs have as many', () => {
    const program = parseFormula('x/3 + sigmoid(x)');
    const { run, out } = compile(program, Float32Array.from(inputs));
    run();
    expect(out).toBeInstanceOf(Float32Array);
    expect([...out]).toEqual(inputs.map((x) => Math.fround(evaluate(program, Math.fround(x)))));
  });

  it('fills arrays of many pages', () => {
    const x = Float64Array.from({ length: 2 ** 15 }, (_, i) => i);
    const { run, out } = compile(parseFormula('2x + 1'), x);
    run();
    expect(out).toEqual(x.map((v) => 2 * v + 1));
  });
});
