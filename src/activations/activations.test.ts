import { describe, expect, test } from 'vitest';
import reference from '../../reference/activations.json' with { type: 'json' };
import type { Activation } from './activation.ts';
import { type Row, readEntries, ulps } from './testing/reference.ts';

const entries = readEntries(reference.functions);

const orders = ['f', 'df', 'd2f'] as const;

/** The tolerances that the reference file states. */
function allowed(key: string, { x }: Row, want: number): number {
  if (Math.abs(want) < 1e-290) return 1e-290;
  const wave = key.startsWith('sine') || key.startsWith('snake');
  if (Math.abs(x) > 1000) return wave ? 1e-11 : 1e-12 * Math.max(1, Math.abs(want));
  const baseline = 1e-12 * Math.max(1, Math.abs(want));
  return Math.abs(x) <= 700 ? Math.min(baseline, 1e-9 * Math.abs(want)) : baseline;
}

/** Whether g keeps its sign around x, so that a count of ulps makes sense. */
function awayFromZeros(g: (x: number) => number, x: number): boolean {
  const reach = Math.min(0.3, Math.abs(x) / 2);
  return x !== 0 && g(x - reach) * g(x + reach) >= 0;
}

test('the reference file holds 35 functions', () => {
  expect(entries).toHaveLength(35);
});

for (const { key, activation, rows, corners } of entries) {
  describe(`${key} as ${activation.spec}`, () => {
    for (const order of orders) {
      const g: Activation['f'] = activation[order];

      test(`${order} is within the stated tolerance of every row`, () => {
        for (const row of rows) {
          const want = row[order];
          if (Number.isNaN(want)) continue;
          const got = g(row.x);
          if (!Number.isFinite(row.x) || !Number.isFinite(want)) {
            // Adding 0 makes −0 and 0 alike.
            expect([row.x, got + 0]).toEqual([row.x, want + 0]);
          } else {
            const error = Math.abs(got - want);
            expect(error, `${order}(${row.x}) = ${got}`).toBeLessThanOrEqual(allowed(key, row, want));
          }
        }
      });

      test(`${order} is within 4 ulp away from its zeros`, () => {
        for (const row of rows) {
          const want = row[order];
          // Near the underflow the file itself asks for 1e−290 only.
          const counts = Number.isFinite(row.x) && Number.isFinite(want) && Math.abs(want) > 1e-290;
          if (!counts || !awayFromZeros(g, row.x)) continue;
          const got = g(row.x);
          expect(ulps(got, want), `${order}(${row.x}) = ${got}, not ${want}`).toBeLessThanOrEqual(4);
        }
      });
    }

    test('has its corners and jumps where the reference has them', () => {
      const found = activation.kinks.filter(({ of }) => of !== 'd2f').map(({ x }) => x);
      expect(found).toEqual(corners);
    });
  });
}
