/**
 * A seeded stream of random numbers (mulberry32, Tommy Ettinger, public domain): 32 bits of state, period 2^32.
 * The same seed gives the same stream in the build, the page, a worker and `reference/datasets.py`.
 */
export interface Random {
  /** The seed the stream started from. */
  readonly seed: number;
  /** Uniform on [0, 1): 32 random bits / 2^32. Takes one step of the stream. */
  uniform(): number;
  /**
   * Standard normal: sqrt(−2 ln u1) cos(2π u2) with u1 = 1 − uniform(), u2 = uniform() (Box & Muller 1958).
   * Takes two steps; the sine partner is discarded so that every implementation consumes the stream alike.
   */
  normal(): number;
  /** Uniform on {0, …, n − 1}, floor(n · uniform()); 1 ≤ n ≤ 2^32. Throws RangeError for any other n. */
  integer(n: number): number;
  /** True with probability p (default ½). */
  coin(p?: number): boolean;
  /** Shuffles `items` in place (Fisher–Yates, from the end) and returns it. */
  shuffle<T extends { readonly length: number; [index: number]: unknown }>(items: T): T;
  /** A new stream seeded with the next 32 bits of this one: independent parts of a model do not disturb each other. */
  fork(): Random;
}

/** Starts a stream at `seed`, an integer taken modulo 2^32. Throws RangeError when it is not an integer. */
export function createRandom(seed: number): Random {
  if (!Number.isInteger(seed)) throw new RangeError(`invalid seed: ${seed}; expected an integer`);
  let state = seed | 0;
  function bits(): number {
    // The increment and the two multiplications are those of the published generator.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  }
  function uniform(): number {
    return bits() / 4294967296;
  }
  function integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 4294967296) {
      throw new RangeError(`invalid bound: ${n}; expected an integer from 1 to 2^32`);
    }
    return Math.floor(n * uniform());
  }
  return {
    seed,
    uniform,
    normal() {
      const u1 = 1 - uniform();
      const u2 = uniform();
      return Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
    },
    integer,
    coin: (p = 0.5) => uniform() < p,
    shuffle(items) {
      const slots: { [index: number]: unknown } = items;
      for (let i = items.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [slots[i], slots[j]] = [slots[j], slots[i]];
      }
      return items;
    },
    fork: () => createRandom(bits()),
  };
}
