import { describe, expect, test } from 'vitest';
import { activations } from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import * as design from './design.ts';
import * as dual from './dualNumbers.ts';

const said = (candidate: design.Examinable): Record<string, string> =>
  Object.fromEntries(design.verdicts(candidate).map(({ property, witness }) => [property, witness]));

describe('design', () => {
  test('reads a formula with exact derivatives', () => {
    const cube = design.fromFormula('x^3', 'cube');
    expect([cube.label, cube.f(2), cube.df(2), cube.d2f(2)]).toEqual(['cube', 8, 12, 12]);
  });

  test.each(['relu', 'tanh', 'gelu', 'step', 'mish'])('finds of bare code what it knows of %s', (id) => {
    const known = activations.find((each) => each.id === id)!;
    const [bare, exact] = [design.scorecard(known.f), design.scorecard(known)];
    expect(bare.gradient.chi).toBeCloseTo(exact.gradient.chi, 6);
    expect(bare.zeroCentred.mean).toBeCloseTo(exact.zeroCentred.mean, 8);
    expect(bare.nonlinear.index).toBeCloseTo(exact.nonlinear.index, 6);
    expect(bare.differentiable.score).toBe(exact.differentiable.score);
    const heads = (rows: ReturnType<typeof design.verdicts>) => rows.map(({ property }) => property);
    expect(heads(design.verdicts(known.f))).toEqual(heads(design.verdicts(known)));
  });

  test.each<[string, (x: dual.Dual) => dual.Dual | number]>([
    ['silu', (x) => dual.mul(x, dual.sigmoid(x))],
    ['relu', (x) => dual.max(0, x)],
    ['relu', (x) => (x.v > 0 ? x : 0)],
    ['tanh', dual.tanh],
    ['gelu', (x) => dual.mul(x, 0.5, dual.add(1, dual.erf(dual.div(x, Math.SQRT2))))],
    ['elu', (x) => (x.v > 0 ? x : dual.sub(dual.exp(x), 1))],
  ])('takes %s written in dual numbers with exact derivatives', (id, lifted) => {
    const known = activations.find((each) => each.id === id)!;
    const [got, want] = [design.scorecard(lifted), design.scorecard(known)];
    for (const name of ['chi', 'decades', 'stability', 'lipschitz', 'zeroShare'] as const)
      expect(got.gradient[name]).toBeCloseTo(want.gradient[name], 12);
    expect(got.zeroCentred.mean).toBeCloseTo(want.zeroCentred.mean, 13);
    expect(got.differentiable.score).toBe(want.differentiable.score);
    expect(design.check(lifted).breaks).toEqual(design.check(known).breaks);
    const heads = (rows: ReturnType<typeof design.verdicts>) => rows.map(({ property }) => property);
    expect(heads(design.verdicts(lifted))).toEqual(heads(design.verdicts(known)));
  });

  test.each<[string, (x: number) => number]>([
    ['leaky_relu', (x) => (x < 0 ? 0.01 * x : x)],
    ['elu', (x) => (x > 0 ? x : Math.expm1(x))],
    ['identity', (x) => x],
  ])('takes plain code of %s for what it is, although it hands on what it is given', (id, plain) => {
    const known = activations.find((each) => each.id === id)!;
    expect(design.scorecard(plain).gradient.chi).toBeCloseTo(design.scorecard(known).gradient.chi, 6);
  });

  test('K6.4: b = −E x σ(ax) makes the mean of x σ(ax) + b vanish; Z rises to 1, D50 moves', () => {
    const card = (a: number, b: number) =>
      design.scorecard((x: dual.Dual) => dual.add(dual.mul(x, dual.sigmoid(dual.mul(a, x))), b));
    const silu = activations.find(({ id }) => id === 'silu')!;
    const before = card(1, 0);
    expect(before.gradient.decades).toBeCloseTo(design.scorecard(silu).gradient.decades, 12);
    const after = card(1, -before.zeroCentred.mean);
    expect(Math.abs(after.zeroCentred.mean)).toBeLessThan(1e-15);
    expect([before.zeroCentred.score, after.zeroCentred.score].map((z) => z.toFixed(3))).toEqual([
      '0.880',
      '1.000',
    ]);
    expect(after.gradient.decades).toBeGreaterThan(before.gradient.decades + 1);
  });

  test('says so when a function of dual numbers forgets itself', () => {
    const odd = (x: dual.Dual) => (x.v > 2 ? ('two' as never) : dual.exp(x));
    expect(said(odd)['Fails']).toMatch(/^f\(.*\) returned a string; expected a number\.$/);
    expect(design.check((x: dual.Dual) => dual.div(1, dual.sub(x, 2))).breaks).toMatchObject([
      { x: 2, of: 'pole' },
    ]);
  });

  test('gives He’s constant for ReLU written as code', () => {
    const { gradient } = design.scorecard((x) => Math.max(0, x));
    expect(gradient.sigmaW2).toBeCloseTo(2, 9);
    expect(gradient.chi).toBeCloseTo(1, 6);
    expect(said((x) => Math.max(0, x))['One corner']).toContain('at x = 0 from 0 to 1');
  });

  test.each(activations.map((each) => [each.id, each] as const))(
    'foresees the same of He’s weights for %s written as code',
    (_, known) => {
      const he = 'From He’s weights';
      expect(said(known.f)[he]).toBe(said(known)[he]);
    },
  );

  test.each<[string, (x: number) => number, string]>([
    ['ReLU', (x) => Math.max(0, x), 'a signal keeps its length, whatever that is, with χ = 1.'],
    ['leaky ReLU', (x) => Math.max(x / 4, x), 'a signal grows without end, with χ = 1.06.'],
    ['|x|', Math.abs, 'a signal grows without end, with χ = 2.'],
    ['a clipped ReLU', (x) => Math.min(Math.max(0, x), 6), 'a signal dies away with depth, with χ = 1.'],
    // E φ′² = (0.5² + 0)/2 where the signal is short.
    [
      'half a bent line',
      (x) => Math.max(0, Math.tanh(x / 2)),
      'a signal dies away with depth, with χ = 0.25.',
    ],
    ['x + sin²x', (x) => x + Math.sin(x) ** 2, 'a signal grows without end, with χ = 3.'],
    ['x sin x', (x) => x * Math.sin(x), 'a signal grows without end.'],
    ['x |sin x|', (x) => x * Math.abs(Math.sin(x)), 'a signal grows without end.'],
  ])('knows both slopes at the corner, and the waves far out, of %s written as code', (_, f, fate) => {
    expect(said(f)['From He’s weights']).toBe(`With σ² = 2 instead ${fate}`);
  });

  test('catches a random function with two answers to one input', () => {
    const draw = createRandom(5);
    const random = (): number => draw.uniform();
    const words = said(random);
    expect(Object.keys(words)).toEqual(['Random']);
    expect(words['Random']).toMatch(/^f\(−?[\d.]+\) was 0\.\d+, and then 0\.\d+\./);
    expect(() => design.scorecard(random)).toThrow(/^invalid function: f\(.*\) was .* and then .*; expected/);
    expect(design.check(random).reliable).toBe(false);
  });

  test('says where a function throws, and what', () => {
    const words = said((x) => {
      if (x > 2) throw new Error('no luck');
      return x;
    });
    expect(words['Fails']).toMatch(/^f\(2\.\d+\) threw no luck\.$/);
    expect(words['Not defined everywhere']).toBeDefined();
  });

  test.each<[string, () => never | number]>([
    ['NaN', () => Number.NaN],
    ['an infinity', () => Number.POSITIVE_INFINITY],
    ['a text', () => 'seven' as never],
    [
      'an error',
      () => {
        throw null;
      },
    ],
  ])('answers a function that is %s everywhere', (_, f) => {
    expect(said(f)['Not defined everywhere']).toContain('f(−30)');
    expect(design.scorecard(f).valid).toMatchObject({ holds: false, x: -30 });
  });

  test('asks a function so often, and no more', () => {
    let calls = 0;
    design.verdicts((x) => {
      calls++;
      return Math.sin(1000 * x) * Math.abs(x);
    });
    expect(calls).toBeLessThan(1.5e6);
  });

  test.each([
    [7, 'invalid function: a number'],
    [null, 'invalid function: null'],
    [{ f: 1 }, 'invalid function: an object'],
  ])('refuses %j', (given, message) => {
    for (const ask of [design.check, design.verdicts, design.scorecard])
      expect(() => ask(given as never)).toThrow(message);
  });

  test('raises powers of ten', () => {
    expect(said((x) => 1e-9 * x)['Out of scale']).toContain('Between 10⁻⁶ and 10⁶');
  });
});
