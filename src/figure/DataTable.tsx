import type { FigureStrings } from './strings.ts';
import { cellText, toCsv } from './table.ts';
import type { Table } from './widget.ts';

interface Props {
  readonly id: string;
  readonly table: Table;
  readonly strings: FigureStrings;
  save(name: string, type: string, text: string): void;
}

/** The figure's numbers under the word "Data"; opens without any script, CSV needs one. */
export function DataTable({ id, table, strings, save }: Props) {
  const isText = table.columns.map((_, i) => table.rows.every((row) => typeof row[i] === 'string'));
  return (
    <details class="fig-data">
      <summary>{strings.data}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="tbl-box" tabIndex={0} aria-label={strings.data}>
        <table class="tbl">
          <thead>
            <tr>
              {table.columns.map((column, i) => (
                <th key={column.label} scope="col" class={isText[i] ? 'text' : undefined}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, r) => (
              <tr key={r}>
                {row.map((cell, i) => (
                  <td key={i} class={isText[i] ? 'text' : undefined}>
                    {cellText(cell, table.columns[i]?.digits)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <button
        class="needs-script"
        type="button"
        data-act="csv"
        onClick={() => save(`${id}.csv`, 'text/csv', toCsv(table))}
      >
        {strings.csv}
      </button>
    </details>
  );
}
