const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An integer in raised digits: `⁻⁵` for −5. */
export const superscript = (n: number): string =>
  String(n).replace(/./g, (letter) => digits[Number(letter)] ?? '⁻');

/** The integer that raised digits write; NaN for any other text. */
export function fromSuperscript(text: string): number {
  if (!/^⁻?[⁰¹²³⁴-⁹]+$/.test(text)) return Number.NaN;
  return Number([...text].map((letter) => (letter === '⁻' ? '-' : digits.indexOf(letter))).join(''));
}
