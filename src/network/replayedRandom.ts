import { createRandom, type Random } from '../math/random.ts';

interface Pool {
  normals: Float64Array;
  filled: number;
}

// 32 MB in all: the weights of some ten networks of 100 layers of 64.
const mostNumbers = 2 ** 22;
// mulberry32 counts up by this constant and hashes the count, so a stream can be entered at any step.
const increment = 0x6d2b79f5;

const pools = new Map<number, Pool>();

/**
 * The same stream as `createRandom(seed)`, number for number, that remembers the normals it has drawn: while a reader
 * drags the spread of a deep network's weights, the draws behind them stay and only their scale changes.
 */
export function createReplayedRandom(seed: number): Random {
  if (!Number.isInteger(seed)) throw new RangeError(`invalid seed: ${seed}; expected an integer`);
  const pool = poolOf(seed);
  let taken = 0;
  let live: Random | null = null;
  const leavePool = () => {
    live ??= createRandom(skipSteps(seed, 2 * taken));
    return live;
  };
  return {
    seed,
    normal() {
      if (live !== null) return live.normal();
      if (taken === pool.filled && !extend(seed, pool)) return leavePool().normal();
      return pool.normals[taken++]!;
    },
    uniform: () => leavePool().uniform(),
    integer: (n) => leavePool().integer(n),
    coin: (p) => leavePool().coin(p),
    shuffle: (items) => leavePool().shuffle(items),
    fork: () => leavePool().fork(),
  };
}

/** The seed whose stream is that of `seed` after so many steps; a normal takes two. */
export const skipSteps = (seed: number, steps: number): number =>
  ((seed | 0) + Math.imul(increment, steps)) | 0;

/** The pool of a seed, made the last to be dropped. */
function poolOf(seed: number): Pool {
  const pool = pools.get(seed) ?? { normals: new Float64Array(0), filled: 0 };
  pools.delete(seed);
  pools.set(seed, pool);
  return pool;
}

/** Doubles a full pool, dropping the pools not used for longest; false when it would be larger than all may be together. */
function extend(seed: number, pool: Pool): boolean {
  const length = Math.max(1024, 2 * pool.filled);
  if (length > mostNumbers) return false;
  let total = length;
  for (const [other, { filled }] of [...pools].reverse()) {
    if (other === seed) continue;
    total += filled;
    if (total > mostNumbers) pools.delete(other);
  }
  const random = createRandom(skipSteps(seed, 2 * pool.filled));
  const normals = new Float64Array(length);
  normals.set(pool.normals);
  for (let i = pool.filled; i < length; i++) normals[i] = random.normal();
  pool.normals = normals;
  pool.filled = length;
  return true;
}
