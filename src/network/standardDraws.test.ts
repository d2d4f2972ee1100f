import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { type Init, initialise, weightDeviation } from './init.ts';
import { type DrawKind, randomAfter, StandardDraws } from './standardDraws.ts';

function take(draws: StandardDraws, kind: DrawKind, seed: number, count: number): Float32Array {
  const steps = draws.take(kind, seed, count);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const normal = { type: 'normal' } as const;

describe('StandardDraws', () => {
  it.each<[Init, DrawKind]>([
    [{ type: 'xavier' }, normal],
    [{ type: 'he' }, normal],
    [{ type: 'pytorch' }, { type: 'uniform' }],
    [
      { type: 'orthogonal', gain: 1.7 },
      { type: 'orthogonal', inputs: 6, width: 10 },
    ],
    [{ type: 'orthogonal' }, { type: 'orthogonal', inputs: 16, width: 10 }],
  ])('holds what $0.type draws, layer after layer', (init, kind) => {
    const first = kind.type === 'orthogonal' ? kind.inputs : 10;
    const values = take(new StandardDraws(), kind, 5, 10 * first + 200);
    const random = createRandom(5);
    let from = 0;
    for (const inputs of [first, 10, 10]) {
      const weights = new Float64Array(10 * inputs);
      initialise(init, weights, null, inputs, 10, random);
      const deviation = weightDeviation(init, inputs, 10);
      weights.forEach((w, i) => {
        expect(values[from + i]! * deviation).toBeCloseTo(w, 6);
      });
      from += weights.length;
    }
    // Whatever comes after them comes from the same place.
    expect(randomAfter(kind, 5, from).normal()).toBe(random.normal());
  });

  it('hands the same numbers on, also when more of them are asked for', () => {
    const draws = new StandardDraws();
    const few = take(draws, normal, 2, 100);
    expect(take(draws, normal, 2, 50)).toBe(few);
    const many = take(draws, normal, 2, 40_000);
    expect([...many.subarray(0, 100)]).toEqual([...few.subarray(0, 100)]);
    const whole = take(new StandardDraws(), normal, 2, 40_000);
    expect(many).toEqual(whole);
  });

  it('keeps the first seeds where there is no room for all, and draws the others again', () => {
    const draws = new StandardDraws(3 * 2 ** 14);
    const round = () => {
      draws.begin();
      return [1, 2, 3, 4, 5].map((seed) => take(draws, normal, seed, 2 ** 14));
    };
    const [before, after] = [round(), round()];
    for (const i of [0, 1, 2]) expect(after[i]).toBe(before[i]);
    for (const i of [3, 4]) expect(after[i]).toEqual(before[i]);
    expect(after[3]).not.toBe(before[3]);
  });

  it('keeps what takes long to draw rather than what does not', () => {
    const draws = new StandardDraws(2 ** 14);
    draws.begin();
    const normals = take(draws, normal, 1, 10);
    const orthogonal = { type: 'orthogonal', inputs: 4, width: 4 } as const;
    const matrices = take(draws, orthogonal, 7, 32);
    expect(take(draws, normal, 1, 10)).not.toBe(normals);
    expect(take(draws, orthogonal, 7, 32)).toBe(matrices);
  });

  it('makes room for a new round by dropping what no round asks for any more', () => {
    const draws = new StandardDraws(2 ** 14);
    draws.begin();
    take(draws, normal, 1, 10);
    for (let i = 0; i < 3; i++) draws.begin();
    const uniforms = take(draws, { type: 'uniform' }, 9, 10);
    draws.begin();
    take(draws, normal, 12, 10);
    expect(take(draws, { type: 'uniform' }, 9, 10)).toBe(uniforms);
  });
});
