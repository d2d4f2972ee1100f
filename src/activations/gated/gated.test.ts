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

    test.each([
      ['Float32Array', (values: readonly number[]) => Float32Array.from(values), 1e-6],
      ['Float64Array', (values: readonly number[]) => Float64Array.from(values), 1e-14],
    ] as const)(
      `${unit.id} takes the gradient of a %s back to both inputs, in place too`,
      (_, from, slack) => {
        const column = (key: keyof Point) => from(points.map((point) => point[key]));
        const u = from(points.map((_point, i) => i - 2.5));
        const check = (got: ArrayLike<number>, key: 'df_da' | 'df_db') =>
          points.forEach((point, i) => {
            const want = u[i]! * point[key];
            expect(Math.abs(got[i]! - want)).toBeLessThanOrEqual(slack * Math.max(Math.abs(want), 1e-30));
          });
        const [a, b, upstream] = [column('a'), column('b'), u.slice()];
        const [outA, outB] = [column('a'), column('a')];
        unit.backward<Float32Array | Float64Array>(a, b, upstream, outA, outB);
        check(outA, 'df_da');
        check(outB, 'df_db');
        unit.backward<Float32Array | Float64Array>(a, b, upstream, b, upstream);
        expect(b).toEqual(outA);
        expect(upstream).toEqual(outB);
        expect(() => unit.backward<Float32Array | Float64Array>(a, a, a, a, from([0]))).toThrow(
          'invalid length of outB: 1; expected',
        );
      },
    );

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
