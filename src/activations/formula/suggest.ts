/** What to write instead of an unknown name, as a clause; null without a good guess. */
export function nearestName(text: string, names: readonly string[]): string | null {
  const latin = latinise(text);
  if (latin && names.includes(latin)) return `this looks like ${latin} but is from another alphabet`;
  if (/^x\d+$/.test(text)) return `did you mean x^${text.slice(1)} or ${text.slice(1)}x?`;
  const parts = text.length < 20 ? split(text, (part) => names.includes(part)) : null;
  if (parts) return `did you mean ${parts.join(' * ')}?`;
  const near = closest(text, names);
  return near && `did you mean ${near}?`;
}

/** A name as an error shows it: a letter that only looks Latin with its code point. */
export function describeName(text: string): string {
  const foreign = [...text].find((letter) => latinise(letter) !== null);
  if (foreign === undefined) return shorten(text);
  const code = foreign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `${shorten(text)} (${foreign} is U+${code})`;
}

/** At most 30 characters of a text. */
export function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** The candidate closest to `name` in single-letter edits (swaps count once), at most a third of its letters; else null. */
function closest(name: string, candidates: readonly string[]): string | null {
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
  х: 'x',
  Х: 'x',
  χ: 'x',
  е: 'e',
  р: 'p',
  а: 'a',
  о: 'o',
  с: 'c',
  і: 'i',
  ѕ: 's',
  ι: 'i',
  ο: 'o',
  ａ: 'a',
  ｘ: 'x',
  ı: 'i',
};

/** `name` with look-alike letters replaced by Latin ones, or null when it has none. */
function latinise(name: string): string | null {
  const latin = [...name]
    .map((letter) => (Object.hasOwn(LOOK_ALIKES, letter) ? LOOK_ALIKES[letter] : letter))
    .join('');
  return latin === name ? null : latin;
}

/** The parts of `xsigmoid` or `ax`, when `name` is known names written without a sign between them; else null. */
function split(name: string, known: (part: string) => boolean): string[] | null {
  for (let cut = name.length - 1; cut > 0; cut--) {
    const head = name.slice(0, cut);
    if (!known(head)) continue;
    const tail = name.slice(cut);
    const rest = known(tail) ? [tail] : tail.length > 1 && tail.length < 20 ? split(tail, known) : null;
    if (rest) return [head, ...rest];
  }
  return null;
}
