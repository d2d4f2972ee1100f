/** The candidate closest to `name` in single-letter edits (swaps count once), at most a third of its letters; else null. */
export function closest(name: string, candidates: readonly string[]): string | null {
  const wanted = name.slice(0, 40).toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase());
    // One letter can always be turned into another: that is no resemblance.
    if (edits < least && edits < candidate.length) [best, least] = [candidate, edits];
  }
  return best;
}

/** Optimal string alignment distance (Damerau 1964). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, rows[i - 2]![j - 2]! + 1);
      row.push(edits);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** Letters of other alphabets that look like a Latin one. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  х: 'x', Х: 'x', χ: 'x', е: 'e', р: 'p', а: 'a', о: 'o', с: 'c', і: 'i', ѕ: 's', ι: 'i', ο: 'o', ａ: 'a', ｘ: 'x', 'ı': 'i',
};

/** `name` with look-alike letters replaced by Latin ones, or null when it has none. */
export function latinise(name: string): string | null {
  const latin = [...name].map((letter) => (Object.hasOwn(LOOK_ALIKES, letter) ? LOOK_ALIKES[letter] : letter)).join('');
  return latin === name ? null : latin;
}

/** The parts of `xsigmoid` or `ax`, when `name` is known names written without a sign between them; else null. */
export function split(name: string, known: (part: string) => boolean): string[] | null {
  for (let cut = name.length - 1; cut > 0; cut--) {
    const head = name.slice(0, cut);
    if (!known(head)) continue;
    const tail = name.slice(cut);
    const rest = known(tail) ? [tail] : tail.length > 1 && tail.length < 20 ? split(tail, known) : null;
    if (rest) return [head, ...rest];
  }
  return null;
}
