import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import * as design from '../../src/notebook/library/design.ts';
import * as dual from '../../src/notebook/library/dualNumbers.ts';

type Row = { readonly what: string; readonly value: number };

/** The numbers that the cell of K6.4 shows, with other a and b as a reader would write them. */
function tuned(a: number, b: number): Readonly<Record<string, number>> {
  const source = readFileSync(new URL('../../content/design/cells/tune.ts', import.meta.url), 'utf8');
  expect(source).toContain('const a = 1;');
  expect(source).toContain('const b = 0;');
  const code = stripTypeScriptTypes(
    source.replace('const a = 1;', `const a = ${a};`).replace('const b = 0;', `const b = ${b};`),
  );
  const shown: unknown[] = [];
  const Inputs = { table: (rows: unknown) => rows };
  new Function('dual', 'design', 'Inputs', 'display', code)(dual, design, Inputs, (it: unknown) =>
    shown.push(it),
  );
  return Object.fromEntries((shown[0] as Row[]).map(({ what, value }) => [what.split(',')[0]!, value]));
}

it('shows SiLU as the reference knows it, before anything is tuned', () => {
  const want = theory.scorecard_q1.silu;
  const got = tuned(1, 0);
  expect(got['E f']).toBeCloseTo(want.E_f, 13);
  expect(got['Z']).toBeCloseTo(want.score_zero_centred, 13);
  expect(got['D50']).toBeCloseTo(want.decades_lost_or_gained_over_50_layers, 12);
  expect(got['χ']).toBeCloseTo(want.chi_normalised, 13);
});

it.each([0.5, 1, 1.702, 3])(
  'lets b make the mean vanish at a = %d: Z rises to 1, the gradient moves',
  (a) => {
    const before = tuned(a, 0);
    const after = tuned(a, -before['E f']!);
    expect(Math.abs(after['E f']!)).toBeLessThan(1e-14);
    expect(after['Z']).toBeCloseTo(1, 12);
    expect(before['Z']).toBeLessThan(0.99);
    expect(after['D50']! - before['D50']!).toBeGreaterThan(0.1);
  },
);
