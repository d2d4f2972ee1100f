import { describe, expect, it } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { logisticRegression, predict } from './logisticRegression.ts';
import { moons, type PlanarPoint, spirals, xor } from './planar.ts';
import { smokers, squaredRadius } from './smokers.ts';
import { fitScaler, standardise } from './standardise.ts';

const { datasets } = theory;

describe('smokers', () => {
  const want = datasets.smokers_600_2024;
  const rows = smokers();
  it('starts with the rows of the reference', () => {
    want.first_rows.forEach((row, i) => {
      const { weight, systolic, age, p, label } = rows[i]!;
      [weight, systolic, age, p, label].forEach((value, j) => {
        expect(value).toBeCloseTo(row[j]!, 12);
      });
    });
  });
  it('has the counts and shares of the reference', () => {
    expect(rows).toHaveLength(600);
    const positives = rows.filter((row) => row.label === 1).length;
    expect(positives).toBe(want.positives);
    expect(Math.max(positives, 600 - positives) / 600).toBe(want.majority_class_accuracy);
    const certainty = rows.reduce((sum, { p }) => sum + Math.max(p, 1 - p), 0) / 600;
    expect(certainty).toBeCloseTo(want['mean_of_max(p,1-p)_on_sample'], 12);
    const right = rows.filter((row) => squaredRadius(row) < 2.5 === (row.label === 1)).length;
    expect(right / 600).toBe(want['accuracy_of_true_rule_r2<2.5']);
  });
  it('cannot be separated by a plane', () => {
    const model = logisticRegression(
      rows.map((r) => [r.weight, r.systolic, r.age]),
      rows.map((r) => r.label),
    );
    expect(model.loss).toBeCloseTo(want.logistic_regression_log_loss, 12);
    expect(model.accuracy).toBe(want.logistic_regression_accuracy);
  });
});

describe.each<[keyof typeof datasets & `${string}_300_7`, () => PlanarPoint[]]>([
  ['moons_300_7', moons],
  ['spirals_300_7', spirals],
  ['xor_300_7', xor],
])('%s', (key, generate) => {
  const want = datasets[key];
  const rows = generate();
  it('has the rows of the reference', () => {
    expect(rows).toHaveLength(300);
    want.first_rows.forEach((row, i) => {
      expect(rows[i]!.x).toBeCloseTo(row[0]!, 14);
      expect(rows[i]!.y).toBeCloseTo(row[1]!, 14);
      expect(rows[i]!.label).toBe(row[2]);
    });
    expect(rows.filter((row) => row.label === 1)).toHaveLength(want.positives);
  });
  it('defeats a straight line as much as the reference says', () => {
    const inputs = rows.map(({ x, y }) => [x, y]);
    const model = logisticRegression(
      inputs,
      rows.map((row) => row.label),
    );
    expect(model.loss).toBeCloseTo(want.logistic_regression_log_loss, 12);
    expect(model.accuracy).toBe(want.logistic_regression_accuracy);
    const right = rows.filter((row, i) => predict(model, inputs[i]!) > 0.5 === (row.label === 1));
    expect(right.length / 300).toBe(model.accuracy);
  });
});

describe('generators', () => {
  it('depend on the seed alone', () => {
    expect(spirals({ count: 5, seed: 3 })).toEqual(spirals({ count: 9, seed: 3 }).slice(0, 5));
    expect(xor({ seed: 3 })).not.toEqual(xor({ seed: 4 }));
  });
  it('refuse nonsense', () => {
    expect(() => moons({ count: 0 })).toThrow('invalid number of rows: 0; expected an integer of 1…1000000');
    expect(() => logisticRegression([[1]], [])).toThrow(
      'invalid number of labels: 0; expected 1, one per row',
    );
    expect(() => fitScaler([[1], [1, 2]])).toThrow('invalid row 1: 2 columns; expected 1');
  });
});

describe('standardise', () => {
  it('gives mean 0 and deviation 1, and leaves constant columns at 0', () => {
    const rows = [
      [1, 5],
      [2, 5],
      [6, 5],
    ];
    const scaled = rows.map((row) => standardise(fitScaler(rows), row));
    const mean = scaled.reduce((sum, row) => sum + row[0]!, 0);
    const square = scaled.reduce((sum, row) => sum + row[0]! ** 2, 0) / 3;
    expect(mean).toBeCloseTo(0, 14);
    expect(square).toBeCloseTo(1, 14);
    expect(scaled.map((row) => row[1])).toEqual([0, 0, 0]);
  });
});
