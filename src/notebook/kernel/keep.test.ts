import { describe, expect, test } from 'vitest';
import type { Report } from '../protocol.ts';
import { runCells } from './node.ts';

async function run(text: string): Promise<Report> {
  return (await runCells([{ id: 'a', text }], { timeout: 5000 })).get('a')!;
}

const outputs = (report: Report): unknown[] => report.shown.map(({ output }) => output);

describe('keep', () => {
  test('shows a function by its name and formula, and returns it', async () => {
    const report = await run('const phi = keep(" my bend ", " x^3 ");\ndisplay([phi.f(2), phi.df(2)]);');
    expect(outputs(report)).toMatchObject([
      { type: 'function', name: 'my bend', formula: 'x^3' },
      { type: 'value', value: { text: 'Array(2) [8, 12]' } },
    ]);
  });

  test('alone in a cell shows the function only', async () => {
    expect(outputs(await run('keep("a", "x")'))).toEqual([{ type: 'function', name: 'a', formula: 'x' }]);
  });

  test('reads a function of dual numbers as a formula', async () => {
    const report = await run(
      'const bell = keep("bell", (x) => dual.exp(dual.mul(-1, x, x)));\ndisplay(bell.df(0.5) / bell.f(0.5));',
    );
    expect(outputs(report)).toMatchObject([
      { type: 'function', name: 'bell', formula: 'exp(-1 * x * x)' },
      { type: 'value', value: { text: '-1' } },
    ]);
  });

  test('puts the function into the networks of the cells', async () => {
    const cells = [
      { id: 'phi', text: 'const phi = keep("a", "tanh(x)");' },
      {
        id: 'card',
        text: 'design.scorecard(phi).gradient.chi === design.scorecard(activations.tanh).gradient.chi',
      },
    ];
    const reports = await runCells(cells);
    expect(reports.get('card')!.error).toBeNull();
  });

  test.each([
    ['keep("a", "x".repeat(10_000))', 'FormulaError', 'formula too long: 10000 characters'],
    ['keep("a", "(".repeat(500))', 'FormulaError', 'too deep'],
    ['keep("a", "foo(x)")', 'FormulaError', 'unknown name: foo at 1:1'],
    ['keep("a", "sin(х)")', 'FormulaError', 'from another alphabet'],
    ['keep("a", "alert(1)")', 'FormulaError', 'unknown name: alert'],
    ['keep("a", "")', 'FormulaError', 'expected'],
    ['keep("", "x")', 'RangeError', 'expected 1 to 24 characters'],
    ['keep("x".repeat(25), "x")', 'RangeError', 'expected 1 to 24 characters'],
    ['keep("a", 7 as never)', 'TypeError', 'invalid formula: a number; expected a text'],
    ['keep("a", ((x: number) => 2 * x) as never)', 'TypeError', 'or a formula in quotes'],
    [
      'keep("a", (x) => (x.v > 0 ? x : 0))',
      'TypeError',
      'expected operations of dual alone, such as dual.max',
    ],
    ['keep("a", Math.random as never)', 'TypeError', 'by its operations; expected neither chance nor memory'],
    ['keep((() => "a") as never, "x")', 'TypeError', 'put it in quotes'],
    ['keep(undefined as never, "x")', 'TypeError', 'invalid name: undefined'],
    ['keep(new Proxy({}, { get() { throw 1; } }) as never, "x")', 'TypeError', 'invalid name: an object'],
  ])('refuses %s', async (text, name, message) => {
    const report = await run(text);
    expect(report.status).toBe('failed');
    expect(report.shown).toEqual([]);
    expect(report.error).toMatchObject({ name, message: expect.stringContaining(message) });
  });

  test('of a run that is over does nothing', async () => {
    const report = await run(
      'const late = new Promise((go) => setTimeout(go, 1));\nawait late;\nkeep("a", "x");',
    );
    expect(outputs(report)).toHaveLength(1);
  });
});
