import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { fixedPoint } from '../../network/theory/fixedPoint.ts';
import { activationFromFormula } from '../formula/index.ts';
import { type Averages, absolute, signed } from '../testing/powerMoments.ts';
import { findBreaks } from './breaks.ts';
import { findingsOf } from './findings.ts';
import type { Scalar } from './probe.ts';
import { verdicts } from './verdicts.ts';

const [INF, NAN] = [Number.POSITIVE_INFINITY, Number.NaN];

// f is |x − c|^p with the sign of x − c, without it, or 0 below c. By Stein's lemma E z f = E f′.
const odd = (p: number, c = 0): Averages => ({
  mean: signed(p, c),
  square: absolute(2 * p, c),
  slopeSquare: p > 0.5 ? p * p * absolute(2 * p - 2, c) : INF,
  linear: p * absolute(p - 1, c),
  growth: p * absolute(2 * p, c) + c * p * signed(2 * p - 1, c),
});
const even = (p: number, c = 0): Averages => ({
  ...odd(p, c),
  mean: absolute(p, c),
  linear: signed(p + 1, c) + c * absolute(p, c),
});
const right = (p: number, c = 0): Averages => {
  const half = (power: number) => (absolute(power, c) + signed(power, c)) / 2;
  return {
    mean: half(p),
    square: half(2 * p),
    slopeSquare: p > 0.5 ? p * p * half(2 * p - 2) : INF,
    linear: half(p + 1) + c * half(p),
    growth: p * half(2 * p) + c * p * half(2 * p - 1),
  };
};

/** First and second derivative at 0 to about 1e-8: a factor |x|^p becomes log |x| and log² |x|. */
const byPower = (g: (p: number) => number): [number, number] => {
  const h = 0.01;
  const [a, b, middle, d, e] = [g(-2 * h), g(-h), g(0), g(h), g(2 * h)];
  return [(8 * (d - b) - (e - a)) / (12 * h), (16 * (b + d) - (a + e) - 30 * middle) / (12 * h * h)];
};
const logarithm = (c: number): Averages => {
  const [mean, square] = byPower((p) => absolute(p, c));
  const [linear] = byPower((p) => signed(p + 1, c) + c * absolute(p, c));
  // z² = (z − c)² + 2c (z − c) + c².
  const [, spread] = byPower((p) => absolute(p + 2, c) + 2 * c * signed(p + 1, c) + c * c * absolute(p, c));
  return { mean, square, slopeSquare: INF, linear, growth: (spread - square) / 2 };
};
const timesLogarithm = (): Averages => {
  const [linear, square] = byPower((p) => absolute(2 + p));
  const [first, second] = byPower((p) => absolute(p));
  return { mean: 0, square, slopeSquare: second + 2 * first + 1, linear, growth: square + linear };
};
const none: Averages = { mean: NAN, square: INF, slopeSquare: INF, linear: NAN, growth: NAN };

const sgn = (x: number, p: number) => Math.sign(x) * Math.abs(x) ** p;
const tangent = (x: number, left: number, right: number) => ({ x, of: 'df', left, right });
const [rises, falls] = [(x: number) => tangent(x, INF, INF), (x: number) => tangent(x, -INF, -INF)];
const pole = (x: number) => ({ x, of: 'pole' });

/** Formula, the same as a function, its one steep place, and its averages. */
const steep: readonly (readonly [string, Scalar, object, Averages])[] = [
  ['sign(x)*sqrt(|x|)', (x) => sgn(x, 0.5), rises(0), odd(0.5)],
  ['x/|x|^0.5', (x) => x / Math.abs(x) ** 0.5, rises(0), odd(0.5)],
  ['|x|^0.3*sign(x)', (x) => sgn(x, 0.3), rises(0), odd(0.3)],
  ['|x|^0.6*sign(x)', (x) => sgn(x, 0.6), rises(0), odd(0.6)],
  ['|x|^0.9*sign(x)', (x) => sgn(x, 0.9), rises(0), odd(0.9)],
  ['-|x|^0.6*sign(x)', (x) => -sgn(x, 0.6), falls(0), { ...odd(0.6), linear: -odd(0.6).linear }],
  ['cbrt(x)', Math.cbrt, rises(0), odd(1 / 3)],
  ['cbrt(x - 1.7)', (x) => Math.cbrt(x - 1.7), rises(1.7), odd(1 / 3, 1.7)],
  ['sign(x-1.7)*sqrt(|x-1.7|)', (x) => sgn(x - 1.7, 0.5), rises(1.7), odd(0.5, 1.7)],
  ['sign(x-1.7)*|x-1.7|^0.55', (x) => sgn(x - 1.7, 0.55), rises(1.7), odd(0.55, 1.7)],
  ['sign(x-0.013)*|x-0.013|^0.6', (x) => sgn(x - 0.013, 0.6), rises(0.013), odd(0.6, 0.013)],
  ['sign(x+0.013)*|x+0.013|^0.3', (x) => sgn(x + 0.013, 0.3), rises(-0.013), odd(0.3, -0.013)],
  ['sqrt(|x|)', (x) => Math.sqrt(Math.abs(x)), tangent(0, -INF, INF), even(0.5)],
  ['|x-1.7|^0.7', (x) => Math.abs(x - 1.7) ** 0.7, tangent(1.7, -INF, INF), even(0.7, 1.7)],
  [
    'sqrt(max(0, x-0.013))',
    (x) => Math.sqrt(Math.max(0, x - 0.013)),
    tangent(0.013, 0, INF),
    right(0.5, 0.013),
  ],
  ['max(0, x)^0.7', (x) => Math.max(0, x) ** 0.7, tangent(0, 0, INF), right(0.7)],
  ['x == 0 ? 0 : x*log(|x|)', (x) => (x === 0 ? 0 : x * Math.log(Math.abs(x))), falls(0), timesLogarithm()],
  ['log(|x-0.013|)', (x) => Math.log(Math.abs(x - 0.013)), pole(0.013), logarithm(0.013)],
  ['log(|x-1.7|)', (x) => Math.log(Math.abs(x - 1.7)), pole(1.7), logarithm(1.7)],
  ['|x-0.013|^-0.2', (x) => Math.abs(x - 0.013) ** -0.2, pole(0.013), even(-0.2, 0.013)],
  ['1/sqrt(|x-1.7|)', (x) => 1 / Math.sqrt(Math.abs(x - 1.7)), pole(1.7), none],
  ['1/x', (x) => 1 / x, pole(0), none],
  ['1/(x-0.013)^2', (x) => 1 / (x - 0.013) ** 2, pole(0.013), none],
];

const normal = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const jump: Averages = { ...odd(0, 0.3), slopeSquare: 0, linear: 2 * normal(0.3), growth: 0 };

/** The same of functions without such a place; exact slopes at corners and jumps are told by the formula alone. */
const ordinary: readonly (readonly [string, Scalar, readonly object[], Averages])[] = [
  ['max(0, x)', (x) => Math.max(0, x), [{ x: 0, of: 'df' }], right(1)],
  ['|x|', Math.abs, [{ x: 0, of: 'df' }], even(1)],
  ['x*|x|', (x) => x * Math.abs(x), [{ x: 0, of: 'd2f' }], odd(2)],
  ['|x|^1.5*sign(x)', (x) => sgn(x, 1.5), [{ x: 0, of: 'd2f' }], odd(1.5)],
  ['x^3', (x) => x ** 3, [], odd(3)],
  ['sign(x-0.3)', (x) => Math.sign(x - 0.3), [{ x: 0.3, of: 'f', left: -1, right: 1 }], jump],
];

function judge(found: ReturnType<typeof findingsOf>, want: Averages, digits: number) {
  const { valid, zeroCentred, nonlinear, gradient } = found.card;
  const { square, mean } = want;
  const variance = square - mean ** 2;
  const close = (got: number, expected: number) => {
    if (Number.isFinite(expected)) expect(got).toBeCloseTo(expected, digits);
    else expect(got).toBe(expected);
  };
  close(zeroCentred.mean, mean);
  close(found.report.mean, mean);
  close(valid.square, square);
  close(zeroCentred.score, square === INF ? NAN : variance / square);
  close(nonlinear.index, square === INF ? NAN : 1 - want.linear ** 2 / variance);
  close(gradient.stability, square === INF ? NAN : want.growth / square);
  close(gradient.chi, square === INF ? NAN : want.slopeSquare / square);
}

/** The findings, for at most 400,000 calls of f. */
function findingsWithin(f: Scalar, more: object = {}) {
  let calls = 0;
  const found = findingsOf({
    ...more,
    f: (x) => {
      calls++;
      return f(x);
    },
  });
  expect(calls).toBeLessThan(400_000);
  return found;
}

describe.each(steep)('%s', (formula, f, place, averages) => {
  const { df, d2f, kinks, f: typed } = activationFromFormula(formula);
  it.each([
    ['with its derivatives', findingsWithin(typed, { df, d2f, kinks })],
    ['without', findingsWithin(f)],
  ])('is steep at one place and has its averages: %s', (_, found) => {
    expect(found.report.breaks).toHaveLength(1);
    expect(found.report.breaks[0]).toMatchObject(place);
    expect(found.report.steepest).toMatchObject({ lipschitz: INF });
    expect(found.card.gradient.lipschitz).toBe(INF);
    judge(found, averages, 6);
  });
});

describe.each(ordinary)('%s', (formula, f, breaks, averages) => {
  const { df, d2f, kinks, f: typed } = activationFromFormula(formula);
  it('is what it was', () => {
    const exact = findingsWithin(typed, { df, d2f, kinks });
    expect(exact.report.breaks).toMatchObject(breaks);
    judge(exact, averages, 12);
    expect(findingsWithin(f).report.breaks).toMatchObject(
      breaks.map((each) => ({ of: (each as { of: string }).of })),
    );
  });
});

describe('the verdicts', () => {
  const he = { kind: 'undefined', q: NAN, chi: NAN } as const;
  const heads = (formula: string) =>
    verdicts(findingsOf(activationFromFormula(formula)), he).map(({ head }) => head);
  it('on a root with a sign', () => {
    expect(heads('sign(x)*sqrt(|x|)')).toEqual([
      'Defined everywhere',
      'Bends',
      'Monotone',
      'Unbounded',
      'Does not saturate',
      'One vertical tangent',
      'No limit to the slope',
      'Zero-centred',
      'Leaves some inputs alone',
      'Gradients: χ = ∞',
      'Lengths: V′ = 0.5',
    ]);
  });
  it('on a logarithm', () => {
    expect(heads('log(|x-0.013|)')).toEqual(
      expect.arrayContaining(['One pole', 'No limit to the slope', 'Not zero-centred', 'Gradients: χ = ∞']),
    );
  });
});

describe('a steep place', () => {
  it('is found wherever it is, without derivatives', () => {
    const random = createRandom(3);
    for (let i = 0; i < 40; i++) {
      const [p, c] = [0.1 + 0.85 * random.uniform(), 18 * random.uniform() - 9];
      for (const [f, place] of [
        [(x: number) => 1 + sgn(x - c, p), tangent(c, INF, INF)],
        [(x: number) => Math.tanh(x) - Math.abs(x - c) ** p, tangent(c, INF, -INF)],
        [(x: number) => Math.abs(x - c) ** -p, pole(c)],
        [(x: number) => Math.log(Math.abs(x - c)), pole(c)],
      ] as const) {
        const breaks = findBreaks({ f });
        expect(breaks).toHaveLength(1);
        expect(breaks[0]).toMatchObject({ ...place, x: expect.closeTo(c, 10) });
      }
    }
  });
  it('is none where f only bends, beside a corner that rounding shifts included', () => {
    const random = createRandom(4);
    for (let i = 0; i < 40; i++) {
      const [c, size] = [10 * random.uniform() - 5, 10 ** (6 * random.uniform() - 3)];
      for (const bend of [
        (x: number) => Math.max(x, 0.1 * x),
        (x: number) => sgn(x, 1.1),
        (x: number) => Math.abs(x) ** 1.2,
        (x: number) => x / (1 + 20 * Math.abs(x)),
        (x: number) => Math.floor(x),
        (x: number) => Math.tanh(1e4 * x),
      ]) {
        for (const { left, right, of } of findBreaks({ f: (x) => size * bend(x - c) + 3 })) {
          expect(of).not.toBe('pole');
          expect(Math.abs(left + right)).toBeLessThan(INF);
        }
      }
    }
  });
  it('counts in averages at every width of the input', () => {
    // At the fixed point 2 E f² = q of He's weights, χ = 2 E f′².
    const [p, c] = [0.6, 1.7];
    const phi = activationFromFormula('sign(x-1.7)*|x-1.7|^0.6');
    const { q, chi } = fixedPoint(phi, { sigmaW2: 2 });
    const at = (power: number) => q ** (power / 2) * absolute(power, c / Math.sqrt(q));
    expect(2 * at(2 * p)).toBeCloseTo(q, 8);
    expect(chi).toBeCloseTo(2 * p * p * at(2 * p - 2), 6);
  });
});
