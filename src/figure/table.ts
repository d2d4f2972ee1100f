import type { Table } from './widget.ts';

/** A cell as people read it: `digits` significant digits, true minus, exponent as ×10. */
export function cellText(value: number | string, digits = 6): string {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 1e-4 || size >= 1e9)
      ? value.toExponential(Math.max(0, digits - 1)).replace(/\.?0*e\+?(-?\d+)$/, ' × 10^$1')
      : String(Number(value.toPrecision(digits)));
  return text.replaceAll('-', '−');
}

/** RFC 4180: quoted where needed, CRLF, full double precision. */
export function toCsv(table: Table): string {
  const quote = (cell: number | string): string => {
    const text = String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [table.columns.map((c) => c.label), ...table.rows]
    .map((row) => `${row.map(quote).join(',')}\r\n`)
    .join('');
}
