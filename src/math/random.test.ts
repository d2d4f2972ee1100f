import { describe, expect, test } from 'vitest';
import theory from '../../reference/theory.json' with { type: 'json' };
import { createRandom } from './random.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('createRandom', () => {
  test('gives the reference stream of uniforms', () => {
    const expected = theory.datasets.mulberry32_seed_1_first_uniforms;
    expect(draw(expected.length, createRandom(1).uniform)).toEqual(expected);
  });

  test('gives the reference stream of normals', () => {
    const expected = theory.datasets.mulberry32_seed_42_first_normals;
    const got = draw(expected.length, createRandom(42).normal);
    got.forEach((value, i) => {
      expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-15);
    });
  });

  test('takes seeds modulo 2^32 and refuses what is not an integer', () => {
    expect(createRandom(2 ** 32 + 5).uniform()).toBe(createRandom(5).uniform());
    expect(createRandom(-1).uniform()).toBe(createRandom(2 ** 32 - 1).uniform());
    expect(() => createRandom(0.5)).toThrow('invalid seed: 0.5; expected an integer');
    expect(() => createRandom(Number.NaN)).toThrow('invalid seed: NaN');
  });

  test('normals have mean 0, variance 1, kurtosis 3 within four standard errors', () => {
    const n = 100_000;
    const z = draw(n, createRandom(3).normal);
    const moment = (k: number) => z.reduce((sum, v) => sum + v ** k, 0) / n;
    expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
  });

  test('integers fill their range evenly', () => {
    const random = createRandom(9);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[random.integer(7)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    expect(() => random.integer(0)).toThrow('invalid bound: 0');
  });

  test('shuffle keeps every item, moves them, and repeats with the seed', () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const once = createRandom(4).shuffle([...items]);
    expect(createRandom(4).shuffle([...items])).toEqual(once);
    expect(once).not.toEqual(items);
    expect([...once].sort((a, b) => a - b)).toEqual(items);
    expect([...createRandom(4).shuffle(Int32Array.from(items))]).toEqual(once);
  });

  test('a fork neither repeats nor disturbs its parent beyond one step', () => {
    const parent = createRandom(8);
    const child = parent.fork();
    const twin = createRandom(8);
    twin.uniform();
    draw(10, child.uniform);
    expect(parent.uniform()).toBe(twin.uniform());
    expect(draw(5, child.uniform)).not.toEqual(draw(5, twin.uniform));
  });
});
