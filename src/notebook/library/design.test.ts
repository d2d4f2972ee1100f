import { describe, expect, test } from 'vitest';
import { activations } from '../../activations/index.ts';
import { createRandom } from '../../math/random.ts';
import * as design from './design.ts';

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

  test('gives He’s constant for ReLU written as code', () => {
    const { gradient } = design.scorecard((x) => Math.max(0, x));
    expect(gradient.sigmaW2).toBeCloseTo(2, 9);
    expect(gradient.chi).toBeCloseTo(1, 6);
    expect(said((x) => Math.max(0, x))['One corner']).toContain('at x = 0 from 0 to 1');
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
