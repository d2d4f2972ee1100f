const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** A whole number from 0 to 20 in letters. */
export function spelled(value: number): string {
  const word = words[value];
  if (word === undefined) throw new RangeError(`no word for ${value}`);
  return word;
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `one piece`, `eight holes`. */
export const plural = (value: number, one: string): string =>
  `${spelled(value)} ${value === 1 ? one : `${one}s`}`;

/** Numbers in letters; not "one", which is a pronoun as often. */
const counts = [...words.slice(2), 'hundred', 'thousand', 'million', 'twice', 'quarter', 'thirds'];
const pattern = new RegExp(`.{0,24}\\b(?:${counts.join('|')})\\b.{0,16}`, 'gi');

/** The number words of a text with a little of what stands around them. */
export const numberWordsIn = (text: string): string[] => text.match(pattern) ?? [];

/** The text without the braces that keep a short formula on one line. */
export const unbraced = (text: string): string => text.replace(/\$\{([^$]*)\}\$/g, '$$$1$$');
