import type { TableOutput } from '../protocol.ts';

const limits = { rows: 200, columns: 16, text: 200 };

export interface TableOptions<T> {
  /** Which properties, in this order; all of the first rows' when left out. */
  readonly columns?: readonly (keyof T & string)[];
  readonly header?: Partial<Record<keyof T & string, string>>;
  readonly format?: Partial<Record<keyof T & string, (value: unknown, row: T) => string>>;
  /** Sorts by this column, ascending. */
  readonly sort?: keyof T & string;
  readonly reverse?: boolean;
  /** How many rows to show, at most 200. */
  readonly rows?: number;
}

/** Data as a table: `Inputs.table(rows)`. `value` is the data, for `view`. */
export class Table<T = Record<string, unknown>> {
  readonly value: readonly T[];
  readonly output: TableOutput;

  constructor(data: Iterable<T>, options: TableOptions<T> = {}) {
    this.value = [...data];
    const columns = options.columns ?? columnsOf(this.value);
    const rows = sorted(this.value, options).slice(0, Math.min(options.rows ?? 20, limits.rows));
    const kept = columns.slice(0, limits.columns);
    this.output = {
      type: 'table',
      columns: kept.map((name) => ({
        name: cut(options.header?.[name] ?? name),
        numeric: rows.some((row) => typeof row?.[name] === 'number') && !options.format?.[name],
      })),
      rows: rows.map((row) => kept.map((name) => cellText(row?.[name], row, options.format?.[name]))),
      total: this.value.length,
    };
  }
}

function columnsOf<T>(rows: readonly T[]): (keyof T & string)[] {
  const names = new Set<string>();
  for (const row of rows.slice(0, 100)) for (const name of Object.keys(Object(row))) names.add(name);
  return [...names] as (keyof T & string)[];
}

function sorted<T>(rows: readonly T[], { sort, reverse }: TableOptions<T>): T[] {
  const copy = [...rows];
  if (sort !== undefined) copy.sort((a, b) => compare(a[sort], b[sort]));
  return reverse ? copy.reverse() : copy;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

const cut = (text: string): string => (text.length > limits.text ? `${text.slice(0, limits.text)}…` : text);

function cellText<T>(
  value: unknown,
  row: T,
  format: ((value: unknown, row: T) => string) | undefined,
): string {
  if (format) return cut(String(format(value, row)));
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return printed(value);
  if (value instanceof Date) return value.toISOString();
  return cut(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Five digits: enough to compare, and the same in every engine, whose `Math.exp` differ in the last places. */
function printed(value: number): string {
  const rounded =
    Math.abs(value) >= 1e5 || Number.isInteger(value) ? Math.round(value * 10) / 10 : value.toPrecision(5);
  return String(Number(rounded)).replaceAll('-', '−');
}
