import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import * as design from '../../src/notebook/library/design.ts';
import * as dual from '../../src/notebook/library/dualNumbers.ts';
import { OwnFunction } from '../../src/notebook/library/ownFunction.ts';

type Row = { readonly what: string; readonly value: number };

interface Cell {
  /** The numbers that it shows. */
  readonly rows: Readonly<Record<string, number>>;
  readonly kept: OwnFunction;
}

/** The cell of K6.4, with other a and b as a reader would write them. */
function tuned(a: number, b: number): Cell {
  const source = readFileSync(new URL('../../content/design/cells/tune.ts', import.meta.url), 'utf8');
  expect(source).toContain('const a = 1;');
  expect(source).toContain('const b = 0;');
  const code = stripTypeScriptTypes(
    source.replace('const a = 1;', `const a = ${a};`).replace('const b = 0;', `const b = ${b};`),
  );
  const shown: unknown[] = [];
  const Inputs = { table: (rows: unknown) => rows };
  const scope = {
    dual,
    design,
    Inputs,
    display: (it: unknown) => shown.push(it),
    keep: (...given: [unknown, unknown]) => shown.push(new OwnFunction(...given)),
  };
  new Function(...Object.keys(scope), code)(...Object.values(scope));
  const rows = (shown[0] as Row[]).map(({ what, value }) => [what.split(',')[0]!, value] as const);
  return { rows: Object.fromEntries(rows), kept: shown.at(-1) as OwnFunction };
}

it('rounds both corners, and leaks above 6 as it does below 0', () => {
  const source = readFileSync(new URL('../../content/design/cells/curve.ts', import.meta.url), 'utf8');
  const [, formula] = /keep\(\s*'[^']+',\s*'([^']+)'/.exec(source)!;
  const { df, kinks } = design.fromFormula(formula!);
  expect(kinks).toEqual([]);
  expect(df(-40)).toBeCloseTo(0.01, 12);
  expect(df(46)).toBeCloseTo(0.01, 12);
  expect(df(3)).toBeCloseTo(1.01 - 2 / (1 + Math.exp(3)), 12);
});

it('shows SiLU as the reference knows it, before anything is tuned', () => {
  const want = theory.scorecard_q1.silu;
  const got = tuned(1, 0).rows;
  expect(got['E f']).toBeCloseTo(want.E_f, 13);
  expect(got['Z']).toBeCloseTo(want.score_zero_centred, 13);
  expect(got['D50']).toBeCloseTo(want.decades_lost_or_gained_over_50_layers, 12);
  expect(got['χ']).toBeCloseTo(want.chi_normalised, 13);
});

it.each([0.5, 1, 1.702, 3])(
  'lets b make the mean vanish at a = %d: Z rises to 1, the gradient moves',
  (a) => {
    const before = tuned(a, 0).rows;
    const after = tuned(a, -before['E f']!).rows;
    expect(Math.abs(after['E f']!)).toBeLessThan(1e-14);
    expect(after['Z']).toBeCloseTo(1, 12);
    expect(before['Z']).toBeLessThan(0.99);
    expect(after['D50']! - before['D50']!).toBeGreaterThan(0.1);
  },
);

it('keeps what was tuned as a formula with the same card', () => {
  const { rows, kept } = tuned(1.5, -0.25);
  expect(kept.output).toEqual({
    type: 'function',
    name: 'tuned Swish',
    formula: 'x * sigmoid(1.5 * x) + -0.25',
  });
  const card = design.scorecard(kept.activation);
  expect([card.zeroCentred.mean, card.gradient.chi]).toEqual([rows['E f'], rows['χ']]);
});
