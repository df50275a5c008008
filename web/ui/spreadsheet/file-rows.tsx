/**
 * What becomes, or became, of each row of a file: its number, what it is about, the outcome and a
 * remark. A file may have thousands of rows; nobody reads more than some at once.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSpreadsheetWords } from './words.ts';

const AT_ONCE = 200;

interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ComponentChildren;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  /** What a row is about; the first column names it. */
  readonly about: readonly [Column<Row>, ...Column<Row>[]];
  readonly outcome: (row: Row) => { readonly sign: string; readonly name: string };
  /** Nothing where there is nothing to say. */
  readonly remark: (row: Row) => ComponentChildren;
}

export function FileRows<Row extends { readonly row: number }>(props: Props<Row>) {
  const { label, rows, about, outcome, remark } = props;
  const words = useSpreadsheetWords();
  const [most, setMost] = useState(AT_ONCE);
  const [named, ...others] = about;
  return (
    <>
      <table class="stack file-rows" aria-label={label}>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.row}
            </th>
            {about.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.remark}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(row => {
            const { sign, name } = outcome(row);
            const said = remark(row);
            return (
              <tr key={row.row}>
                <td data-label={words.row} class="number">
                  {row.row}
                </td>
                <th scope="row">{named.cell(row)}</th>
                {others.map(({ name, cell }) => (
                  <td key={name} data-label={name}>
                    <span>{cell(row)}</span>
                  </td>
                ))}
                <td data-label={words.outcome} class="outcome">
                  <span>
                    <span aria-hidden="true">{sign}</span> {name}
                  </span>
                </td>
                <td {...(said !== null && { 'data-label': words.remark })}>
                  {said !== null && <div>{said}</div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" class="secondary wide" onClick={() => setMost(most + AT_ONCE)}>
          {words.moreRows(rows.length - most)}
        </button>
      )}
    </>
  );
}
