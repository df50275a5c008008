/**
 * Districts or organizations with their numbers, one row each: those of the round, and those of the
 * year's work. A press on a column's head sorts by it. Withheld numbers are one cell across their
 * columns.
 */
import type { Rate } from '../../../../shared/domain/numbers/rate.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { rateText } from '../../../ui/rates.ts';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { RateBar } from '../../numbers/index.ts';
import {
  type Column,
  cellOf,
  inOrder,
  type NumberColumn,
  type Order,
  ROUND_COLUMNS,
  type Row,
  WORK_COLUMNS,
} from '../order.ts';
import { useColumnNames, useZoneWords } from '../words.ts';

interface TableRow extends Row {
  readonly key: string;
  /** A district's number of organizations. */
  readonly organizations?: number;
}

interface Props {
  readonly caption: string;
  /** The kind of the rows: districts or organizations. */
  readonly heading: string;
  readonly rows: readonly TableRow[];
  /** Whether the round tells of the work of a year. */
  readonly tellsWork: boolean;
  readonly smallestGroup: number;
  readonly order: Order;
  readonly onPress: (column: Column) => void;
}

export function NumbersTable({
  caption,
  heading,
  rows,
  tellsWork,
  smallestGroup,
  order,
  onPress,
}: Props) {
  const words = useZoneWords();
  const names = useColumnNames();
  const counted = rows.some(({ organizations }) => organizations !== undefined);
  return (
    <Scrollable label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <Head column="name" name={heading} order={order} onPress={onPress} />
            {counted && (
              <th scope="col" class="number">
                {words.organizations}
              </th>
            )}
            {[...ROUND_COLUMNS, ...(tellsWork ? WORK_COLUMNS : [])].map(column => (
              <Head
                key={column}
                column={column}
                name={names[column]}
                order={order}
                onPress={onPress}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows, order).map(row => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {counted && <td class="number">{row.organizations}</td>}
              <Cells columns={ROUND_COLUMNS} row={row} smallestGroup={smallestGroup} />
              {tellsWork && (
                <Cells columns={WORK_COLUMNS} row={row} smallestGroup={smallestGroup} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly name: string;
  readonly order: Order;
  readonly onPress: (column: Column) => void;
}

function Head({ column, name, order, onPress }: HeadProps) {
  const sorted = order.column === column;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      class={isCount(column) ? 'number' : undefined}
      {...(sorted && { 'aria-sort': direction })}
    >
      <button type="button" class="plain sort" onClick={() => onPress(column)}>
        {name}
        <span aria-hidden="true">{sorted ? (order.descending ? ' ▼' : ' ▲') : ''}</span>
      </button>
    </th>
  );
}

/** Counts are aligned right, unit below unit; rates, which are long, left. */
function isCount(column: Column): boolean {
  return column !== 'name' && !column.endsWith('Rate') && column !== 'participation';
}

interface CellsProps {
  /** All numbers of the round, or all of the work: they are shown or withheld together. */
  readonly columns: readonly NumberColumn[];
  readonly row: Row;
  readonly smallestGroup: number;
}

function Cells({ columns, row, smallestGroup }: CellsProps) {
  const words = useZoneWords();
  const values = columns.flatMap(column => {
    const value = cellOf(column, row);
    return value === undefined ? [] : [{ column, value }];
  });
  if (values.length === 0)
    return (
      <td colSpan={columns.length} class="withheld">
        {words.withheld(smallestGroup)}
      </td>
    );
  return (
    <>
      {values.map(({ column, value }) => (
        <Cell key={column} column={column} value={value} />
      ))}
    </>
  );
}

function Cell({ column, value }: { readonly column: NumberColumn; readonly value: number | Rate }) {
  const { language } = useLanguage();
  if (typeof value === 'number') return <td class="number">{value.toLocaleString(language)}</td>;
  return <td>{column === 'adoptionRate' ? <RateBar rate={value} /> : rateText(value)}</td>;
}
