import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../math/random.ts';
import { createReplayedRandom } from './replayedRandom.ts';

/** Normals with every other kind of draw mixed in after `calm` of them. */
function draw(random: Random, calm: number): number[] {
  const numbers = Array.from({ length: calm }, () => random.normal());
  numbers.push(
    random.uniform(),
    random.normal(),
    random.integer(7),
    random.normal(),
    Number(random.coin(0.3)),
  );
  numbers.push(...random.shuffle([1, 2, 3, 4, 5]), random.fork().uniform(), random.normal());
  return numbers;
}

describe('createReplayedRandom', () => {
  it.each([1, 42, -5, 4294967295])(
    'is the stream of createRandom(%i), the first time and the next',
    (seed) => {
      for (const calm of [0, 1, 1023, 1024, 1025, 5000, 3]) {
        expect(draw(createReplayedRandom(seed), calm)).toEqual(draw(createRandom(seed), calm));
      }
    },
  );

  it('keeps two readers of one seed apart', () => {
    const [a, b] = [createReplayedRandom(9), createReplayedRandom(9)];
    const first = [a.normal(), a.normal(), b.normal(), a.normal(), b.normal()];
    const c = createRandom(9);
    const [x, y, z] = [c.normal(), c.normal(), c.normal()];
    expect(first).toEqual([x, y, x, z, y]);
  });

  it('wants an integer seed', () => {
    expect(() => createReplayedRandom(0.5)).toThrow('invalid seed: 0.5; expected an integer');
  });

  it('goes on when there is no room to remember more', () => {
    const count = 2 ** 22 + 10;
    const last = (random: Random) => {
      let x = 0;
      for (let i = 0; i < count; i++) x = random.normal();
      return x;
    };
    expect(last(createReplayedRandom(3))).toBe(last(createRandom(3)));
  });
});
