/** A number of the card: three digits, a true minus, powers of ten raised by the page. */
export function shown(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 1e-3 || size >= 1e5)
      ? value.toExponential(digits - 1).replace(/\.?0*e\+?(-?\d+)$/, ' × 10^$1')
      : String(Number(value.toPrecision(digits)));
  return text.replaceAll('-', '−');
}

/** A place, exact enough to type it in: up to six digits. */
export const place = (x: number): string => shown(x, 6);

/** A share in per cent, without claiming more than is known. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 0.1) return 'less than 0.1 %';
  if (value < 100 && value > 99.9) return 'more than 99.9 %';
  return `${shown(value, value < 10 ? 2 : 3)} %`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
