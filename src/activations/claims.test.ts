import { describe, expect, test } from 'vitest';
import reference from '../../reference/activations.json' with { type: 'json' };
import theory from '../../reference/theory.json' with { type: 'json' };
import { erf } from '../math/special.ts';
import { activations, findActivation } from './index.ts';
import { readEntries } from './testing/reference.ts';

const entries = readEntries(reference.functions);

/** Defaults plus values that change what is claimed. */
const instances = [
  ...activations,
  ...[
    'leaky_relu(negativeSlope=-0.5)',
    'leaky_relu(negativeSlope=0)',
    'leaky_relu(negativeSlope=1)',
    'leaky_relu6(negativeSlope=0)',
    'leaky_relu6_two_sided(negativeSlope=0)',
    'leaky_relu6_two_sided(negativeSlope=1)',
    'elu(alpha=2)',
    'elu(alpha=0)',
    'celu(alpha=0.5)',
    'swish(beta=0)',
    'swish(beta=5)',
    'softplus(beta=3)',
    'sine(frequency=3)',
    'snake(frequency=2)',
  ].map(findActivation),
];

const grid = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 100);

/** E f(z), z ~ N(0, 1), by the trapezoidal rule: error below 1e−6 with kinks on the grid, far less without. */
function mean(f: (x: number) => number): number {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return grid.reduce((sum, x) => sum + f(x) * density(x), 0) / 100;
}

describe.each(instances.map((a) => [a.spec, a] as const))('%s', (_, a) => {
  const { claims, range } = a;

  test('is monotone or not as claimed', () => {
    expect(grid.every((x, i) => i === 0 || a.f(x) >= a.f(grid[i - 1]!))).toBe(claims.monotone);
  });

  test('is zero-centred or not as claimed', () => {
    expect(Math.abs(mean(a.f)) < 1e-5).toBe(claims.zeroCentred);
  });

  test('stays in its range and comes close to both ends', () => {
    const values = [...grid, -1e6, 1e6].map(a.f);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    expect(claims.bounded).toBe(Number.isFinite(range.min) && Number.isFinite(range.max));
    expect(low).toBeGreaterThanOrEqual(range.min - 1e-15);
    expect(high).toBeLessThanOrEqual(range.max + 1e-15);
    if (Number.isFinite(range.min)) expect(low - range.min).toBeLessThan(1e-4);
    else expect(low).toBeLessThan(-1000);
    if (Number.isFinite(range.max)) expect(range.max - high).toBeLessThan(1e-4);
    else expect(high).toBeGreaterThan(1000);
  });

  test('takes its minimum where claimed, or never', () => {
    expect(claims.minimum === null).toBe(range.open[0]);
    if (claims.minimum === null) return;
    const [x, value] = claims.minimum;
    expect(value).toBe(range.min);
    expect(a.f(x)).toBeCloseTo(value, 15);
  });

  test('has slopes up to its Lipschitz constant and none beyond', () => {
    if (claims.lipschitz === Infinity) {
      const steepest = (h: number) => Math.max(...grid.map((x) => (a.f(x + h) - a.f(x - h)) / h));
      // A jump grows with 1/h, an unbounded slope with x.
      expect(Math.max(steepest(1e-6), a.f(1e6 + 1) - a.f(1e6))).toBeGreaterThan(1e5);
      return;
    }
    const besideKinks = a.kinks.flatMap(({ x }) => [x - 1e-9, x + 1e-9]);
    const steepest = Math.max(...[...grid, ...besideKinks, -1e6, 1e6].map((x) => Math.abs(a.df(x))));
    expect(steepest).toBeLessThanOrEqual(claims.lipschitz * (1 + 1e-15));
    expect(steepest).toBeGreaterThan(claims.lipschitz * (1 - 1e-3));
  });

  test('approaches its asymptotes', () => {
    for (const [side, x] of [
      ['left', -1e8],
      ['right', 1e8],
    ] as const) {
      const line = a.asymptotes[side];
      if (line) expect(Math.abs(a.f(x) - line.slope * x - line.intercept)).toBeLessThan(1e-7);
    }
  });

  test('takes the stated values at its kinks, with the stated limits and no curvature', () => {
    for (const { x, of, left, right, used } of a.kinks) {
      const h = 1e-9;
      expect(left).not.toBe(right);
      // Adding 0 makes −0 and 0 alike.
      expect(a[of](x) + 0).toBe(used);
      expect(a[of](x - h)).toBeCloseTo(left, 7);
      expect(a[of](x + h)).toBeCloseTo(right, 7);
      expect(a.d2f(x) + 0).toBe(0);
    }
  });

  test('has derivatives that agree with finite differences away from kinks', () => {
    const h = 1e-4;
    for (const x of [-4.3, -2.2, -1.1, -0.35, 0.35, 1.4, 2.7, 4.4, 6.6]) {
      const first = (a.f(x - 2 * h) - 8 * a.f(x - h) + 8 * a.f(x + h) - a.f(x + 2 * h)) / (12 * h);
      const second = (a.df(x - 2 * h) - 8 * a.df(x - h) + 8 * a.df(x + h) - a.df(x + 2 * h)) / (12 * h);
      expect(Math.abs(a.df(x) - first)).toBeLessThan(1e-10 * Math.max(1, Math.abs(a.f(x))));
      expect(Math.abs(a.d2f(x) - second)).toBeLessThan(2e-10 * Math.max(1, Math.abs(a.df(x))));
    }
  });

  test('computes what its code says', () => {
    const names = Object.keys(a.values);
    const typed = new Function('x', 'erf', ...names, `return ${a.code}`);
    for (const x of [-7.5, -2.6, -1, -0.3, 0, 0.4, 1, 2.6, 7.5]) {
      const value = typed(x, erf, ...names.map((name) => a.values[name]));
      expect(Math.abs(value - a.f(x))).toBeLessThan(1e-14 * Math.max(1, Math.abs(x)));
    }
  });
});

describe('claims agree with the extrema of the theory file', () => {
  for (const [key, extrema] of Object.entries(theory.extrema)) {
    test(key, () => {
      const a = entries.find((entry) => entry.key === key)?.activation ?? findActivation(key);
      const lipschitz = Number(extrema.lipschitz_max_abs_df);
      if (lipschitz === Infinity) expect(a.claims.lipschitz).toBe(Infinity);
      else expect(a.claims.lipschitz / lipschitz).toBeCloseTo(1, 14);
      expect(a.df(0)).toBeCloseTo(extrema.df_at_0, 14);
      if (Array.isArray(extrema.argmax)) {
        for (const x of extrema.argmax)
          if (key !== 'hard_swish') expect(Math.abs(a.df(x))).toBeCloseTo(lipschitz, 14);
      }
      if (!Array.isArray(extrema.stationary_points)) return;
      for (const [x, value] of extrema.stationary_points as [number, number][]) {
        expect(a.f(x)).toBeCloseTo(value, 14);
        expect(Math.abs(a.df(x))).toBeLessThan(1e-14);
        if (value < 0) expect(a.claims.minimum![0]).toBeCloseTo(x, 14);
      }
    });
  }
});
