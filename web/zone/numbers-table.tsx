/**
 * Districts or organizations with their numbers, one row each. A press on a column's head sorts by it. Withheld numbers say so in
 * one cell across the row.
 */
import type { Rate } from '../../shared/domain/statistics.ts';
import { useLanguage } from '../language/language-context.tsx';
import { RateBar } from '../numbers/rate-bar.tsx';
import { rateText } from '../numbers/rates.ts';
import {
  COLUMNS,
  type Column,
  inOrder,
  type NumberColumn,
  type Numbers,
  type Order,
  type Row,
} from './order.ts';
import { useColumnNames, useZoneWords } from './words.ts';

interface TableRow extends Row {
  readonly key: string;
  /** How many organizations a district has. */
  readonly organizations?: number;
}

interface Props {
  readonly caption: string;
  /** What the rows are: districts or organizations. */
  readonly heading: string;
  readonly rows: readonly TableRow[];
  readonly smallestGroup: number;
  readonly order: Order;
  readonly onPress: (column: Column) => void;
}

export function NumbersTable({ caption, heading, rows, smallestGroup, order, onPress }: Props) {
  const words = useZoneWords();
  const names = useColumnNames();
  const counted = rows.some(({ organizations }) => organizations !== undefined);
  return (
    <div class="overflow-auto">
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
            {COLUMNS.map(column => (
              <Head key={column} column={column} name={names[column]} order={order} onPress={onPress} />
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows, order).map(({ key, name, organizations, numbers }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {counted && <td class="number">{organizations}</td>}
              {numbers === null ? (
                <td colSpan={COLUMNS.length} class="withheld">
                  {words.withheld(smallestGroup)}
                </td>
              ) : (
                COLUMNS.map(column => <Cell key={column} column={column} numbers={numbers} />)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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

/** Counts stand on the right, unit below unit; rates, which are long, on the left. */
function isCount(column: Column): boolean {
  return column === 'submitted' || column === 'adopted' || column === 'verifiedBenefit';
}

function Cell({ column, numbers }: { readonly column: NumberColumn; readonly numbers: Numbers }) {
  const { language } = useLanguage();
  const value: number | Rate = numbers[column];
  if (typeof value === 'number') return <td class="number">{value.toLocaleString(language)}</td>;
  return <td>{column === 'adoptionRate' ? <RateBar rate={value} /> : rateText(value)}</td>;
}
