const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 1.9],
  [/(?!\p{N})\p{Extended_Pictographic}/u, 1.9],
  [/[MWmw@%—…Ш-Щ]/u, 1.7],
  [/\p{Lu}/u, 1.25],
];

/** About how wide a letter is, against the average of a usual name. */
const widthOf = (letter: string): number => widths.find(([kind]) => kind.test(letter))?.[1] ?? 1;

/**
 * A text cut to the room of `most` usual letters, with an ellipsis: a reader's name for a function may be 24 times W, and
 * a sign of two halves must not be parted.
 */
export function fitted(text: string, most: number): string {
  const letters = [...text];
  const room = letters.reduce((left, letter) => left - widthOf(letter), most);
  // A few capitals more or less fit into the room that every margin has.
  if (letters.length <= most && room >= -0.15 * most) return text;
  let width = 1;
  const end = letters.findIndex((letter) => {
    width += widthOf(letter);
    return width > most;
  });
  return `${letters.slice(0, end).join('').trimEnd()}…`;
}
