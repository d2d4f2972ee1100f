/** Beyond this many lines a text counts as changed altogether: no cell of a book comes near. */
const mostLines = 1000;

/**
 * The lines of `text` that are not in `base`, by a longest common subsequence; the first line is 1. Where lines were
 * only taken away, the line after the gap counts.
 */
export function changedLines(base: string, text: string): Set<number> {
  const [from, to] = [split(base), split(text)];
  if (base === text) return new Set();
  if (from.length > mostLines || to.length > mostLines) return new Set(to.map((_, i) => i + 1));
  const common = commonLengths(from, to);
  const changed = new Set<number>();
  let gap: number | null = null;
  let i = 0;
  for (let j = 0; j < to.length; ) {
    if (i < from.length && from[i] === to[j]) {
      i += 1;
      j += 1;
    } else if (i < from.length && common[i + 1]![j]! >= common[i]![j + 1]!) {
      gap ??= Math.min(j + 1, to.length);
      i += 1;
    } else {
      changed.add(j + 1);
      j += 1;
    }
  }
  if (changed.size === 0) changed.add(gap ?? to.length);
  return changed;
}

const split = (text: string): string[] => text.replace(/\n+$/, '').split('\n');

/** `[i][j]`: how many lines the rests from line i and from line j have in common. */
function commonLengths(from: readonly string[], to: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1));
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const skip = Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
      table[i]![j] = from[i] === to[j] ? table[i + 1]![j + 1]! + 1 : skip;
    }
  }
  return table;
}
