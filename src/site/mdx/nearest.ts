/** Number of letters to change, add or drop to get from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidate spelled most like `word`, and up to `count` in all that a slip of the finger could have meant. */
export function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  const lower = word.toLowerCase();
  const slip = Math.max(2, word.length / 3);
  return [...candidates]
    .map((candidate) => ({ candidate, far: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
    .filter(({ far }, i) => i === 0 || (i < count && far <= slip))
    .map(({ candidate }) => candidate);
}

/** `; nearest: a, b, c`, or nothing when there are no candidates. */
export function nearestHint(word: string, candidates: Iterable<string>, count = 3): string {
  const found = nearest(word, candidates, count);
  return found.length === 0 ? '' : `; nearest: ${found.join(', ')}`;
}
