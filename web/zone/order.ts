/**
 * The columns of a zone's tables, and their rows in the order of one of them. What is withheld, and what cannot be divided, comes
 * last either way: it is neither much nor little.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getZoneStatistics } from '../../shared/contract/routes/zone.ts';

export type ZoneReply = ReplyOf<typeof getZoneStatistics>;
export type Numbers = NonNullable<ZoneReply['numbers']>;

export const COLUMNS = [
  'submitted',
  'adopted',
  'adoptionRate',
  'participation',
  'decisionRate',
  'implementationRate',
  'verifiedBenefit',
] as const;
export type NumberColumn = (typeof COLUMNS)[number];
export type Column = 'name' | NumberColumn;

export interface Row {
  readonly name: string;
  readonly numbers: Numbers | null;
}

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

export const BY_NAME: Order = { column: 'name', descending: false };

/** What pressing a column's head does: numbers begin with the greatest, names with the first; once more turns it round. */
export function pressed(order: Order, column: Column): Order {
  if (order.column !== column) return { column, descending: column !== 'name' };
  return { column, descending: !order.descending };
}

export function inOrder<Some extends Row>(rows: readonly Some[], { column, descending }: Order): Some[] {
  const sign = descending ? -1 : 1;
  const byName = (a: Row, b: Row) => a.name.localeCompare(b.name, 'zh');
  if (column === 'name') return rows.toSorted((a, b) => sign * byName(a, b));
  return rows.toSorted((a, b) => {
    const [one, other] = [sizeOf(column, a), sizeOf(column, b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

function sizeOf(column: NumberColumn, { numbers }: Row): number | undefined {
  if (numbers === null) return undefined;
  const value = numbers[column];
  if (typeof value === 'number') return value;
  return value.denominator === 0 ? undefined : value.numerator / value.denominator;
}
