import { tick } from '../../src/figure/plot.ts';

/** A gradient of 10^decades as the book writes it: `0.5`, `1/53`, `19`, `10^−12`, `nothing`. */
export function size(decades: number): string {
  if (Number.isNaN(decades)) return 'no number';
  if (decades === Number.NEGATIVE_INFINITY) return 'nothing';
  if (decades === Number.POSITIVE_INFINITY) return 'more than any number';
  if (Math.abs(decades) >= 3) return `10^${String(Math.round(decades)).replace('-', '−')}`;
  if (decades <= -0.6) return `1/${Math.round(10 ** -decades)}`;
  // One digit for what is lost, but 0.97 of a gradient is not all of it.
  const ratio = 10 ** decades;
  return String(Number(ratio.toPrecision(ratio < 0.95 ? 1 : 2)));
}

/** The same for a voice. */
export const spoken = (decades: number): string => size(decades).replace('^', ' to the power ');

/** A number in at most seven characters: three digits, `∞`, `< 0.001`, `> 10⁶`; `–` where there is none. */
export function brief(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '–';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  if (size > 1e6) return sign ? '< −10⁶' : '> 10⁶';
  if (size > 0 && size < 0.001) return sign ? '> −0.001' : '< 0.001';
  return tick(size >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
