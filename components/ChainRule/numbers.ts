import { cellText } from '../../src/figure/table.ts';
import { superscript } from '../../src/math/superscript.ts';

/** A number as words print it: four decimals. */
export const shown = (value: number): string =>
  Number.isFinite(value) ? cellText(Number(value.toFixed(4)) + 0, 8) : cellText(value);

/** The same in a sentence: what four decimals would call 0, and is not, as a power of ten. */
export const told = (value: number): string =>
  value !== 0 && Number(value.toFixed(4)) === 0 ? cellText(value, 2) : shown(value);

/** Width in figures: points and raised figures take about half the room of a figure. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[.·⁰-⁹¹²³⁻]/.test(c) ? 0.5 : 1), 0);

/** A number in a picture that has room for so many figures: fewer decimals first, then a power of ten. */
export function brief(value: number, room: number): string {
  if (!Number.isFinite(value)) return cellText(value);
  if (value !== 0 && Number(value.toFixed(4)) === 0) return '≈ 0';
  const plain = [4, 3, 2, 1, 0]
    .map((digits) => cellText(Number(value.toFixed(digits)) + 0, 16))
    .find((text) => widthOf(text) <= room && !text.includes('^'));
  if (plain !== undefined) return plain;
  const [mantissa, exponent] = value.toExponential(1).split('e');
  return `${cellText(Number(mantissa))}·10${superscript(Number(exponent))}`;
}
