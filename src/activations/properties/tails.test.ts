import { describe, expect, it } from 'vitest';
import { findActivation } from '../index.ts';
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

describe('far beyond the interval that is searched', () => {
  // By hand: where the derivative vanishes, and what is there.
  it.each([
    ['x + x²/100', (x: number) => x + (x * x) / 100, -25, -50],
    ['(x − 20)²', (x: number) => (x - 20) ** 2, 0, 20],
    ['|x + 12| − 12', (x: number) => Math.abs(x + 12) - 12, -12, -12],
    ['x e^(x/20)', (x: number) => x * Math.exp(x / 20), -20 / Math.E, -20],
    ['sin 0.01x', (x: number) => Math.sin(0.01 * x), -1, -50 * Math.PI],
  ])('the lowest value of %s is found and attained', (_, f, value, x) => {
    const { min } = ends(f);
    expect(min.value).toBeCloseTo(value, 9);
    expect(min.x!).toBeCloseTo(x, 4);
  });
  it('slow swings are swings, and slow levels are levels', () => {
    expect(ends((x) => Math.sin(1e-4 * x)).left).toMatchObject({ kind: 'oscillates' });
    expect(ends((x) => 1e4 * Math.tanh(x / 1e4)).right).toMatchObject({ kind: 'saturates', level: 1e4 });
    expect(ends((x) => (1 + x * x) ** -0.1).left).toMatchObject({ kind: 'saturates', level: 0 });
    expect(ends((x) => 1 - 1 / Math.log(3 + x * x)).right).toMatchObject({ kind: 'saturates', level: 1 });
    expect(ends((x) => Math.log1p(Math.log1p(Math.abs(x)))).right).toEqual({ kind: 'grows', sign: 1 });
    expect(ends((x) => Math.sin(x) + 0.001 * x).right).toEqual({ kind: 'grows', sign: 1 });
  });
  it('poles without end swing ever wider', () => {
    for (const f of [Math.tan, (x: number) => 1 / Math.cos(x), (x: number) => Math.tan(x / 2)])
      expect(ends(f).right).toEqual({ kind: 'oscillates', low: none, high: inf });
    expect(ends((x) => 1 / ((x - 1) * (x - 2) * (x - 3))).right).toMatchObject({
      kind: 'saturates',
      level: 0,
    });
  });
  it('the slope is sought as well', () => {
    const swish = checkProperties({ f: (x) => x / (1 + Math.exp(-0.1 * x)) }).steepest;
    // The slope of x σ(x) is largest at 2.3994 with 1.09984.
    expect(swish.lipschitz).toBeCloseTo(1.09984, 4);
    expect(swish.x).toBeCloseTo(23.994, 0);
    for (const f of [Math.exp, Math.cosh, (x: number) => x ** 10])
      expect(checkProperties({ f }).steepest.lipschitz).toBe(inf);
    expect(checkProperties({ f: (x) => 1e7 * x }).steepest.lipschitz).toBeCloseTo(1e7, 0);
  });
});

it('what is 0 but for rounding is 0', () => {
  const relu = (x: number) => Math.max(0, x);
  const hat = checkProperties({ f: (x) => relu(x + 1) - 2 * relu(x) + relu(x - 1) });
  expect(hat.range.min.value).toBe(0);
  expect(hat.range.max).toEqual({ value: 1, x: 0 });
  expect(ends((x) => Math.cos(x) ** 2).min.value).toBe(0);
});

it('two corners in one cell of the search are seen', () => {
  const { breaks } = checkProperties({
    f: (x) => Math.min(1, Math.max(-1, 1000 * x)),
    df: (x) => (Math.abs(x) < 1e-3 ? 1000 : 0),
  });
  expect(breaks.map(({ x, of }) => [x, of])).toEqual([
    [-0.001, 'df'],
    [0.001, 'df'],
  ]);
});

it('stretches on which rounding alone makes f equal to x are no fixed points', () => {
  const { fixedPoints } = checkProperties(findActivation('gelu'));
  expect(fixedPoints).toMatchObject([{ kind: 'point', x: 0 }]);
  expect(checkProperties(findActivation('relu')).fixedPoints).toMatchObject([
    { kind: 'stretch', from: 0, to: 10 },
  ]);
});

it('a slope that grows like a logarithm has no limit', () => {
  const report = checkProperties({ f: (x) => x * Math.log1p(Math.abs(x)) });
  expect(report.steepest.lipschitz).toBe(inf);
});

it('powers between one and two have a slope at 0, and no corner', () => {
  for (const p of [4 / 3, 1.2, 1.5]) {
    const { breaks } = checkProperties({
      f: (x) => Math.abs(x) ** p,
      df: (x) => p * Math.sign(x) * Math.abs(x) ** (p - 1),
    });
    expect(breaks).toEqual([]);
  }
  const bent = {
    f: (x: number) => x * x + 1e-3 * Math.abs(x),
    df: (x: number) => 2 * x + 1e-3 * Math.sign(x),
  };
  expect(checkProperties(bent).breaks).toMatchObject([{ x: 0, of: 'df' }]);
});
