/** Most characters of a name. */
export const longestName = 24;

/** What Unicode calls a letter or a symbol although it shows nothing: fillers, joiners, blank Braille. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Accents beyond two on one letter climb over the lines above. */
const towers = /(\p{M}{2})\p{M}+/gu;

/**
 * The name of a function as pickers show it: trimmed, without invisible characters, at most two accents on a letter.
 * @throws RangeError for a name that shows nothing or is longer than 24 characters.
 */
export function ownName(label: string): string {
  const name = label.normalize('NFC').replace(unseen, '').replace(towers, '$1').replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name) || [...name].length > longestName) {
    throw new RangeError(
      `invalid name: “${[...name].slice(0, 40).join('')}”; expected 1 to ${longestName} characters that can be seen`,
    );
  }
  return name;
}
