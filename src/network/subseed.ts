/**
 * An integer seed that depends on every bit of `seed` and of each part: a stream for one step, epoch or layer can be
 * started anywhere without replaying the ones before it, so a resumed run needs no generator state.
 * The mixing is MurmurHash3's 32-bit finaliser (Austin Appleby, public domain).
 */
export function subseed(seed: number, ...parts: readonly number[]): number {
  let h = seed | 0;
  for (const part of parts) {
    h = Math.imul(h ^ part, 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return h >>> 0;
}
