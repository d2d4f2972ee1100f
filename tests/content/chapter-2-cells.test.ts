import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { bestKnots } from './bestKnots.ts';
import { bestEvenPolynomial } from './minimax.ts';
import { runCell } from './runCell.ts';

const run = (name: string, change?: (code: string) => string) => runCell('2-why-nonlinearity', name, change);
const errorsOf = (rows: unknown) => (rows as { error: string }[]).map(({ error }) => Number(error));
const errors = errorsOf(run('bends')[0]);

describe('the cells of chapter 2', () => {
  it('collapse the example', () => {
    const [product, rows] = run('collapse') as [string, Record<string, string>[]];
    expect(product).toBe('W* = [[2,3],[4,4]], b* = [2,0]');
    expect(rows.map((row) => row['one layer'])).toEqual(
      theory.linear_collapse.cases.map(({ collapsed_layer }) => String(collapsed_layer)),
    );
    for (const row of rows) expect(row['two layers']).toBe(row['one layer']);
  });

  it('agree with one layer after ReLU only where all hidden numbers are at least 0', () => {
    const rows = run('collapse', (code) =>
      code.replace('apply(above, hidden)}', 'apply(above, hidden.map((h) => activations.relu.f(h)))}'),
    )[1] as Record<string, string>[];
    expect(rows.map((row) => row['two layers'])).toEqual(
      theory.linear_collapse.cases.map(({ with_relu }) => String(with_relu)),
    );
    for (const row of rows) {
      const open = row['hidden']!.split(',').every((h) => Number(h) >= 0);
      expect(row['two layers'] === row['one layer']).toBe(open);
    }
  });

  it('solve XOR with two ReLUs, with one square, and nearly with a leak', () => {
    const solved = (bend: string, after = '') =>
      (
        run('xor', (code) =>
          code
            .replace('activations.relu.f(h)', bend)
            .replace('bend(x1 + x2) - 2 * bend(x1 + x2 - 1)', (old) => after || old),
        )[0] as { answer: number }[]
      ).map(({ answer }) => answer);
    expect(solved('activations.relu.f(h)')).toEqual([0, 1, 1, 0]);
    expect(solved('h ** 2', 'bend(x1 - x2)')).toEqual([0, 1, 1, 0]);
    const leak = solved('activations.leakyRelu({ negativeSlope: 0.1 }).f(h)');
    [0.2, 1, 1, 0].forEach((want, i) => {
      expect(leak[i]).toBeCloseTo(want, 12);
    });
    expect(leak.map((value) => (value - 0.2 > 0.5 ? 1 : 0))).toEqual([0, 1, 1, 0]);
  });

  it('follow the sine as closely as the reference says, below the bound', () => {
    [0.07038, 0.01885, 0.00479].forEach((want, i) => {
      expect(errors[i]).toBe(want);
    });
    const bounds = (run('bends')[0] as { bound: string }[]).map(({ bound }) => Number(bound));
    expect(bounds).toEqual([0.07711, 0.01928, 0.00482]);
    const twice = errors.slice(1).map((error, i) => errors[i]! / error);
    for (const ratio of twice) expect(ratio).toBeGreaterThan(3.5);
  });

  it('do better with eight pieces when the knots move to the bends', () => {
    const { knots, error } = bestKnots(8, 1000);
    const missed = (tried: readonly number[]): number =>
      errorsOf(
        run('bends', (code) =>
          code.replace('(_, j) => j / pieces)', `(_, j) => ${JSON.stringify(tried)}[j] ?? j / pieces)`),
        )[0],
      )[0]!;
    expect(missed(knots)).toBeLessThan(errors[0]!);
    expect(missed(knots)).toBeCloseTo(error, 4);
    // Twice as many places for the knots find nothing better, and no knot can move alone to lower the error.
    expect(bestKnots(8, 2000).error).toBeCloseTo(error, 5);
    for (const k of [1, 2, 3, 4, 5, 6, 7])
      for (const by of [-0.0005, 0.0005])
        expect(missed(knots.map((x, i) => (i === k ? x + by : x)))).toBeGreaterThanOrEqual(missed(knots));
  });

  it('miss |x| by exactly an eighth with a parabola, and not at all with two ReLUs', () => {
    const shown = run('parabola')[0] as { quadratic: number; twoRelus: number };
    expect([shown.quadratic, shown.twoRelus]).toEqual([1 / 8, 0]);
    expect(bestEvenPolynomial(1).error).toBeCloseTo(1 / 8, 12);
    expect(bestEvenPolynomial(1).coefficients[0]).toBeCloseTo(1 / 8, 12);
    expect(bestEvenPolynomial(1).coefficients[1]).toBeCloseTo(1, 12);
  });

  it('reach degree 4 with squares on squares, and no other three numbers do better', () => {
    const numbers = [0.94184, 1.06554, 0.90578];
    const missed = (tried: readonly number[]): number =>
      (
        run('parabola', (code) => code.replace(numbers.join(', '), tried.join(', ')))[0] as {
          quartic: number;
        }
      ).quartic;
    // high − scale (x² − shift)², multiplied out.
    const [c0, c2, c4] = bestEvenPolynomial(2).coefficients as [number, number, number];
    const exact = [c0 - c2 ** 2 / (4 * c4), -c4, -c2 / (2 * c4)];
    exact.forEach((value, i) => {
      expect(numbers[i]).toBeCloseTo(value, 5);
    });
    expect(missed(numbers)).toBeCloseTo(bestEvenPolynomial(2).error, 4);
    expect(missed(numbers).toFixed(4)).toBe(bestEvenPolynomial(2).error.toFixed(4));
    for (const i of [0, 1, 2])
      for (const by of [-0.05, -0.01, 0.01, 0.05]) {
        expect(missed(numbers.map((value, k) => (k === i ? value + by : value)))).toBeGreaterThan(
          missed(numbers),
        );
      }
  });
});
