import { describe, expect, test } from 'vitest';
import reference from '../../../reference/activations.json' with { type: 'json' };
import { gatedUnits } from './index.ts';

interface Point {
  readonly a: number;
  readonly b: number;
  readonly f: number;
  readonly df_da: number;
  readonly df_db: number;
}

const rows = reference.gated as Record<string, { readonly points: readonly Point[] }>;

function expectClose(got: number, want: number) {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-14 * Math.abs(want));
}

describe('gated units', () => {
  test('are those of the reference file', () => {
    expect(gatedUnits.map(({ id }) => id).sort()).toEqual(Object.keys(rows).sort());
  });

  for (const unit of gatedUnits) {
    const points = rows[unit.id]!.points;

    test(`${unit.id} agrees with the reference, value and both derivatives`, () => {
      for (const { a, b, f, df_da, df_db } of points) {
        expectClose(unit.f(a, b), f);
        expectClose(unit.da(a, b), df_da);
        expectClose(unit.db(a, b), df_db);
      }
    });

    test(`${unit.id} fills arrays, in place too, and refuses other lengths`, () => {
      const a = Float64Array.from(points, (point) => point.a);
      const b = Float64Array.from(points, (point) => point.b);
      const want = points.map((point) => unit.f(point.a, point.b));
      expect([...unit.forward(a, b, a)]).toEqual(want);
      expect(() => unit.forward(b, b, new Float64Array(1))).toThrow('invalid length of out: 1; expected');
    });

    test(`${unit.id} says the same in code`, () => {
      const typed = new Function('a', 'b', 'erf', `return ${unit.code}`);
      const erf = (x: number) => 2 * (unit.gate.f(x * Math.SQRT2) / (x * Math.SQRT2)) - 1;
      for (const [a, b] of [
        [1.5, -2],
        [-0.5, 0.7],
      ] as const) {
        expect(typed(a, b, erf)).toBeCloseTo(unit.f(a, b), 12);
      }
    });
  }
});
