/** What to write instead of an unknown name, as a clause; null without a good guess. */
export function nearestName(text: string, names: readonly string[]): string | null {
  const latin = latinise(text);
  if (latin && names.includes(latin)) return `this looks like ${latin} but is from another alphabet`;
  if (/^x\d+$/.test(text)) return `did you mean x^${text.slice(1)} or ${text.slice(1)}x?`;
  const near = closest(text, names);
  return near.length === 0 ? null : `did you mean ${near.join(' or ')}?`;
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

/**
 * The candidates closest to `name` in single-letter edits (swaps count once), at most a third of its letters. They share its
 * first letter and its digits: gelu is no relu, and relu6 no relu.
 */
export function closest(name: string, candidates: readonly string[]): string[] {
  const wanted = name.slice(0, 40).toLowerCase();
  let best: string[] = [];
  let least = Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of candidates) {
    if (candidate[0] !== wanted[0] || digits(candidate) !== digits(wanted)) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    // One letter can always be turned into another: that is no resemblance.
    if (edits > least || edits >= candidate.length) continue;
    best = edits < least ? [candidate] : [...best, candidate];
    least = edits;
  }
  return best;
}

const digits = (name: string): string => name.replace(/\D/g, '');

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
export function latinise(name: string): string | null {
  const latin = [...name]
    .map((letter) => (Object.hasOwn(LOOK_ALIKES, letter) ? LOOK_ALIKES[letter] : letter))
    .join('');
  return latin === name ? null : latin;
}
