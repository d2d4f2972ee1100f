import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { findActivation } from '../index.ts';
import { checkProperties } from './check.ts';

describe('checkProperties survives', () => {
  it('functions that throw', () => {
    const report = checkProperties({
      f: (x) => {
        if (x > 2) throw new Error('no such luck');
        return x;
      },
    });
    expect(report.reliable).toBe(false);
    expect(report.failure!.message).toBe('threw no such luck');
    expect(report.failure!.x).toBeGreaterThan(2);
  });
  it('functions that always throw, or return no number', () => {
    expect(
      checkProperties({
        f: () => {
          throw null;
        },
      }).failure!.message,
    ).toBe('threw null');
    const text = checkProperties({ f: (() => 'seven') as never });
    expect(text.failure!.message).toBe('returned a string; expected a number');
    expect(text.range.min.value).toBeNaN();
  });
  it('errors that throw when they are asked why', () => {
    const trap = () => {
      throw new Error('nested');
    };
    for (const error of [
      new Proxy({}, { getPrototypeOf: trap, get: trap }),
      Object.defineProperty(new Error('outer'), 'message', { get: trap }),
      Object.assign(new Error('outer'), { message: Symbol('why') }),
    ]) {
      const report = checkProperties({
        f: () => {
          throw error;
        },
      });
      expect(report.failure!.message).toBe('threw an error without a message');
    }
  });
  it('recursion without end', () => {
    let calls = 0;
    const endless = (x: number): number => endless(x) + 1;
    const report = checkProperties({
      f: (x) => {
        calls++;
        return endless(x);
      },
    });
    expect(report.failure!.message).toMatch(/^threw .*(call stack|recursion)/);
    expect(report.reliable).toBe(false);
    expect(calls).toBe(32);
  });
  it('a derivative that is never a number', () => {
    const report = checkProperties({ f: Math.tanh, df: () => Number.NaN });
    expect(report.steepest.lipschitz).toBeNaN();
    expect(report.reliable).toBe(false);
  });
  it('roots, which grow slowly', () => {
    const { left, right } = checkProperties({ f: Math.cbrt }).saturation;
    expect([left, right]).toEqual([
      { kind: 'grows', sign: -1 },
      { kind: 'grows', sign: 1 },
    ]);
  });
  it('NaN everywhere, and says where it begins', () => {
    expect(checkProperties({ f: () => Number.NaN })).toMatchObject({ notFinite: -10, reliable: false });
    const root = checkProperties({ f: Math.sqrt });
    expect(root.notFinite).toBe(-10);
    expect(root.mean).toBeNaN();
    expect(root.saturation.left.kind).toBe('undefined');
  });
  it('poles', () => {
    const report = checkProperties({ f: (x) => 1 / (x - 2) });
    expect(report.breaks).toMatchObject([{ x: 2, of: 'pole' }]);
    expect(report.range).toEqual({ min: { value: -Infinity, x: null }, max: { value: Infinity, x: null } });
    expect(report.steepest.lipschitz).toBe(Number.POSITIVE_INFINITY);
    expect(checkProperties({ f: Math.tan }).breaks.filter(({ of }) => of === 'pole')).toHaveLength(6);
  });
  it.each([
    ['1/(x − 2)²', (x: number) => 1 / (x - 2) ** 2, (x: number) => -2 / (x - 2) ** 3],
    ['1/|x − 2|', (x: number) => 1 / Math.abs(x - 2), (x: number) => (x < 2 ? 1 : -1) / (x - 2) ** 2],
  ])('poles that leave and return on the same side: %s', (_, f, df) => {
    for (const report of [checkProperties({ f }), checkProperties({ f, df })]) {
      expect(report.breaks).toMatchObject([{ x: 2, of: 'pole' }]);
      expect(report.smoothness).toBe('discontinuous');
      expect(report.range.max.value).toBe(Number.POSITIVE_INFINITY);
      expect(report.steepest.lipschitz).toBe(Number.POSITIVE_INFINITY);
    }
  });
  it.each([
    ['the cube root', Math.cbrt, (x: number) => 1 / (3 * Math.cbrt(x) ** 2), 0, Infinity, Infinity],
    [
      'a root that begins',
      (x: number) => Math.sqrt(Math.max(0, x - 2.5)),
      (x: number) => (x > 2.5 ? 0.5 / Math.sqrt(x - 2.5) : 0),
      2.5,
      0,
      Infinity,
    ],
    [
      'a cusp',
      (x: number) => Math.sqrt(Math.abs(x + 0.3)),
      (x: number) => (0.5 * Math.sign(x + 0.3)) / Math.sqrt(Math.abs(x + 0.3)),
      -0.3,
      -Infinity,
      Infinity,
    ],
  ])('vertical tangents: %s', (_, f, df, x, left, right) => {
    for (const report of [checkProperties({ f }), checkProperties({ f, df })]) {
      expect(report.breaks).toEqual([{ x, of: 'df', left, right }]);
      expect(report.smoothness).toBe('kinked');
      expect(report.steepest).toEqual({ lipschitz: Number.POSITIVE_INFINITY, x });
    }
  });
  it('a wall between two nodes of the search', () => {
    const f = (x: number) => Math.tanh(1e5 * (x - 1.23));
    const exact = checkProperties({ f, df: (x) => 1e5 * (1 - f(x) ** 2) });
    expect(exact.steepest.lipschitz / 1e5).toBeCloseTo(1, 6);
    expect(exact.steepest.x).toBeCloseTo(1.23, 6);
    expect(checkProperties({ f }).steepest.lipschitz).toBeGreaterThan(5e4);
  });
  it('jumps', () => {
    const report = checkProperties({ f: (x) => (x < 0.3 ? -1 : x), df: (x) => (x < 0.3 ? 0 : 1) });
    expect(report.breaks).toHaveLength(1);
    expect(report.breaks[0]).toMatchObject({ x: 0.3, of: 'f', left: -1 });
    expect(report.smoothness).toBe('discontinuous');
  });
  it('jumps everywhere, within the budget', () => {
    const wild = checkProperties({ f: (x) => (Math.floor(x * 1e6) % 2 === 0 ? 1 : -1) }, { budget: 100_000 });
    expect(wild.evaluations).toBeLessThanOrEqual(100_000);
    expect(wild.smoothness).toBe('discontinuous');
  });
  it('randomness', () => {
    let state = 1;
    const report = checkProperties({
      f: (x) => {
        state = (state * 16807) % 2147483647;
        return x + state / 2 ** 31;
      },
    });
    expect(report.random!.values[0]).not.toBe(report.random!.values[1]);
    expect(report.reliable).toBe(false);
  });
  it('randomness, whatever the luck, also where it begins late', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = createRandom(seed);
      expect(checkProperties({ f: (x) => x + random.uniform() }, { interval: [-2, 2] }).reliable).toBe(false);
      let calls = 0;
      const late = checkProperties({ f: (x) => (calls++ < 200 ? x : x + random.normal()) });
      expect(late.interval).toEqual([-10, 10]);
    }
  });
  it('a memory of earlier calls', () => {
    let flip = 1;
    expect(
      checkProperties({
        f: (x) => {
          flip = -flip;
          return flip * x;
        },
      }).random,
    ).not.toBeNull();
  });
  it('explosions', () => {
    const report = checkProperties({ f: (x) => Math.exp(x * x), df: (x) => 2 * x * Math.exp(x * x) });
    expect(report.steepest.lipschitz).toBe(Number.POSITIVE_INFINITY);
    expect(report.range.min).toMatchObject({ value: 1 });
  });
  it('an interval without length', () => {
    expect(() => checkProperties({ f: Math.sin }, { interval: [1, 1] })).toThrow('invalid interval: [1, 1]');
  });
});

describe('checkProperties looks nowhere but in its interval', () => {
  it.each([
    [1, 1 + 1e-4],
    [0, 0.01],
    [-5, -1],
    [3, 8],
    [-2e6, 3e6],
  ])('[%d, %d]', (a, b) => {
    const third = a + (b - a) / 3;
    const { breaks, direction, fixedPoints, steepest } = checkProperties(
      { f: (x) => (x > third ? 3 * x - 2 * third : x), df: (x) => (x > third ? 3 : 1) },
      { interval: [a, b] },
    );
    expect(breaks).toMatchObject([{ of: 'df', left: 1, right: 3 }]);
    expect(breaks[0]!.x / third).toBeCloseTo(1, 12);
    expect(direction).toEqual({ kind: 'increasing', strictly: true });
    expect(fixedPoints).toMatchObject([{ kind: 'stretch', from: a }]);
    expect(steepest.lipschitz).toBe(3);
  });
  it('and finds no fixed point outside', () => {
    const report = (interval: [number, number]) => checkProperties(findActivation('tanh'), { interval });
    expect(report([-5, -1]).fixedPoints).toEqual([]);
    expect(report([-1, 5]).fixedPoints).toMatchObject([{ x: 0 }]);
    expect(checkProperties({ f: (x) => Math.abs(x - 10.0005) }).breaks).toEqual([]);
  });
});

describe('checkProperties without f′', () => {
  it('finds kinks where they are', () => {
    const { breaks } = checkProperties({ f: (x) => Math.abs(x - 1.7) + Math.max(0, x + 4) });
    expect(breaks.map(({ of }) => of)).toEqual(['df', 'df']);
    expect(breaks[0]!.x).toBeCloseTo(-4, 5);
    expect(breaks[1]!.x).toBeCloseTo(1.7, 5);
  });
  it('finds curvature jumps', () => {
    const { breaks, smoothness } = checkProperties({ f: (x) => (x > 1 ? (x - 1) ** 2 : 0) });
    expect(smoothness).toBe('curvature jumps');
    expect(breaks[0]!.x).toBeCloseTo(1, 2);
  });
});
