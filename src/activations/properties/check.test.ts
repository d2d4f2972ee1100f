import { describe, expect, it } from 'vitest';
import theory from '../../../reference/theory.json' with { type: 'json' };
import { activations } from '../index.ts';
import { checkProperties } from './check.ts';
import { referenceFunction } from './referenceNames.ts';

describe.each(activations.map((phi) => [phi.spec, phi] as const))(
  '%s is what its record claims',
  (_, phi) => {
    const report = checkProperties(phi);
    it('without a doubt', () => {
      expect(report.reliable).toBe(true);
      expect(report.evaluations).toBeLessThan(400_000);
    });
    it('monotone, bounded, zero-centred', () => {
      expect(report.direction.kind !== 'neither').toBe(phi.claims.monotone);
      expect(report.bounded).toBe(phi.claims.bounded);
      expect(report.zeroCentred).toBe(phi.claims.zeroCentred);
    });
    it('Lipschitz constant', () => {
      if (phi.claims.lipschitz === Number.POSITIVE_INFINITY)
        expect(report.steepest.lipschitz).toBe(phi.claims.lipschitz);
      else expect(report.steepest.lipschitz).toBeCloseTo(phi.claims.lipschitz, 9);
    });
    it('minimum and range', () => {
      const { min, max } = report.range;
      if (phi.claims.minimum === null) expect(min.x).toBeNull();
      else {
        expect(min.x).not.toBeNull();
        expect(min.value).toBeCloseTo(phi.claims.minimum[1], 12);
        expect(phi.f(min.x!)).toBe(min.value);
      }
      for (const [bound, value, open] of [
        [min, phi.range.min, phi.range.open[0]],
        [max, phi.range.max, phi.range.open[1]],
      ] as const) {
        if (Number.isFinite(value)) expect(bound.value).toBeCloseTo(value, 6);
        else expect(bound.value).toBe(value);
        expect(bound.x === null).toBe(open);
      }
    });
    it('kinks', () => {
      expect(report.breaks.map(({ x, of }) => ({ x, of }))).toEqual(
        phi.kinks.map(({ x, of }) => ({ x, of })),
      );
      report.breaks.forEach(({ left, right }, i) => {
        expect(left).toBeCloseTo(phi.kinks[i]!.left, 5);
        expect(right).toBeCloseTo(phi.kinks[i]!.right, 5);
      });
    });
    it('asymptotes', () => {
      for (const side of ['left', 'right'] as const) {
        const tail = report.saturation[side];
        const asymptote = phi.asymptotes[side];
        if (asymptote === null) expect(['oscillates', 'grows']).toContain(tail.kind);
        else if (asymptote.slope === 0) expect(tail).toMatchObject({ kind: 'saturates' });
        else expect(tail.kind).toBe('straight');
        if (tail.kind === 'saturates') expect(tail.level).toBeCloseTo(asymptote!.intercept, 6);
        if (tail.kind === 'straight') {
          expect(tail.slope).toBeCloseTo(asymptote!.slope, 7);
          expect(tail.intercept).toBeCloseTo(asymptote!.intercept, 5);
        }
      }
    });
    it('looks the same when f′ is withheld', () => {
      const blind = checkProperties({ f: phi.f });
      expect(blind.direction.kind).toBe(report.direction.kind);
      expect(blind.smoothness).toBe(report.smoothness);
      expect(blind.mean).toBeCloseTo(report.mean, 8);
      if (report.steepest.lipschitz < 1e9)
        expect(blind.steepest.lipschitz).toBeCloseTo(report.steepest.lipschitz, 4);
    });
  },
);

describe('extrema of the reference', () => {
  it.each(Object.entries(theory.extrema))('%s', (key, want) => {
    const phi = referenceFunction(key);
    const report = checkProperties(phi);
    if (want.lipschitz_max_abs_df === 'Infinity')
      expect(report.steepest.lipschitz).toBe(Number.POSITIVE_INFINITY);
    else expect(report.steepest.lipschitz).toBeCloseTo(Number(want.lipschitz_max_abs_df), 9);
    expect(phi.df(0)).toBeCloseTo(want.df_at_0, 13);
    if (Array.isArray(want.argmax) && want.argmax.length > 0) {
      const distance = want.argmax.map((x) => Math.abs(Number(x) - report.steepest.x));
      expect(Math.min(...distance)).toBeLessThan(1e-6);
    }
    if (!Array.isArray(want.stationary_points)) return;
    for (const [x, y] of want.stationary_points as [number, number][]) {
      const bound = y < 0 ? report.range.min : report.range.max;
      expect(bound.x).toBeCloseTo(x, 9);
      expect(bound.value).toBeCloseTo(y, 12);
    }
  });
});

describe('fixed points', () => {
  it('of tanh, ReLU, the sigmoid and a cubic', () => {
    const found = (f: (x: number) => number) => checkProperties({ f }).fixedPoints;
    expect(checkProperties(referenceFunction('tanh')).fixedPoints).toMatchObject([{ kind: 'point', x: 0 }]);
    expect(found((x) => Math.max(0, x))).toMatchObject([{ kind: 'stretch', from: 0 }]);
    const [point] = checkProperties(referenceFunction('sigmoid')).fixedPoints;
    expect(point).toMatchObject({ kind: 'point', below: 'attracts', above: 'attracts' });
    expect(point!.kind === 'point' && point!.x).toBeCloseTo(0.659046068407, 11);
    expect(found((x) => x ** 3)).toMatchObject([
      { x: -1, below: 'repels', above: 'repels' },
      { x: 0, below: 'attracts', above: 'attracts' },
      { x: 1 },
    ]);
    expect(found((x) => Math.floor(x) + 0.5)).toHaveLength(20);
    expect(found((x) => x + 1)).toEqual([]);
  });
  it.each([
    // xₙ₊₁ = f(xₙ) from both sides of the point, worked out by hand.
    ['tanh, whose slope is 1', Math.tanh, 0, 'attracts', 'attracts'],
    ['sin', Math.sin, 0, 'attracts', 'attracts'],
    ['sinh', Math.sinh, 0, 'repels', 'repels'],
    ['two slopes', (x: number) => Math.max(x / 2, 2 * x), 0, 'attracts', 'repels'],
    [
      'slopes −2 and −0.4, whose product is below 1',
      (x: number) => (x > 0 ? -2 * x : -0.4 * x),
      0,
      'attracts',
      'attracts',
    ],
    ['a root', (x: number) => Math.sqrt(Math.abs(x)), 0, 'repels', 'repels'],
    ['−x, which goes and comes back', (x: number) => -x, 0, 'neither', 'neither'],
    ['stairs', Math.floor, 3, 'repels', 'attracts'],
    ['a parabola on the diagonal', (x: number) => x + (x - 1) ** 2, 1, 'attracts', 'repels'],
  ] as const)('%s pulls as iteration shows', (_, f, x, below, above) => {
    const points = checkProperties({ f }).fixedPoints.filter((each) => each.kind === 'point');
    const point = points.find((each) => Math.abs(each.x - x) < 1e-7);
    expect(point).toMatchObject({ below, above });
  });
  it('of stairs are all its steps', () => {
    const { fixedPoints } = checkProperties({ f: Math.floor });
    expect(fixedPoints.map((each) => each.kind === 'point' && each.x)).toEqual(
      Array.from({ length: 21 }, (_, i) => i - 10),
    );
  });
});
