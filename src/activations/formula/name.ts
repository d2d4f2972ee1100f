/** Most characters of a name. */
export const longestName = 24;

/**
 * The name of a function as pickers show it: trimmed, without invisible characters.
 * @throws RangeError for a name that is empty or longer than 24 characters.
 */
export function ownName(label: string): string {
  const name = label.replace(/\p{C}/gu, '').trim();
  if (name === '' || [...name].length > longestName) {
    throw new RangeError(`invalid name: “${name.slice(0, 40)}”; expected 1 to ${longestName} characters`);
  }
  return name;
}
