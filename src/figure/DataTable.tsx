import { Component } from 'preact';
import type { FigureStrings } from './strings.ts';
import { cellText, toCsv } from './table.ts';
import type { Table } from './widget.ts';

interface Props {
  readonly id: string;
  /** The numbers of now; asked for when they are shown or saved. */
  readonly table: () => Table;
  readonly strings: FigureStrings;
  save(name: string, type: string, text: string): void;
}

/**
 * The figure's numbers under the word "Data"; opens without any script, CSV needs one. A closed table is not brought up to
 * date until it opens: in a drag that would be most of the work.
 */
export class DataTable extends Component<Props> {
  #details: HTMLDetailsElement | null = null;

  override shouldComponentUpdate(): boolean {
    return this.#details?.open ?? true;
  }

  override render() {
    const { id, table, strings, save } = this.props;
    return (
      <details
        class="fig-data"
        ref={(element) => {
          this.#details = element;
        }}
        onToggle={() => this.forceUpdate()}
      >
        <summary>{strings.data}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section class="tbl-box" tabIndex={0} aria-label={strings.data}>
          <Numbers table={table()} />
        </section>
        <button
          class="needs-script"
          type="button"
          data-act="csv"
          onClick={() => save(`${id}.csv`, 'text/csv', toCsv(this.props.table()))}
        >
          {strings.csv}
        </button>
      </details>
    );
  }
}

function Numbers({ table }: { table: Table }) {
  const isText = table.columns.map((_, i) => table.rows.every((row) => typeof row[i] === 'string'));
  return (
    <table class="tbl">
      <thead>
        <tr>
          {table.columns.map((column, i) => (
            <th key={i} scope="col" class={isText[i] ? 'text' : undefined}>
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
  );
}
