import { describe, expect, test } from 'vitest';
import { Table, type TableOptions } from './table.ts';

const people = [
  { name: 'b', size: 1 / 3 },
  { name: 'a', size: -2e-10 },
  { name: 'c', size: 123456.78 },
];

const rows = (options?: TableOptions<(typeof people)[number]>) => new Table(people, options).output.rows;

describe('Table', () => {
  test('prints numbers with five digits and a true minus sign', () => {
    expect(rows()).toEqual([
      ['b', '0.33333'],
      ['a', '−2e−10'],
      ['c', '123456.8'],
    ]);
  });

  test('sorts, reverses, cuts and picks columns', () => {
    expect(rows({ sort: 'name', columns: ['name'] }).flat()).toEqual(['a', 'b', 'c']);
    expect(rows({ sort: 'size', reverse: true, rows: 2 }).map(([name]) => name)).toEqual(['c', 'b']);
    expect(new Table(people, { rows: 1 }).output).toMatchObject({
      total: 3,
      columns: [{ numeric: false }, { numeric: true }],
    });
  });

  test('formats, heads and keeps the data as its value', () => {
    const table = new Table(people, {
      format: { size: (value) => `${value} m` },
      header: { name: 'Name' },
      rows: 1,
    });
    expect(table.output.rows).toEqual([['b', '0.3333333333333333 m']]);
    expect(table.output.columns[0]).toEqual({ name: 'Name', numeric: false });
    expect(table.value).toEqual(people);
  });

  test('holds no more than a page can take', () => {
    const wide = Array.from({ length: 1000 }, () =>
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, i])),
    );
    const { columns, rows: shown, total } = new Table(wide, { rows: 1e9 }).output;
    expect([columns.length, shown.length, total]).toEqual([16, 200, 1000]);
  });
});
