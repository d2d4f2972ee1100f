import { describe, expect, it } from 'vitest';
import { checkProperties } from './check.ts';

const [inf, none] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const ends = (f: (x: number) => number) => {
  const { range, saturation } = checkProperties({ f });
  return { min: range.min, max: range.max, ...saturation };
};

describe('functions that swing', () => {
  // The infimum and supremum over the whole line, by hand.
  it.each([
    ['sin 2πx', (x: number) => Math.sin(2 * Math.PI * x), -1, 1],
    ['sin', Math.sin, -1, 1],
    ['the fractional part', (x: number) => x - Math.floor(x), 0, 1],
    ['x sin x', (x: number) => x * Math.sin(x), none, inf],
    ['x cos x', (x: number) => x * Math.cos(x), none, inf],
    ['x sin 40x', (x: number) => x * Math.sin(40 * x), none, inf],
    ['x² sin x', (x: number) => x * x * Math.sin(x), none, inf],
    ['|x| sin² x', (x: number) => Math.abs(x) * Math.sin(x) ** 2, 0, inf],
    ['sin x ln(1 + |x|)', (x: number) => Math.sin(x) * Math.log1p(Math.abs(x)), none, inf],
    ['∛x sin x', (x: number) => Math.cbrt(x) * Math.sin(x), none, inf],
  ])('%s', (_, f, low, high) => {
    const { min, max, left, right } = ends(f);
    expect([left.kind, right.kind]).toEqual(['oscillates', 'oscillates']);
    for (const [bound, want] of [
      [min, low],
      [max, high],
    ] as const) {
      if (Number.isFinite(want)) expect(bound.value).toBeCloseTo(want, 9);
      else expect(bound).toEqual({ value: want, x: null });
    }
  });
  it('keep their witnesses near 0', () => {
    const { min, max } = ends(Math.sin);
    expect([min.x! / Math.PI, max.x! / Math.PI]).toEqual([expect.closeTo(-0.5, 7), expect.closeTo(0.5, 7)]);
    expect(checkProperties({ f: Math.sin, df: Math.cos }).steepest).toEqual({
      lipschitz: 1,
      x: expect.closeTo(0, 7),
    });
  });
  it('approach the far side of a jump, and attain the near one', () => {
    expect(ends((x) => x - Math.floor(x))).toMatchObject({
      min: { value: 0, x: 0 },
      max: { value: 1, x: null },
    });
  });
  it('fade to a level, or about a line', () => {
    const sinc = (x: number) => (x === 0 ? 1 : Math.sin(x) / x);
    expect(ends(sinc).right).toMatchObject({ kind: 'saturates', level: 0 });
    expect(ends((x) => Math.sin(x) / Math.sqrt(1 + Math.abs(x))).left).toMatchObject({
      kind: 'saturates',
      level: 0,
    });
    expect(ends((x) => 2 + sinc(x)).right.kind).toBe('saturates');
    expect(ends((x) => x + sinc(x)).right).toMatchObject({ kind: 'straight', slope: 1 });
  });
  it('follow no line that they keep swinging about', () => {
    for (const f of [Math.floor, (x: number) => x + 0.1 * Math.sin(2 * Math.PI * x)]) {
      const { left, right } = ends(f);
      expect([left, right]).toEqual([
        { kind: 'grows', sign: -1 },
        { kind: 'grows', sign: 1 },
      ]);
    }
  });
});

describe('levels', () => {
  it.each([
    ['tanh 3x', (x: number) => Math.tanh(3 * x), -1, 1],
    ['a steep sigmoid', (x: number) => 1 / (1 + Math.exp(-4 * x)), 0, 1],
    ['a Gaussian', (x: number) => -Math.exp(-x * x), null, 0],
  ])('are approached, though rounding reaches them: %s', (_, f, low, high) => {
    const { min, max } = ends(f);
    if (low !== null) expect(min).toEqual({ value: low, x: null });
    expect(max).toEqual({ value: high, x: null });
  });
  it.each([
    ['a clip', (x: number) => Math.min(6, Math.max(0, x)), 0, 6],
    ['a smooth step', (x: number) => ((t) => t * t * (3 - 2 * t))(Math.min(1, Math.max(0, x))), 0, 1],
    ['a jump', (x: number) => (x < 0.3 ? -2 : 2), -2, 2],
  ])('are attained by what lands on them: %s', (_, f, low, high) => {
    const { min, max } = ends(f);
    expect([min.value, max.value]).toEqual([low, high]);
    expect([f(min.x!), f(max.x!)]).toEqual([low, high]);
  });
  it('of slow powers are 0, and not what an estimate leaves', () => {
    expect(ends((x) => 1 / Math.sqrt(1 + Math.abs(x)))).toMatchObject({
      min: { value: 0, x: null },
      left: { kind: 'saturates', level: 0 },
    });
    expect(ends((x) => Math.sqrt(x * x + 4) - x).right).toMatchObject({ kind: 'saturates', level: 0 });
  });
});

it('rounding is no rest', () => {
  expect(checkProperties({ f: (x) => Math.tanh(3 * x) }).direction).toEqual({
    kind: 'increasing',
    strictly: true,
  });
  const clip = (x: number) => Math.min(1, Math.max(-1, x));
  expect(checkProperties({ f: clip }).direction).toEqual({ kind: 'increasing', strictly: false });
});

describe('formulas that overflow', () => {
  it('are judged by what they do before', () => {
    const { left, right } = ends((x) => Math.log(1 + Math.exp(x)));
    expect(left).toMatchObject({ kind: 'saturates', level: 0 });
    expect(right).toMatchObject({ kind: 'straight', slope: 1, intercept: 0, until: { value: inf } });
    // ln of the largest double.
    expect(right.until!.x).toBeCloseTo(709.7827, 3);
  });
  it('tanh from exponentials saturates until it is no number', () => {
    const { min, max, left } = ends((x) => (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x)));
    expect([min.value, max.value]).toEqual([-1, 1]);
    expect(left).toMatchObject({ kind: 'saturates', level: -1, until: { value: Number.NaN } });
  });
  it('have no known bound where they stop before', () => {
    const { min, max } = ends((x) => (x > 20.001 ? Number.NaN : x));
    expect([min, max]).toEqual([
      { value: none, x: null },
      { value: Number.NaN, x: null },
    ]);
  });
});

it('a slope that grows like a logarithm has no limit', () => {
  const report = checkProperties({ f: (x) => x * Math.log1p(Math.abs(x)) });
  expect(report.steepest.lipschitz).toBe(inf);
});
