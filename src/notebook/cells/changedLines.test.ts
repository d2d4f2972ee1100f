import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from './changedLines.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 7 })
  .map((l) => `${l.join('\n')}\n`);
const split = (s: string) => s.replace(/\n$/, '').split('\n');

/** Length of the longest common subsequence, by trying every choice of lines. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [x, ...rest] = a;
  const at = b.indexOf(x!);
  const skipped = longestCommon(rest, b);
  return at < 0 ? skipped : Math.max(skipped, 1 + longestCommon(rest, b.slice(at + 1)));
}

const isSubsequence = (part: readonly string[], whole: readonly string[]): boolean => {
  let at = 0;
  for (const line of whole) if (line === part[at]) at += 1;
  return at === part.length;
};

describe('changed lines', () => {
  it('are the fewest whose absence leaves lines of the other text', () => {
    fc.assert(
      fc.property(text, text, (base, now) => {
        const lines = split(now);
        const changed = changedLines(base, now);
        const kept = lines.filter((_, i) => !changed.has(i + 1));
        expect(isSubsequence(kept, split(base))).toBe(true);
        const fewest = lines.length - longestCommon(split(base), lines);
        expect(changed.size).toBe(base === now ? 0 : Math.max(1, fewest));
      }),
      { numRuns: 500 },
    );
  });

  it('mark something when lines were only taken away', () => {
    expect([...changedLines('a\nb\nc\n', 'a\nc\n')]).toEqual([2]);
  });

  it('do not hang on very long texts', () => {
    const long = 'x\n'.repeat(100_000);
    expect(changedLines(long, `${long}y`).size).toBe(100_001);
  });
});
